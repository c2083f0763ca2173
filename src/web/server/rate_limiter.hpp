// A token bucket for each key (an address, an account): so many at once, then so many a minute.
#pragma once
#include <chrono>
#include <list>
#include <mutex>
#include <string>
#include <unordered_map>

namespace hearken::web {

struct Rate {
    double burst = 20;          ///< so many at once
    double per_minute = 60;     ///< and so many each minute after that
    size_t most_keys = 50'000;  ///< memory is bounded: the key longest unused is forgotten first
};

/// Thread-safe. Time is an argument, so that tests and the test clock decide it; going backwards gives nothing back.
class RateLimiter {
  public:
    using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

    explicit RateLimiter(Rate rate);

    struct Decision {
        bool allowed = true;
        std::chrono::seconds retry_after{0};  ///< for the Retry-After header, at least 1 when refused
        explicit operator bool() const { return allowed; }
    };
    Decision take(const std::string& key, Moment now, double cost = 1);
    /// After a success that should wipe the slate (a right password).
    void forget(const std::string& key);
    size_t keys() const;

  private:
    struct Bucket {
        std::string key;
        double tokens;
        Moment at;
    };
    const Rate rate_;
    mutable std::mutex mutex_;
    std::list<Bucket> by_use_;  ///< most lately used first
    std::unordered_map<std::string, std::list<Bucket>::iterator> by_key_;
};

}  // namespace hearken::web
