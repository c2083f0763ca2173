// Tokens of the JSON API: one user in one role, with scopes and an end.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/instant.hpp"
#include "store/database.hpp"

namespace hearken::store {

struct ApiToken {
    std::string id, token_digest;
    UserId user;
    RoleHeldId holding;
    std::string name;
    std::set<std::string> scopes;
    Instant created_at, expires_at;
    std::optional<Instant> last_used_at, revoked_at;
};

void add_api_token(Transaction& transaction, const ApiToken& token);
std::optional<ApiToken> find_api_token(Reading& reading, const std::string& token_digest);
std::vector<ApiToken> api_tokens_of(Reading& reading, const UserId& user);
/// Written at most once a minute, so that a busy client does not make every read a write.
void note_api_token_use(Transaction& transaction, const std::string& id, Instant now);
bool revoke_api_token(Transaction& transaction, const std::string& id, const UserId& user, Instant now);

}  // namespace hearken::store
