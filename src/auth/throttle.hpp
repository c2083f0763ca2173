// How long a sign-in must wait after failures. Designed so that nobody can lock somebody else out: what slows down is
// the pair of account and network address, and the address; the account alone slows down only devices that have never
// signed in to it (a device that has carries a cookie that says so).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/instant.hpp"

namespace hearken::auth {

/// Failures counted under one bucket.
struct Failures {
    int count = 0;
    std::optional<Instant> blocked_until;
    Instant last_failed_at;
};

enum class BucketKind { AccountFromAddress, Address, AccountFromUnknownDevices };

struct Bucket {
    BucketKind kind;
    std::string key;  ///< a digest: neither name nor address is kept
};

/// The buckets that a try counts in.
std::vector<Bucket> buckets_of(const std::string& sign_in_name, const std::string& address, bool known_device);

/// After one more failure: a few free ones (5; 20 for an address, 50 for unknown devices), then 2 s, 4 s … 15 minutes.
/// A quiet day forgets the count.
Failures after_failure(BucketKind kind, Failures before, Instant now);

/// Seconds still to wait, 0 when none.
long seconds_to_wait(const Failures& failures, Instant now);

}  // namespace hearken::auth
