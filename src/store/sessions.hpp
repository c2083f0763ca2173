// Sign-in sessions, by the digest of their token: the database never holds what a browser sends.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/instant.hpp"
#include "store/database.hpp"

namespace hearken::store {

struct Session {
    std::string token_digest;
    UserId user;
    RoleHeldId holding;  ///< the role being acted in; empty until chosen
    std::string csrf_token;
    std::string state;   ///< second-factor-wanted | enrolling | signed-in | locked (idle; signing in again resumes)
    Instant created_at, last_seen_at, expires_at;
    std::string address_digest, device;
};

void add_session(Transaction& transaction, const Session& session);
std::optional<Session> find_session(Reading& reading, const std::string& token_digest);
void change_session(Transaction& transaction, const Session& session);  ///< everything but token, user and created_at
void touch_session(Transaction& transaction, const std::string& token_digest, Instant last_seen_at);
/// True when there was one.
bool end_session(Transaction& transaction, const std::string& token_digest);
int end_sessions_of(Transaction& transaction, const UserId& user, const std::string& except_token_digest = {});
std::vector<Session> sessions_of(Reading& reading, const UserId& user);  ///< newest first
int remove_expired_sessions(Transaction& transaction, Instant now);

}  // namespace hearken::store
