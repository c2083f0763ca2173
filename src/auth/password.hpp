// Passwords: what is accepted, and how they are kept (Argon2id through libsodium).
#pragma once
#include <set>
#include <string>
#include <string_view>

#include "core/result.hpp"

namespace hearken::auth {

/// How much work one guess costs. Interactive takes about 80 ms; Minimum is for tests only.
enum class HashCost { Interactive, Minimum };

std::string hash_password(std::string_view password, HashCost cost);

/// Constant-time. False for an empty or malformed hash: an account without a password cannot be signed in to.
bool password_matches(std::string_view password, const std::string& hash);

/// Spends as long as password_matches would, for a sign-in name that does not exist, so that the two answer alike.
void spend_as_long_as_a_match(std::string_view password, HashCost cost);

/// Passwords that attackers try first: the product's own short list, and any longer local one an administrator adds.
class BreachedList {
public:
    BreachedList();                             ///< the product's own list
    void add_lines(std::string_view text);      ///< one password a line
    bool contains(std::string_view password) const;  ///< ignoring case and final digits or punctuation

private:
    std::set<std::string, std::less<>> words_;
};

inline constexpr size_t kPasswordMinimum = 12;   ///< characters; NCSC: length over composition rules
inline constexpr size_t kPasswordMaximum = 256;  ///< bytes; keeps hashing bounded

/// Every reason why a new password would not do, for the field `field`.
Result<void> check_new_password(std::string_view password, std::string_view sign_in_name, const BreachedList& breached,
                                const std::string& field = "password");

}  // namespace hearken::auth
