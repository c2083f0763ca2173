#include "store/responsibilities.hpp"

#include "store/sql.hpp"

namespace hearken::store {

void accept_responsibilities(Transaction& transaction, const UserId& user, const std::string& edition, Instant at) {
    Sql(transaction, "insert into accepted_responsibilities (user_id, edition, accepted_at) values (:user_id, :edition, :at) on conflict (user_id, edition) do nothing")
        .with("user_id", user).with("edition", edition).with("at", at).run();
}

std::optional<Instant> responsibilities_accepted(Reading& reading, const UserId& user, const std::string& edition) {
    const auto rows = Sql(reading, "select accepted_at from accepted_responsibilities where user_id = :user_id and edition = :edition").with("user_id", user).with("edition", edition).rows();
    if (rows.empty()) return std::nullopt;
    std::optional<Instant> at;
    rows.front().into(at);
    return at;
}

}  // namespace hearken::store
