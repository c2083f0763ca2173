#include "store/api_tokens.hpp"

#include "store/sql.hpp"

namespace hearken::store {

namespace {

const std::string kColumns = "id, token_digest, user_id, role_held_id, name, scopes, created_at, expires_at, last_used_at, revoked_at";

ApiToken token_of(const Row& row) {
    ApiToken t;
    std::string scopes;
    row.into(t.id, t.token_digest, t.user, t.holding, t.name, scopes, t.created_at, t.expires_at, t.last_used_at, t.revoked_at);
    t.scopes = split_words(scopes);
    return t;
}

}  // namespace

void add_api_token(Transaction& transaction, const ApiToken& t) {
    Sql(transaction,
        "insert into api_token (id, token_digest, user_id, role_held_id, name, scopes, created_at, expires_at) "
        "values (:id, :token_digest, :user_id, :role_held_id, :name, :scopes, :created_at, :expires_at)")
        .with("id", t.id).with("token_digest", t.token_digest).with("user_id", t.user).with("role_held_id", t.holding).with("name", t.name)
        .with("scopes", joined(t.scopes)).with("created_at", t.created_at).with("expires_at", t.expires_at).run();
}

std::optional<ApiToken> find_api_token(Reading& reading, const std::string& token_digest) {
    const auto row = Sql(reading, "select " + kColumns + " from api_token where token_digest = :token").with("token", token_digest).row();
    return row ? std::optional(token_of(*row)) : std::nullopt;
}

std::vector<ApiToken> api_tokens_of(Reading& reading, const UserId& user) {
    std::vector<ApiToken> tokens;
    for (const Row& row : Sql(reading, "select " + kColumns + " from api_token where user_id = :user_id order by created_at desc, id").with("user_id", user).rows())
        tokens.push_back(token_of(row));
    return tokens;
}

void note_api_token_use(Transaction& transaction, const std::string& id, Instant now) {
    Sql(transaction, "update api_token set last_used_at = :now where id = :id and (last_used_at is null or last_used_at < :minute_ago)")
        .with("now", now).with("id", id).with("minute_ago", now - std::chrono::minutes{1}).run();
}

bool revoke_api_token(Transaction& transaction, const std::string& id, const UserId& user, Instant now) {
    return Sql(transaction, "update api_token set revoked_at = :now where id = :id and user_id = :user_id and revoked_at is null")
               .with("now", now).with("id", id).with("user_id", user).run() > 0;
}

}  // namespace hearken::store
