// A few threads for work that blocks (a query, a password hash), so that the threads that read sockets never do.
#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace hearken::web {

class WorkerPool {
  public:
    WorkerPool(size_t threads, size_t longest_queue);
    ~WorkerPool();  ///< finishes what was begun and what waits
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// False when too much waits already: better said at once than after a minute.
    /// A job must not throw: that is our own mistake and ends the program.
    bool post(std::function<void()> job);

  private:
    void work();

    const size_t longest_queue_;
    std::mutex mutex_;
    std::condition_variable something_;
    std::deque<std::function<void()>> queue_;
    bool ending_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace hearken::web
