#include "store/idempotency.hpp"

#include "store/sql.hpp"

namespace hearken::store {

std::optional<IdempotentAnswer> find_idempotent_answer(Reading& reading, const UserId& user, const std::string& key) {
    const auto row = Sql(reading, "select request_digest, status, response, created_at from idempotency_key where user_id = :user_id and key = :key")
                         .with("user_id", user).with("key", key).row();
    if (!row) return std::nullopt;
    IdempotentAnswer answer;
    row->into(answer.request_digest, answer.status, answer.response, answer.created_at);
    return answer;
}

bool keep_idempotent_answer(Transaction& transaction, const UserId& user, const std::string& key, const IdempotentAnswer& answer) {
    return Sql(transaction,
               "insert into idempotency_key (user_id, key, request_digest, status, response, created_at) "
               "values (:user_id, :key, :request_digest, :status, :response, :created_at) on conflict (user_id, key) do nothing")
               .with("user_id", user).with("key", key).with("request_digest", answer.request_digest).with("status", answer.status)
               .with("response", answer.response).with("created_at", answer.created_at).run() > 0;
}

int remove_idempotent_answers(Transaction& transaction, Instant before) {
    return static_cast<int>(Sql(transaction, "delete from idempotency_key where created_at < :before").with("before", before).run());
}

}  // namespace hearken::store
