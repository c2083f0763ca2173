// How many reports are taken from one address and in all, without anybody else's service. Whoever is held back loses
// nothing: what they wrote is kept, and they are told when to press again and whom to ring.
#pragma once
#include "web/server/rate_limiter.hpp"

namespace hearken::web {

class ReportGate {
  public:
    /// A household, a school or a mobile network shares an address: several at once, then one every two minutes. In all:
    /// more than a county sends in its worst hour.
    explicit ReportGate(Rate by_address = {5, 0.5}, Rate in_all = {120, 60}) : by_address_(by_address), in_all_(in_all) {}

    RateLimiter::Decision admit(const std::string& address, RateLimiter::Moment now) {
        if (const auto decision = by_address_.take(address, now); !decision) return decision;
        return in_all_.take("everybody", now);
    }

  private:
    RateLimiter by_address_, in_all_;
};

}  // namespace hearken::web
