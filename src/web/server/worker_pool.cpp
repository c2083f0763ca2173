#include "web/server/worker_pool.hpp"

namespace hearken::web {

WorkerPool::WorkerPool(size_t threads, size_t longest_queue) : longest_queue_(longest_queue) {
    for (size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    something_.notify_all();
    for (auto& thread : threads_) thread.join();
}

bool WorkerPool::post(std::function<void()> job) {
    {
        const std::lock_guard lock(mutex_);
        if (ending_ || queue_.size() >= longest_queue_) return false;
        queue_.push_back(std::move(job));
    }
    something_.notify_one();
    return true;
}

void WorkerPool::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        something_.wait(lock, [this] { return ending_ || !queue_.empty(); });
        if (queue_.empty()) return;
        auto job = std::move(queue_.front());
        queue_.pop_front();
        lock.unlock();
        [&]() noexcept { job(); }();
        job = nullptr;  // what it holds is let go before the next is waited for
        lock.lock();
    }
}

}  // namespace hearken::web
