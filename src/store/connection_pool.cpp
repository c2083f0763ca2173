#include "store/connection_pool.hpp"

#include <chrono>

namespace hearken::store {

ConnectionPool::ConnectionPool(Backend backend, std::string address, int readers, int writers)
    : backend_(backend), address_(std::move(address)) {
    readers_.may_open = readers;
    writers_.may_open = backend == Backend::Sqlite ? 1 : writers;  // SQLite has one writer: waiting here is fair, there it polls
}

std::unique_ptr<Connection> ConnectionPool::take(bool writing) {
    Side& from = side(writing);
    {
        std::unique_lock lock(mutex_);
        const bool free = from.freed.wait_for(lock, std::chrono::seconds{30},
                                              [&] { return !from.idle.empty() || from.may_open > 0; });
        if (!free) throw DatabaseUnavailable("every connection to the database has been busy for half a minute");
        if (!from.idle.empty()) {
            auto connection = std::move(from.idle.back());
            from.idle.pop_back();
            return connection;
        }
        --from.may_open;
    }
    try {
        return std::make_unique<Connection>(backend_, address_, writing);
    } catch (...) {
        const std::lock_guard lock(mutex_);
        ++from.may_open;
        from.freed.notify_one();
        throw;
    }
}

void ConnectionPool::give_back(std::unique_ptr<Connection> connection, bool writing) {
    Side& to = side(writing);
    const std::lock_guard lock(mutex_);
    if (connection->broken())
        ++to.may_open;
    else
        to.idle.push_back(std::move(connection));
    to.freed.notify_one();
}

}  // namespace hearken::store
