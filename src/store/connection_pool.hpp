// Connections kept open: some for readings, some for transactions.
#pragma once
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "store/connection.hpp"

namespace hearken::store {

/// Thread-safe. Connections are opened when first needed; broken ones are thrown away, so that the service comes back
/// by itself when the database does.
class ConnectionPool {
public:
    ConnectionPool(Backend backend, std::string address, int readers, int writers);

    Backend backend() const { return backend_; }
    /// Waits for one to be free; DatabaseUnavailable after half a minute.
    std::unique_ptr<Connection> take(bool writing);
    void give_back(std::unique_ptr<Connection> connection, bool writing);

private:
    struct Side {
        std::vector<std::unique_ptr<Connection>> idle;
        int may_open = 0;
        std::condition_variable freed;
    };
    Side& side(bool writing) { return writing ? writers_ : readers_; }

    Backend backend_;
    std::string address_;
    std::mutex mutex_;
    Side readers_, writers_;
};

}  // namespace hearken::store
