// The thread of `serve` that does what falls due: reminders, escalations, e-mail.
#pragma once
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "casework/background.hpp"

namespace hearken::cli {

/// Looks every few seconds. Every server process may run one: work is claimed, never done twice.
class BackgroundThread {
public:
    BackgroundThread(casework::World& world, casework::Mailer& mailer, std::string base_url);
    ~BackgroundThread();  ///< finishes the job in hand, then stops
    BackgroundThread(const BackgroundThread&) = delete;
    BackgroundThread& operator=(const BackgroundThread&) = delete;

    /// Does all that is due at once: after the test clock was set.
    void run_all_due();

private:
    void run();

    casework::World& world_;
    casework::Mailer& mailer_;
    const std::string base_url_, claimant_;
    std::mutex working_;  ///< one of the thread and run_all_due at a time
    std::mutex mutex_;
    std::condition_variable stop_asked_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace hearken::cli
