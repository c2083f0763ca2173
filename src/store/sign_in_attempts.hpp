// Failed sign-ins, counted by bucket (a name from one network, a network): the caller chooses buckets so that a
// stranger cannot lock somebody else out.
#pragma once
#include <optional>
#include <string>

#include "core/instant.hpp"
#include "store/database.hpp"

namespace hearken::store {

struct SignInAttempts {
    int failures = 0;
    std::optional<Instant> blocked_until;
    Instant last_failed_at;
};

SignInAttempts sign_in_attempts(Reading& reading, const std::string& bucket);
/// Counts one more and gives the new count.
int count_failed_sign_in(Transaction& transaction, const std::string& bucket, Instant now);
void block_sign_in(Transaction& transaction, const std::string& bucket, Instant until);
void forget_failed_sign_ins(Transaction& transaction, const std::string& bucket);
int remove_old_sign_in_attempts(Transaction& transaction, Instant before);

}  // namespace hearken::store
