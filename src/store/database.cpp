#include "store/database.hpp"

#include <chrono>
#include <random>
#include <thread>

#include "store/audit_chain.hpp"
#include "store/connection_pool.hpp"

namespace hearken::store {

// ---------------------------------------------------------------- Reading

Reading::Reading(std::shared_ptr<ConnectionPool> pool, bool writing) : pool_(std::move(pool)) {
    const bool sqlite = pool_->backend() == Backend::Sqlite;
    // A connection that was idle while the database restarted fails on its first use: one more try with a new one.
    for (int attempt = 1;; ++attempt) {
        connection_ = pool_->take(writing);
        try {
            if (writing)
                connection_->run(sqlite ? "begin immediate" : "begin isolation level read committed");
            else
                connection_->run(sqlite ? "begin" : "begin isolation level repeatable read read only");
            return;
        } catch (...) {
            pool_->give_back(std::move(connection_), writing);
            if (attempt == 2) throw;
        }
    }
}

Reading::Reading(Reading&& other) noexcept
    : pool_(std::move(other.pool_)), connection_(std::move(other.connection_)), open_(std::exchange(other.open_, false)) {}

Reading::~Reading() {
    if (!connection_) return;  // moved from, or a Transaction that has given it back
    try {
        if (open_) connection_->run("rollback");
    } catch (const std::exception&) {
        connection_->mark_broken();
    }
    pool_->give_back(std::move(connection_), false);
}

Backend Reading::backend() const { return pool_->backend(); }

// ---------------------------------------------------------------- Transaction

struct Transaction::Pending {
    std::vector<AuditLine> audit;
};

Transaction::Transaction(std::shared_ptr<ConnectionPool> pool)
    : Reading(std::move(pool), true), pending_(std::make_unique<Pending>()) {}

Transaction::Transaction(Transaction&& other) noexcept = default;

Transaction::~Transaction() {
    if (!connection_) return;
    try {
        if (open_) connection_->run("rollback");
    } catch (const std::exception&) {
        connection_->mark_broken();
    }
    pool_->give_back(std::move(connection_), true);
}

void Transaction::commit() {
    chain_audit_lines(*this, pending_->audit);
    connection_->run("commit");
    open_ = false;
}

void append_audit(Transaction& transaction, AuditLine line) { transaction.pending_->audit.push_back(std::move(line)); }

// ---------------------------------------------------------------- Database

namespace {

struct Address {
    Backend backend;
    std::string address, described;
};

Address address_of(const std::string& connection_string) {
    const std::string sqlite = "sqlite://";
    if (connection_string.starts_with(sqlite)) {
        const std::string path = connection_string.substr(sqlite.size());
        if (path.empty() || path.find('"') != std::string::npos)
            throw DatabaseUnavailable("the database address has no usable file name: write sqlite:///path/to/file.db");
        return {Backend::Sqlite, path, connection_string};
    }
    for (const std::string scheme : {"postgresql://", "postgres://"}) {
        if (!connection_string.starts_with(scheme)) continue;
        const size_t at = connection_string.find('@');
        const std::string shown = at == std::string::npos ? connection_string.substr(scheme.size()) : connection_string.substr(at + 1);
        return {Backend::Postgresql, connection_string, "postgresql://" + shown.substr(0, shown.find('?'))};
    }
    throw DatabaseUnavailable("the database address must begin with sqlite:// or postgresql://");
}

}  // namespace

std::unique_ptr<Database> Database::open(const std::string& connection_string, DatabaseOptions options) {
    Address address = address_of(connection_string);
    auto pool = std::make_shared<ConnectionPool>(address.backend, address.address, options.readers, options.writers);
    try {
        pool->give_back(pool->take(true), true);
    } catch (const DatabaseDamaged&) {
        throw;
    } catch (const DatabaseFailure& failure) {
        throw DatabaseUnavailable("cannot open " + address.described + ": " + failure.what());
    }
    return std::unique_ptr<Database>(new Database(std::move(pool), std::move(address.described)));
}

Database::Database(std::shared_ptr<ConnectionPool> pool, std::string described)
    : pool_(std::move(pool)), described_(std::move(described)) {}
Database::~Database() = default;

Backend Database::backend() const { return pool_->backend(); }
Reading Database::reading() { return Reading(pool_, false); }
Transaction Database::transaction() { return Transaction(pool_); }

void Database::wait_before_attempt(int attempt) {
    // Longer each time, and by chance, so that two that met do not meet again.
    thread_local std::minstd_rand random{std::random_device{}()};
    const int most = 4 << attempt;
    std::this_thread::sleep_for(std::chrono::milliseconds{1 + static_cast<int>(random() % static_cast<unsigned>(most))});
}

}  // namespace hearken::store
