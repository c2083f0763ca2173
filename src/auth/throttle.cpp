#include "auth/throttle.hpp"

#include <algorithm>

#include "auth/secret_text.hpp"

namespace hearken::auth {

using namespace std::chrono;

std::vector<Bucket> buckets_of(const std::string& sign_in_name, const std::string& address, bool known_device) {
    std::vector<Bucket> buckets{
        {BucketKind::AccountFromAddress, digest_of("pair:" + sign_in_name + "\n" + address)},
        {BucketKind::Address, digest_of("address:" + address)},
    };
    if (!known_device)
        buckets.push_back({BucketKind::AccountFromUnknownDevices, digest_of("account:" + sign_in_name)});
    return buckets;
}

namespace {

int free_tries(BucketKind kind) {
    switch (kind) {
        case BucketKind::AccountFromAddress: return 5;
        case BucketKind::Address: return 20;
        case BucketKind::AccountFromUnknownDevices: return 50;
    }
    return 0;
}

}  // namespace

Failures after_failure(BucketKind kind, Failures before, Instant now) {
    if (before.count > 0 && now - before.last_failed_at > days{1}) before = {};
    Failures after{before.count + 1, before.blocked_until, now};
    const int over = after.count - free_tries(kind);
    if (over > 0) after.blocked_until = now + std::min<seconds>(seconds{1 << std::min(over, 10)}, minutes{15});
    return after;
}

long seconds_to_wait(const Failures& failures, Instant now) {
    if (!failures.blocked_until || *failures.blocked_until <= now) return 0;
    return (*failures.blocked_until - now).count();
}

}  // namespace hearken::auth
