#include "store/credentials.hpp"

#include "store/sql.hpp"

namespace hearken::store {

std::optional<Credentials> find_credentials(Reading& reading, const UserId& user) {
    const auto row = Sql(reading, "select password_hash, password_changed_at, totp_secret, totp_last_step from user_account where id = :id").with("id", user).row();
    if (!row) return std::nullopt;
    Credentials credentials;
    row->into(credentials.password_hash, credentials.password_changed_at, credentials.totp_secret, credentials.totp_last_step);
    return credentials;
}

void set_password(Transaction& transaction, const UserId& user, const std::string& hash, Instant now) {
    Sql(transaction, "update user_account set password_hash = :hash, password_changed_at = :now where id = :id")
        .with("hash", hash).with("now", now).with("id", user).run();
}

void set_totp_secret(Transaction& transaction, const UserId& user, const std::string& secret) {
    Sql(transaction, "update user_account set totp_secret = :secret, totp_last_step = 0 where id = :id").with("secret", secret).with("id", user).run();
}

bool use_totp_step(Transaction& transaction, const UserId& user, long step) {
    return Sql(transaction, "update user_account set totp_last_step = :step where id = :id and totp_last_step < :step")
               .with("step", step).with("id", user).run() > 0;
}

void set_recovery_codes(Transaction& transaction, const UserId& user, const std::vector<std::string>& code_hashes) {
    Sql(transaction, "delete from recovery_code where user_id = :id").with("id", user).run();
    for (const std::string& hash : code_hashes)
        Sql(transaction, "insert into recovery_code (user_id, code_hash) values (:id, :hash)").with("id", user).with("hash", hash).run();
}

bool use_recovery_code(Transaction& transaction, const UserId& user, const std::string& code_hash, Instant now) {
    return Sql(transaction, "update recovery_code set used_at = :now where user_id = :id and code_hash = :hash and used_at is null")
               .with("now", now).with("id", user).with("hash", code_hash).run() > 0;
}

int recovery_codes_left(Reading& reading, const UserId& user) {
    return static_cast<int>(Sql(reading, "select count(*) from recovery_code where user_id = :id and used_at is null").with("id", user).number());
}

}  // namespace hearken::store
