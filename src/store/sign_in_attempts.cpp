#include "store/sign_in_attempts.hpp"

#include "store/sql.hpp"

namespace hearken::store {

SignInAttempts sign_in_attempts(Reading& reading, const std::string& bucket) {
    SignInAttempts attempts;
    const auto row = Sql(reading, "select failures, blocked_until, last_failed_at from sign_in_attempt where bucket = :bucket").with("bucket", bucket).row();
    if (row) row->into(attempts.failures, attempts.blocked_until, attempts.last_failed_at);
    return attempts;
}

int count_failed_sign_in(Transaction& transaction, const std::string& bucket, Instant now) {
    return static_cast<int>(Sql(transaction,
                                "insert into sign_in_attempt (bucket, failures, last_failed_at) values (:bucket, 1, :now) "
                                "on conflict (bucket) do update set failures = sign_in_attempt.failures + 1, last_failed_at = excluded.last_failed_at "
                                "returning failures")
                                .with("bucket", bucket).with("now", now).number());
}

void block_sign_in(Transaction& transaction, const std::string& bucket, Instant until) {
    Sql(transaction, "update sign_in_attempt set blocked_until = :until where bucket = :bucket").with("until", until).with("bucket", bucket).run();
}

void forget_failed_sign_ins(Transaction& transaction, const std::string& bucket) {
    Sql(transaction, "delete from sign_in_attempt where bucket = :bucket").with("bucket", bucket).run();
}

int remove_old_sign_in_attempts(Transaction& transaction, Instant before) {
    return static_cast<int>(Sql(transaction, "delete from sign_in_attempt where last_failed_at < :before").with("before", before).run());
}

}  // namespace hearken::store
