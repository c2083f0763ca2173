// Writes audit lines of reads before the page is served, many requests' lines in one commit.
#pragma once
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

#include "store/audit.hpp"

namespace hearken::store {

/// Thread-safe. A record cannot be served unless its audit line is durable: write() returns only then, and throws when
/// it could not be made so. Lines that arrive while a commit is on its way to the disk share the next one.
class AuditWriter {
public:
    explicit AuditWriter(Database& database);
    ~AuditWriter();  ///< writes what waits, then stops
    AuditWriter(const AuditWriter&) = delete;
    AuditWriter& operator=(const AuditWriter&) = delete;

    void write(AuditLine line);
    void write(std::vector<AuditLine> lines);

private:
    struct Waiting {
        std::vector<AuditLine> lines;
        std::promise<void> durable;
    };
    void run();

    Database& database_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Waiting> waiting_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace hearken::store
