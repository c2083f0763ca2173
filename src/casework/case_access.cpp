// Who can see a case, restricting it, and opening it in an emergency.
#include <algorithm>

#include "casework/actors.hpp"
#include "casework/audit_trail.hpp"
#include "casework/case_change.hpp"
#include "casework/reader.hpp"
#include "store/jobs.hpp"
#include "store/notices.hpp"
#include "store/roles_held.hpp"
#include "store/users.hpp"
#include "store/visible.hpp"

namespace hearken::casework {

namespace {

using engine::Event;
using engine::EventKind;

Refusal no_such_case() {
    return Refusal::of(RefusalCode::NotFound, "no-such-case", "There is no such record, or it is not one that you may open.");
}

/// Everyone who might see it: people with a part, and holders of a role at an organisation that has a side.
std::vector<access::Actor> possible_readers(World& world, store::Reading& reading, const CaseRecord& record) {
    const auto today = calendar::local_date_of(world.clock.now());
    std::vector<access::Actor> actors;
    const auto add = [&](const store::RoleHeld& held) {
        if (std::none_of(actors.begin(), actors.end(), [&](const auto& one) { return one.holding == held.id; })) actors.push_back(actor_in(world, reading, held));
    };
    std::vector<std::string> reading_roles;
    for (const auto& [id, role] : world.library.vocabulary().roles)
        if (role.reads == "organisation" || role.reads == "team") reading_roles.push_back(id);
    std::set<OrganisationId> organisations = record.facts.parties;
    organisations.insert(record.facts.owner);
    organisations.insert(record.facts.shared_with.begin(), record.facts.shared_with.end());
    for (const auto& organisation : organisations)
        for (const auto& held : store::holders_of(reading, organisation, reading_roles, today)) add(held);
    auto users = record.facts.involved;
    users.insert(record.facts.named.begin(), record.facts.named.end());
    users.insert(record.facts.opened_by);
    for (const auto& user : users)
        for (const auto& held : store::roles_in_force(reading, user, today)) add(held);
    return actors;
}

std::string why(const access::Actor& actor, const access::CaseFacts& facts, const std::string& role_title, access::CaseView view) {
    if (view == access::CaseView::Receipt) return "recorded it: sees only that it was received";
    if (facts.named.contains(actor.user)) return "named as a reader";
    if (view == access::CaseView::Party) return role_title + " at an organisation with a side: sees that side only";
    if (facts.involved.contains(actor.user)) return "has a part in it";
    return role_title + " at " + (actor.organisation == facts.owner ? "the organisation whose record it is" : "an organisation it was shared with");
}

Event person_involved(const World& world, const access::Actor& actor, const std::string& involvement, const UserId& who, const std::string& text) {
    Event event;
    event.kind = EventKind::PersonInvolved;
    event.occurred_at = event.recorded_at = world.clock.now();
    event.by = acted_by(actor);
    event.element = involvement;
    event.value = who.str();
    event.text = text;
    return event;
}

Result<void> reason_given(const std::string& reason) {
    if (reason.find_first_not_of(" \t\r\n") != std::string::npos) return {};
    return refuse(RefusalCode::Invalid, "required", "Say why. The reason stays on the record.", "reason");
}

}  // namespace

Result<std::vector<CanSee>> who_can_see(World& world, const access::Actor& actor, const CaseId& in_case) {
    constexpr auto action = access::Action::ReadCase;
    if (auto may = allowed(world, actor, action, in_case); !may) return refuse(may.error());
    auto outcome = world.database.read([&](store::Reading& reading) -> Result<std::vector<CanSee>> {
        const auto record = load_case(world, reading, in_case);
        if (!record || access::view_of(actor, record->facts) != access::CaseView::Full) return refuse(no_such_case());
        Names names(reading);
        std::vector<CanSee> readers;
        const auto& roles = world.library.vocabulary().roles;
        for (const auto& one : possible_readers(world, reading, *record)) {
            const auto view = access::view_of(one, record->facts);
            if (view == access::CaseView::None) continue;
            const auto role = roles.find(one.role);
            readers.push_back({names.of_user(one.user), names.of_organisation(one.organisation),
                               why(one, record->facts, role == roles.end() ? one.role : role->second.title, view), view});
        }
        std::stable_sort(readers.begin(), readers.end(), [](const auto& a, const auto& b) { return a.view > b.view; });
        return readers;
    });
    if (!outcome) return note_refusal(world, actor, action, in_case, outcome.error());
    return outcome;
}

Result<Acted> restrict_case(World& world, const access::Actor& actor, const CaseId& in_case, bool restricted, const std::vector<UserId>& named,
                            const std::string& reason) {
    constexpr auto action = access::Action::RestrictCase;
    if (auto may = allowed(world, actor, action, in_case); !may) return refuse(may.error());
    if (auto given = reason_given(reason); !given) return refuse(given.error());
    auto outcome = world.database.write([&](store::Transaction& transaction) -> Result<Acted> {
        auto record = load_case(world, transaction, in_case);
        if (!record || access::view_of(actor, record->facts) != access::CaseView::Full) return refuse(no_such_case());
        Event event;
        event.kind = EventKind::FactSet;
        event.occurred_at = event.recorded_at = world.clock.now();
        event.by = acted_by(actor);
        event.element = "restricted";
        event.value = restricted ? "yes" : "no";
        event.text = reason;
        std::vector<Event> events{event};
        if (restricted) {
            // Whoever restricts stays a reader: a case that nobody can open helps no child.
            events.push_back(person_involved(world, actor, "named-reader", actor.user, reason));
            for (const auto& user : named) {
                if (!store::find_user(transaction, user)) return refuse(RefusalCode::Invalid, "no-such-user", "Choose readers from the list.", "named");
                if (user != actor.user) events.push_back(person_involved(world, actor, "named-reader", user, reason));
            }
        }
        if (auto kept = append_to_case(world, transaction, *record, std::move(events)); !kept) return refuse(kept.error());
        auto line = audit_line(world, actor, action);
        line.case_id = in_case;
        line.persons = subjects_in(record->state);
        store::append_audit(transaction, std::move(line));
        return Acted{in_case, restricted ? "Only the people named can now see this record." : "The restriction was lifted.", {}, {}, 0};
    });
    if (!outcome) return note_refusal(world, actor, action, in_case, outcome.error());
    return outcome;
}

Result<Acted> break_glass(World& world, const access::Actor& actor, const CaseId& in_case, const std::string& reason) {
    constexpr auto action = access::Action::BreakGlass;
    if (auto may = allowed(world, actor, action, in_case); !may) return refuse(may.error());
    if (auto given = reason_given(reason); !given) return refuse(given.error());
    auto outcome = world.database.write([&](store::Transaction& transaction) -> Result<Acted> {
        auto record = load_case(world, transaction, in_case);
        const bool own = record && (record->facts.owner == actor.organisation || record->facts.parties.contains(actor.organisation));
        if (!own || record->facts.excluded.contains(actor.user) || !record->facts.area.empty()) return refuse(no_such_case());
        auto event = person_involved(world, actor, "named-reader", actor.user, reason);
        event.details["emergency"] = "yes";
        if (auto kept = append_to_case(world, transaction, *record, {event}); !kept) return refuse(kept.error());
        const std::string reading = in_case.str() + "/" + actor.user.str();
        store::ask_for_job_again(transaction, {world.ids.next<EventId>().str(), "end-reading", reading, world.clock.now() + std::chrono::hours{24}, "end-reading/" + reading, 0});
        // Told at once to those named as its readers, or to the owner's managers where nobody is.
        store::StoredNotice notice;
        notice.case_id = in_case;
        notice.notice = "opened-in-emergency";
        notice.text = "A restricted record was opened in an emergency. Look at who read it and why.";
        notice.created_at = world.clock.now();
        for (const auto& user : record->facts.named) {
            notice.id = world.ids.next<EventId>().str();
            notice.user = user;
            store::add_notice(transaction, notice);
        }
        auto line = audit_line(world, actor, action);
        line.case_id = in_case;
        line.persons = subjects_in(record->state);
        store::append_audit(transaction, std::move(line));
        return Acted{in_case, "You can open this record for 24 hours. The people named as its readers have been told, with your reason.", {}, {}, 0};
    });
    if (!outcome) return note_refusal(world, actor, action, in_case, outcome.error());
    return outcome;
}

}  // namespace hearken::casework
