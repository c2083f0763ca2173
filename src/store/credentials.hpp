// How a user proves who they are: stored apart from the account so that no list carries it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/instant.hpp"
#include "store/database.hpp"

namespace hearken::store {

struct Credentials {
    std::string password_hash;  ///< Argon2id, as libsodium writes it; empty = cannot sign in with a password
    std::optional<Instant> password_changed_at;
    std::string totp_secret;    ///< base 32, or sealed by the caller; empty = no second factor yet
    long totp_last_step = 0;    ///< a code is good once
};

std::optional<Credentials> find_credentials(Reading& reading, const UserId& user);
void set_password(Transaction& transaction, const UserId& user, const std::string& hash, Instant now);
void set_totp_secret(Transaction& transaction, const UserId& user, const std::string& secret);
/// False when that step, or a later one, was used before: the code is refused.
bool use_totp_step(Transaction& transaction, const UserId& user, long step);

/// Replaces all earlier recovery codes.
void set_recovery_codes(Transaction& transaction, const UserId& user, const std::vector<std::string>& code_hashes);
/// True once for each code.
bool use_recovery_code(Transaction& transaction, const UserId& user, const std::string& code_hash, Instant now);
int recovery_codes_left(Reading& reading, const UserId& user);

}  // namespace hearken::store
