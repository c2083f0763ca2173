// A database: SQLite file or PostgreSQL, its connections, and the two ways to use it: a reading and a transaction.
#pragma once
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include "core/result.hpp"
#include "store/failure.hpp"

namespace hearken::store {

class Connection;      // store/connection.hpp: SOCI inside, for this module only
class ConnectionPool;  // store/connection_pool.hpp

enum class Backend { Sqlite, Postgresql };

/// A snapshot to read from: everything read through one Reading is as at one moment. Borrowed from the database for
/// as long as it lives; one thread at a time. Every reading function of store takes a Reading, so that it can also be
/// used inside a Transaction.
class Reading {
public:
    Reading(Reading&&) noexcept;
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;
    Reading& operator=(Reading&&) = delete;
    virtual ~Reading();

    Backend backend() const;
    Connection& connection() { return *connection_; }

protected:
    friend class Database;
    Reading(std::shared_ptr<ConnectionPool> pool, bool writing);
    std::shared_ptr<ConnectionPool> pool_;
    std::unique_ptr<Connection> connection_;
    bool open_ = true;
};

struct AuditLine;

/// One change, all or nothing. Rolled back when it is destroyed without commit(). On SQLite there is one writer at a
/// time; on PostgreSQL changes to one case queue at its head row (append_events) and records carry revisions.
class Transaction : public Reading {
public:
    Transaction(Transaction&&) noexcept;
    ~Transaction() override;

    /// Durable when it returns. Audit lines given to append_audit are chained on here, last, so that the head of the
    /// audit chain is locked for as short as can be.
    void commit();

private:
    friend class Database;
    friend void append_audit(Transaction& transaction, AuditLine line);
    explicit Transaction(std::shared_ptr<ConnectionPool> pool);
    struct Pending;
    std::unique_ptr<Pending> pending_;
};

struct DatabaseOptions {
    int readers = 8;  ///< connections for readings
    int writers = 8;  ///< connections for transactions (PostgreSQL; SQLite always has one)
};

/// Thread-safe.
class Database {
public:
    /// "sqlite:///absolute/path" (or "sqlite://relative/path"), or "postgresql://user@host/name". Connects, migrates
    /// nothing. Throws DatabaseUnavailable in words for a system administrator.
    static std::unique_ptr<Database> open(const std::string& connection_string, DatabaseOptions options = {});
    ~Database();

    Backend backend() const;
    /// What it is, without a password: for logs and messages.
    const std::string& described() const { return described_; }

    Reading reading();
    Transaction transaction();

    /// Runs `work(Reading&)` on one snapshot.
    template <class Work>
    auto read(Work&& work) {
        Reading snapshot = reading();
        return std::forward<Work>(work)(snapshot);
    }

    /// Runs `work(Transaction&)` and commits; a refused Result rolls back. Tried again, from the start, when another
    /// transaction stood in the way: `work` must have no effect outside the transaction before it returns.
    template <class Work>
    auto write(Work&& work) {
        for (int attempt = 1;; ++attempt) {
            try {
                Transaction transaction = this->transaction();
                if constexpr (std::is_void_v<std::invoke_result_t<Work&, Transaction&>>) {
                    work(transaction);
                    transaction.commit();
                    return;
                } else {
                    auto outcome = work(transaction);
                    if (kept(outcome)) transaction.commit();
                    return outcome;
                }
            } catch (const Contention&) {
                if (attempt == kMostAttempts) throw;
                wait_before_attempt(attempt + 1);
            }
        }
    }

private:
    static constexpr int kMostAttempts = 8;
    explicit Database(std::shared_ptr<ConnectionPool> pool, std::string described);
    template <class T>
    static bool kept(const Result<T>& outcome) { return outcome.has_value(); }
    template <class T>
    static bool kept(const T&) { return true; }
    static void wait_before_attempt(int attempt);

    std::shared_ptr<ConnectionPool> pool_;
    std::string described_;
};

}  // namespace hearken::store
