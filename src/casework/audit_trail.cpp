#include "casework/audit_trail.hpp"

namespace hearken::casework {

store::AuditLine audit_line(const World& world, const access::Actor& actor, access::Action action) {
    store::AuditLine line;
    line.at = world.clock.now();
    line.user = actor.user;
    line.role = actor.role;
    line.organisation = actor.organisation;
    line.session_ref = actor.by_token ? "token" : "";
    line.action = std::string(access::action_name(action));
    line.outcome = "done";
    return line;
}

void note_read(World& world, const access::Actor& actor, access::Action action, const CaseId& in_case, std::vector<PersonId> shown,
               std::string detail) {
    auto line = audit_line(world, actor, action);
    line.outcome = "seen";
    line.case_id = in_case;
    line.persons = std::move(shown);
    line.detail = std::move(detail);
    world.audit.write(std::move(line));
}

tl::unexpected<Refusal> note_refusal(World& world, const access::Actor& actor, access::Action action, const CaseId& in_case,
                                     Refusal refusal, std::vector<PersonId> about) {
    auto line = audit_line(world, actor, action);
    line.outcome = "refused";
    line.case_id = in_case;
    line.persons = std::move(about);
    for (const auto& reason : refusal.reasons) line.reasons += (line.reasons.empty() ? "" : ",") + reason.code;
    world.audit.write(std::move(line));
    return refuse(std::move(refusal));
}

Result<void> allowed(World& world, const access::Actor& actor, access::Action action, const CaseId& in_case) {
    auto decided = access::may(actor, action);
    if (!decided) return note_refusal(world, actor, action, in_case, decided.error());
    return {};
}

}  // namespace hearken::casework
