#include "web/server/rate_limiter.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace hearken::web {

RateLimiter::RateLimiter(Rate rate) : rate_(rate) {
    if (rate.burst < 1 || rate.per_minute <= 0 || rate.most_keys == 0)
        throw std::logic_error("a rate allows at least one at once, some each minute, and remembers at least one key");
}

RateLimiter::Decision RateLimiter::take(const std::string& key, Moment now, double cost) {
    const std::lock_guard lock(mutex_);
    const auto known = by_key_.find(key);
    if (known != by_key_.end()) {
        by_use_.splice(by_use_.begin(), by_use_, known->second);
    } else {
        if (by_key_.size() >= rate_.most_keys) {
            by_key_.erase(by_use_.back().key);
            by_use_.pop_back();
        }
        by_use_.push_front({key, rate_.burst, now});
        by_key_[key] = by_use_.begin();
    }
    auto& bucket = by_use_.front();
    const double per_millisecond = rate_.per_minute / 60'000;
    if (now > bucket.at) {
        bucket.tokens =
            std::min(rate_.burst, bucket.tokens + per_millisecond * static_cast<double>((now - bucket.at).count()));
        bucket.at = now;
    }
    if (bucket.tokens >= cost) {
        bucket.tokens -= cost;
        return {};
    }
    const auto seconds = std::ceil((cost - bucket.tokens) / per_millisecond / 1000);
    return {false, std::chrono::seconds{std::max<long long>(1, static_cast<long long>(seconds))}};
}

void RateLimiter::forget(const std::string& key) {
    const std::lock_guard lock(mutex_);
    const auto known = by_key_.find(key);
    if (known == by_key_.end()) return;
    by_use_.erase(known->second);
    by_key_.erase(known);
}

size_t RateLimiter::keys() const {
    const std::lock_guard lock(mutex_);
    return by_key_.size();
}

}  // namespace hearken::web
