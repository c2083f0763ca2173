#include "casework/recovery_codes.hpp"

#include "auth/one_time.hpp"
#include "store/audit.hpp"
#include "store/credentials.hpp"

namespace hearken::casework {

Result<std::vector<std::string>> new_recovery_codes(World& world, const Session& session, const std::string& code) {
    const auto now = world.clock.now();
    return world.database.write([&](store::Transaction& transaction) -> Result<std::vector<std::string>> {
        const auto credentials = store::find_credentials(transaction, session.user);
        if (!credentials || credentials->totp_secret.empty())
            return refuse(RefusalCode::Conflict, "no-second-factor", "Set up your second factor first: the codes stand in for it.", "code");
        const auto step = auth::totp_step(credentials->totp_secret, code, now, credentials->totp_last_step);
        if (!step || !store::use_totp_step(transaction, session.user, *step))
            return refuse(RefusalCode::Invalid, "code-not-right", "The code is not right or has been used. Wait for the next code in your app.", "code");
        const auto codes = auth::new_recovery_codes();
        std::vector<std::string> digests;
        for (const auto& one : codes) digests.push_back(auth::recovery_code_digest(one));
        store::set_recovery_codes(transaction, session.user, digests);
        store::AuditLine line;
        line.at = now;
        line.user = session.user;
        line.role = session.actor.role;
        line.organisation = session.actor.organisation;
        line.action = "new-recovery-codes";
        line.outcome = "done";
        store::append_audit(transaction, std::move(line));
        return codes;
    });
}

SecondFactorState second_factor_state(World& world, const Session& session) {
    return world.database.read([&](store::Reading& reading) {
        const auto credentials = store::find_credentials(reading, session.user);
        return SecondFactorState{credentials && !credentials->totp_secret.empty(), store::recovery_codes_left(reading, session.user)};
    });
}

}  // namespace hearken::casework
