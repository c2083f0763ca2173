#include "casework/joined_records.hpp"

#include <algorithm>

#include "calendar/moment_text.hpp"
#include "casework/audit_trail.hpp"
#include "casework/chronology_entries.hpp"
#include "people/matching.hpp"
#include "people/registration.hpp"
#include "store/addresses.hpp"
#include "store/audit.hpp"
#include "store/joined_records.hpp"
#include "store/person_search.hpp"
#include "store/persons.hpp"
#include "store/registrations.hpp"
#include "store/visible.hpp"

namespace hearken::casework {

using access::Action;

namespace {

bool blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

people::MatchSubject subject_of(store::Reading& reading, const store::StoredPerson& stored) {
    std::vector<people::Address> addresses;
    for (const auto& lives : store::addresses_of_person(reading, stored.person.id()))
        if (auto found = store::find_address(reading, lives.address)) addresses.push_back(std::move(found->address));
    return people::match_subject(stored.person, stored.identifiers, addresses);
}

PersonSummary summary_of(World& world, store::Reading& reading, Names& names, const store::StoredPerson& stored, access::PersonView view) {
    const auto today = calendar::local_date_of(world.clock.now());
    PersonSummary summary;
    summary.id = stored.person.id();
    summary.name = stored.person.display_name();
    summary.list_name = stored.person.name_for_list();
    summary.age = stored.person.age_text(today);
    summary.view = view;
    for (const auto& name : stored.person.details().names)
        if (name.type != people::NameType::Current) summary.also_known_as += (summary.also_known_as.empty() ? "" : ", ") + name.full();
    for (const auto& registration : people::registrations_of(summary.id, today, store::registrations_of_person(reading, summary.id)))
        summary.known_to.push_back(names.of_organisation(registration.organisation));
    return summary;
}

std::vector<SameOrNot> proposals(World& world, store::Reading& reading, const access::Actor& actor, Names& names, const store::StoredPerson& stored) {
    const auto subject = subject_of(reading, stored);
    const auto one = store::records_of_one(reading, stored.person.id());
    std::vector<PersonId> ids;
    for (const auto& near : store::persons_under_keys(reading, people::match_keys(subject)).found)
        if (std::find(one.begin(), one.end(), near.person) == one.end()) ids.push_back(near.person);
    const auto visible = store::visible_persons(reading, actor, ids, calendar::iso_date(calendar::local_date_of(world.clock.now())));
    people::NotTheSame not_the_same;
    for (const auto& other : store::not_the_same_as(reading, stored.person.id())) not_the_same.add(stored.person.id(), other);
    std::vector<people::MatchSubject> candidates;
    std::vector<store::StoredPerson> held;
    for (auto& candidate : store::find_persons(reading, ids))
        if (std::any_of(visible.begin(), visible.end(), [&](const auto& seen) { return seen.person == candidate.person.id(); })) {
            candidates.push_back(subject_of(reading, candidate));
            held.push_back(std::move(candidate));
        }
    std::vector<SameOrNot> proposed;
    for (const auto& match : people::find_matches(subject, candidates, not_the_same)) {
        const auto other = std::find_if(held.begin(), held.end(), [&](const auto& candidate) { return candidate.person.id() == match.candidate; });
        const auto seen = std::find_if(visible.begin(), visible.end(), [&](const auto& candidate) { return candidate.person == match.candidate; });
        proposed.push_back({match.candidate, summary_of(world, reading, names, *other, seen->view), match.verdict == people::MatchVerdict::Same, people::explain(match)});
    }
    return proposed;
}

/// Both records known to the actor, who says why.
template <class Work>
Result<void> decide(World& world, const access::Actor& actor, const PersonId& person, const PersonId& other, const std::string& reason, const char* what, Work work) {
    constexpr auto action = Action::JoinRecords;
    if (auto may = allowed(world, actor, action); !may) return may;
    Refusal refusal{RefusalCode::Invalid, {}};
    if (other.empty() || other == person) refusal.reasons.push_back({"required", "Choose the other record.", "other"});
    if (blank(reason)) refusal.reasons.push_back({"required", "Say how you know. The reason stays on both records.", "reason"});
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    auto outcome = world.database.write([&](store::Transaction& transaction) -> Result<void> {
        for (const auto& one : {person, other})
            if (!store::find_person(transaction, one) || person_view(world, transaction, actor, one) == access::PersonView::None) return refuse(no_such_person());
        if (auto done = work(transaction); !done) return done;
        const store::ChangedBy by{actor.user, actor.organisation, world.clock.now(), reason};
        store::note_person_change(transaction, person, by, what, "{}", "{\"other\":\"" + other.str() + "\"}");
        store::note_person_change(transaction, other, by, what, "{}", "{\"other\":\"" + person.str() + "\"}");
        auto line = audit_line(world, actor, action);
        line.persons = {person, other};
        line.detail = what;
        store::append_audit(transaction, std::move(line));
        return {};
    });
    if (!outcome) return note_refusal(world, actor, action, {}, outcome.error(), {person});
    return outcome;
}

}  // namespace

Result<JoinPage> read_join_page(World& world, const access::Actor& actor, const PersonId& person) {
    constexpr auto action = Action::JoinRecords;
    if (auto may = allowed(world, actor, action); !may) return refuse(may.error());
    std::vector<PersonId> shown{person};
    auto outcome = world.database.read([&](store::Reading& reading) -> Result<JoinPage> {
        const auto stored = store::find_person(reading, person);
        const auto view = stored ? person_view(world, reading, actor, person) : access::PersonView::None;
        if (view == access::PersonView::None) return refuse(no_such_person());
        Names names(reading);
        JoinPage page;
        page.person = summary_of(world, reading, names, *stored, view);
        page.proposed = proposals(world, reading, actor, names, *stored);
        for (const auto& joined : store::joinings_of(reading, person)) {
            const auto& other = joined.first == person ? joined.second : joined.first;
            if (person_view(world, reading, actor, other) == access::PersonView::None) continue;
            page.joinings.push_back({joined.id, other, names.of_person(other), joined.reason, names.of_user(joined.joined_by), joined.parted_reason, joined.joined_at, joined.parted_at});
        }
        for (const auto& one : page.proposed) shown.push_back(one.other);
        return page;
    });
    if (!outcome) return note_refusal(world, actor, action, {}, outcome.error(), {person});
    note_read(world, actor, action, {}, std::move(shown), "records that may be of one person");
    return outcome;
}

Result<void> join_records(World& world, const access::Actor& actor, const PersonId& person, const PersonId& other, const std::string& reason) {
    return decide(world, actor, person, other, reason, "records-joined", [&](store::Transaction& transaction) -> Result<void> {
        const auto one = store::records_of_one(transaction, person);
        if (std::find(one.begin(), one.end(), other) != one.end()) return refuse(RefusalCode::Conflict, "joined", "These two records have been joined already.");
        if (store::decided_not_the_same(transaction, person, other))
            return refuse(RefusalCode::Conflict, "not-the-same", "Somebody has decided that these are not the same person. Speak to them first.", "other");
        store::join_records(transaction, {world.ids.next<EventId>().str(), person, other, reason, actor.user, world.clock.now(), {}, {}, {}});
        return {};
    });
}

Result<void> say_not_the_same(World& world, const access::Actor& actor, const PersonId& person, const PersonId& other, const std::string& reason) {
    return decide(world, actor, person, other, reason, "not-the-same", [&](store::Transaction& transaction) -> Result<void> {
        store::decide_not_the_same(transaction, person, other, actor.user, world.clock.now(), reason);
        return {};
    });
}

Result<void> part_records(World& world, const access::Actor& actor, const PersonId& person, const std::string& joining, const std::string& reason) {
    const auto other = world.database.read([&](store::Reading& reading) {
        for (const auto& joined : store::joinings_of(reading, person))
            if (joined.id == joining && !joined.parted_at) return joined.first == person ? joined.second : joined.first;
        return PersonId{};
    });
    return decide(world, actor, person, other, reason, "records-parted", [&](store::Transaction& transaction) -> Result<void> {
        if (!store::part_records(transaction, joining, actor.user, world.clock.now(), reason)) return refuse(RefusalCode::Conflict, "parted", "This has been undone already.");
        return {};
    });
}

}  // namespace hearken::casework
