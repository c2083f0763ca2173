#include "store/sessions.hpp"

#include "store/sql.hpp"

namespace hearken::store {

namespace {

const std::string kColumns = "token_digest, user_id, role_held_id, csrf_token, state, created_at, last_seen_at, expires_at, address_digest, device";

Session session_of(const Row& row) {
    Session s;
    row.into(s.token_digest, s.user, s.holding, s.csrf_token, s.state, s.created_at, s.last_seen_at, s.expires_at, s.address_digest, s.device);
    return s;
}

}  // namespace

void add_session(Transaction& transaction, const Session& s) {
    Sql(transaction,
        "insert into session (token_digest, user_id, role_held_id, csrf_token, state, created_at, last_seen_at, expires_at, address_digest, device) "
        "values (:token_digest, :user_id, :role_held_id, :csrf_token, :state, :created_at, :last_seen_at, :expires_at, :address_digest, :device)")
        .with("token_digest", s.token_digest).with("user_id", s.user).with_reference("role_held_id", s.holding).with("csrf_token", s.csrf_token)
        .with("state", s.state).with("created_at", s.created_at).with("last_seen_at", s.last_seen_at).with("expires_at", s.expires_at)
        .with("address_digest", s.address_digest).with("device", s.device).run();
}

std::optional<Session> find_session(Reading& reading, const std::string& token_digest) {
    const auto row = Sql(reading, "select " + kColumns + " from session where token_digest = :token").with("token", token_digest).row();
    return row ? std::optional(session_of(*row)) : std::nullopt;
}

void change_session(Transaction& transaction, const Session& s) {
    Sql(transaction,
        "update session set role_held_id = :role_held_id, csrf_token = :csrf_token, state = :state, last_seen_at = :last_seen_at, "
        "expires_at = :expires_at, address_digest = :address_digest, device = :device where token_digest = :token")
        .with_reference("role_held_id", s.holding).with("csrf_token", s.csrf_token).with("state", s.state).with("last_seen_at", s.last_seen_at)
        .with("expires_at", s.expires_at).with("address_digest", s.address_digest).with("device", s.device).with("token", s.token_digest).run();
}

void touch_session(Transaction& transaction, const std::string& token_digest, Instant last_seen_at) {
    Sql(transaction, "update session set last_seen_at = :seen where token_digest = :token").with("seen", last_seen_at).with("token", token_digest).run();
}

bool end_session(Transaction& transaction, const std::string& token_digest) {
    return Sql(transaction, "delete from session where token_digest = :token").with("token", token_digest).run() > 0;
}

int end_sessions_of(Transaction& transaction, const UserId& user, const std::string& except_token_digest) {
    return static_cast<int>(Sql(transaction, "delete from session where user_id = :user_id and token_digest <> :except")
                                .with("user_id", user).with("except", except_token_digest).run());
}

std::vector<Session> sessions_of(Reading& reading, const UserId& user) {
    std::vector<Session> sessions;
    for (const Row& row : Sql(reading, "select " + kColumns + " from session where user_id = :user_id order by created_at desc, token_digest").with("user_id", user).rows())
        sessions.push_back(session_of(row));
    return sessions;
}

int remove_expired_sessions(Transaction& transaction, Instant now) {
    return static_cast<int>(Sql(transaction, "delete from session where expires_at < :now").with("now", now).run());
}

}  // namespace hearken::store
