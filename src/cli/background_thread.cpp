#include "cli/background_thread.hpp"

#include <spdlog/spdlog.h>
#include <unistd.h>

namespace hearken::cli {

namespace {

constexpr std::chrono::seconds kBetween{3};
constexpr int kMostRounds = 1000;  ///< of fifty: work that makes more work of itself for ever is our bug, and ends here

std::string this_server() {
    char host[256] = {};
    gethostname(host, sizeof host - 1);
    return std::string(host) + "/" + std::to_string(getpid());
}

}  // namespace

BackgroundThread::BackgroundThread(casework::World& world, casework::Mailer& mailer, std::string base_url)
    : world_(world), mailer_(mailer), base_url_(std::move(base_url)), claimant_(this_server()), thread_([this] { run(); }) {}

BackgroundThread::~BackgroundThread() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    stop_asked_.notify_all();
    thread_.join();
}

void BackgroundThread::run_all_due() {
    const std::lock_guard lock(working_);
    for (int round = 0; round < kMostRounds && casework::run_due_jobs(world_, mailer_, claimant_, base_url_) > 0; ++round) {}
}

void BackgroundThread::run() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        lock.unlock();
        try {
            const std::lock_guard work(working_);
            casework::run_due_jobs(world_, mailer_, claimant_, base_url_);
        } catch (const std::exception& failure) {
            spdlog::error("background work stopped for now: {}", failure.what());
        }
        lock.lock();
        stop_asked_.wait_for(lock, kBetween, [this] { return stopping_; });
    }
}

}  // namespace hearken::cli
