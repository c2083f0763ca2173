// Who read a child's record, and what a user read.
#include "casework/audit_trail.hpp"
#include "casework/children.hpp"
#include "casework/names.hpp"

namespace hearken::casework {

namespace {

Page<ReadLogLine> lines_of(World& world, store::Reading& reading, const store::Paged<store::AuditLine>& found) {
    Names names(reading);
    const auto& roles = world.library.vocabulary().roles;
    Page<ReadLogLine> page;
    page.next = found.next;
    for (const auto& line : found.items) {
        const auto role = roles.find(line.role);
        page.rows.push_back({line.at, line.user ? names.of_user(line.user) : "Nobody signed in", role == roles.end() ? line.role : role->second.title,
                             line.organisation ? names.of_organisation(line.organisation) : "", line.action, line.outcome, line.reasons});
    }
    return page;
}

}  // namespace

Result<Page<ReadLogLine>> who_read(World& world, const access::Actor& actor, const PersonId& person, const std::string& after) {
    constexpr auto action = access::Action::ReadAudit;
    if (auto may = allowed(world, actor, action); !may) return refuse(may.error());
    auto page = world.database.read([&](store::Reading& reading) { return lines_of(world, reading, store::audit_of_person(reading, person, {}, {50, after})); });
    note_read(world, actor, action, {}, {person}, "who-read");
    return page;
}

Result<Page<ReadLogLine>> what_they_read(World& world, const access::Actor& actor, const UserId& user, const std::string& after) {
    const auto action = user == actor.user ? access::Action::ReadOwnAudit : access::Action::ReadAudit;
    if (auto may = allowed(world, actor, action); !may) return refuse(may.error());
    auto page = world.database.read([&](store::Reading& reading) { return lines_of(world, reading, store::audit_of_user(reading, user, {}, {50, after})); });
    note_read(world, actor, action, {}, {}, "what-they-read");
    return page;
}

}  // namespace hearken::casework
