#include "store/audit_writer.hpp"

namespace hearken::store {

AuditWriter::AuditWriter(Database& database) : database_(database), thread_([this] { run(); }) {}

AuditWriter::~AuditWriter() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    arrived_.notify_one();
    thread_.join();
}

void AuditWriter::write(AuditLine line) {
    std::vector<AuditLine> lines;
    lines.push_back(std::move(line));
    write(std::move(lines));
}

void AuditWriter::write(std::vector<AuditLine> lines) {
    if (lines.empty()) return;
    std::future<void> durable;
    {
        const std::lock_guard lock(mutex_);
        Waiting& waiting = waiting_.emplace_back(Waiting{std::move(lines), {}});
        durable = waiting.durable.get_future();
    }
    arrived_.notify_one();
    durable.get();  // throws what made it impossible
}

void AuditWriter::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        arrived_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        std::deque<Waiting> together = std::exchange(waiting_, {});
        lock.unlock();
        try {
            database_.write([&](Transaction& transaction) {
                for (const Waiting& waiting : together)
                    for (const AuditLine& line : waiting.lines) append_audit(transaction, line);
            });
            for (Waiting& waiting : together) waiting.durable.set_value();
        } catch (...) {
            for (Waiting& waiting : together) waiting.durable.set_exception(std::current_exception());
        }
        lock.lock();
    }
}

}  // namespace hearken::store
