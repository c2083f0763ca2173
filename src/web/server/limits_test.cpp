#include <gtest/gtest.h>

#include <stdexcept>

#include "web/server/rate_limiter.hpp"
#include "web/server/trusted_proxy.hpp"

namespace hearken::web {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
const RateLimiter::Moment kStart{seconds{1'000'000}};

}  // namespace

TEST(RateLimiter, AllowsABurstThenASteadyRate) {
    RateLimiter limiter({.burst = 2, .per_minute = 60, .most_keys = 10});
    EXPECT_TRUE(limiter.take("a", kStart));
    EXPECT_TRUE(limiter.take("a", kStart));
    const auto refused = limiter.take("a", kStart);
    EXPECT_FALSE(refused);
    EXPECT_EQ(refused.retry_after, seconds{1});
    EXPECT_TRUE(limiter.take("b", kStart));
    EXPECT_FALSE(limiter.take("a", kStart + milliseconds{900}));
    EXPECT_TRUE(limiter.take("a", kStart + milliseconds{1000}));
}

TEST(RateLimiter, GivesNothingBackWhenTheClockGoesBackwards) {
    RateLimiter limiter({.burst = 1, .per_minute = 60, .most_keys = 10});
    EXPECT_TRUE(limiter.take("a", kStart));
    EXPECT_FALSE(limiter.take("a", kStart - seconds{100}));
    EXPECT_FALSE(limiter.take("a", kStart));
}

TEST(RateLimiter, ForgetsTheKeyLongestUnusedAndThoseItIsToldTo) {
    RateLimiter limiter({.burst = 1, .per_minute = 1, .most_keys = 2});
    limiter.take("a", kStart);
    limiter.take("b", kStart);
    limiter.take("a", kStart);
    limiter.take("c", kStart);
    EXPECT_EQ(limiter.keys(), 2u);
    EXPECT_FALSE(limiter.take("a", kStart));
    limiter.forget("a");
    EXPECT_TRUE(limiter.take("a", kStart));
}

TEST(RateLimiter, RefusesARateThatAllowsNothing) {
    EXPECT_THROW(RateLimiter({.burst = 0, .per_minute = 1, .most_keys = 1}), std::logic_error);
}

TEST(TrustedProxies, BelieveNobodyByDefault) {
    const Headers headers{{"X-Forwarded-For", "198.51.100.9"}, {"X-Forwarded-Proto", "https"}};
    EXPECT_EQ(TrustedProxies().resolve("10.0.0.1", false, headers), (TrustedProxies::Origin{"10.0.0.1", false}));
}

TEST(TrustedProxies, ReadTheChainFromItsTrustedEnd) {
    const auto proxies = *TrustedProxies::from({"10.0.0.0/8", "192.0.2.5", "fd00::/8"});
    const Headers headers{{"X-Forwarded-For", "203.0.113.66, 198.51.100.9"},
                          {"x-forwarded-for", "10.2.3.4:8080"},
                          {"X-Forwarded-Proto", "http, https"}};
    EXPECT_EQ(proxies.resolve("10.0.0.1", false, headers), (TrustedProxies::Origin{"198.51.100.9", true}));
    EXPECT_EQ(proxies.resolve("::ffff:10.0.0.1", false, headers).address, "198.51.100.9");
    EXPECT_EQ(proxies.resolve("fd12::1", false, {{"X-Forwarded-For", "[2001:db8::7]:443"}}).address, "2001:db8::7");
    EXPECT_EQ(proxies.resolve("192.0.2.6", false, headers).address, "192.0.2.6");
    EXPECT_EQ(proxies.resolve("10.0.0.1", false, {{"X-Forwarded-For", "nonsense, 10.0.0.2"}}).address, "10.0.0.2");
    EXPECT_EQ(proxies.resolve("10.0.0.1", true, {}).is_tls, true);
}

TEST(TrustedProxies, ReportEveryMistakeAtOnce) {
    const auto proxies = TrustedProxies::from({"10.0.0.0/33", "10.0.0.1", "elsewhere", "::/129", "10.0.0.0/"});
    ASSERT_FALSE(proxies);
    EXPECT_EQ(proxies.error().reasons.size(), 4u);
}

TEST(TrustedProxies, CompareNetworksToTheBit) {
    const auto proxies = *TrustedProxies::from({"10.0.0.128/25"});
    EXPECT_TRUE(proxies.trusts("10.0.0.128"));
    EXPECT_FALSE(proxies.trusts("10.0.0.127"));
    EXPECT_FALSE(proxies.trusts("not an address"));
}

}  // namespace hearken::web
