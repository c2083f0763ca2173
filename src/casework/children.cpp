#include "casework/children.hpp"

#include <algorithm>

#include "access/address_permits.hpp"
#include "calendar/moment_text.hpp"
#include "casework/actors.hpp"
#include "casework/audit_trail.hpp"
#include "casework/chronology_entries.hpp"
#include "casework/reader.hpp"
#include "people/family_conflicts.hpp"
#include "people/relationship.hpp"
#include "store/addresses.hpp"
#include "store/chronology.hpp"
#include "store/life_events.hpp"
#include "store/made_documents.hpp"
#include "store/persons.hpp"
#include "store/registrations.hpp"
#include "store/relationships.hpp"
#include "store/team_board.hpp"
#include "store/visible.hpp"
#include "store/work.hpp"

namespace hearken::casework {

namespace {

std::string today_text(const World& world) { return calendar::iso_date(calendar::local_date_of(world.clock.now())); }

std::string dates_of(const people::Period& period) {
    const std::string from = period.from ? "from " + calendar::date_text(*period.from) : "";
    const std::string until = period.until ? "until " + calendar::date_text(*period.until) : "";
    return from + (from.empty() || until.empty() ? "" : " ") + until;
}

void add_identity(const store::StoredPerson& stored, calendar::LocalDate today, ChildPage& page) {
    const auto& person = stored.person;
    const auto& details = person.details();
    const auto add = [&](const char* label, std::string value) {
        if (!value.empty()) page.identity.emplace_back(label, std::move(value));
    };
    add("Age", person.age_text(today));
    if (details.birth.date) add(details.kind == people::PersonKind::Unborn ? "Expected" : "Born", calendar::date_text(*details.birth.date));
    for (const auto& name : details.names)
        if (name.type != people::NameType::Current) add("Also", name.full() + " (" + std::string(people::label_of(name.type)) + ")");
    add("Sex", std::string(people::label_of(details.sex)));
    add("Gender", details.gender);
    add("Ethnicity", std::string(people::label_of(people::ethnicities(), details.ethnicity)));
    add("First language", details.first_language);
    if (details.interpreter_needed == people::YesNo::Yes) add("Interpreter", "Needed");
    add("Communication", details.communication_needs);
    add("Religion", details.religion);
    for (const auto& code : details.disabilities) add("Disability", std::string(people::label_of(people::disabilities(), code)));
    for (const auto& identifier : stored.identifiers) add(std::string(people::label_of(identifier.kind())).c_str(), identifier.display());
}

void add_around(World& world, store::Reading& reading, const access::Actor& actor, const PersonId& child, ChildPage& page) {
    const auto today = calendar::local_date_of(world.clock.now());
    auto relationships = store::relationships_of(reading, child);
    // A child's parents' other children are found by asking about the parents.
    std::vector<PersonId> parents;
    for (const auto& around : people::people_around(child, today, relationships))
        if (people::is_parent(around.kind)) parents.push_back(around.person);
    for (const auto& more : store::relationships_of(reading, parents))
        if (std::find(relationships.begin(), relationships.end(), more) == relationships.end()) relationships.push_back(more);
    const auto responsibilities = store::parental_responsibility_for(reading, child);
    const auto holders = people::parental_responsibility_holders(child, today, responsibilities, relationships);

    const auto around = people::people_around(child, today, relationships);
    std::vector<PersonId> ids;
    for (const auto& one : around) ids.push_back(one.person);
    std::map<PersonId, people::Birth> births;
    std::map<PersonId, people::Person> known;
    for (const auto& stored : store::find_persons(reading, ids)) {
        births[stored.person.id()] = stored.person.details().birth;
        known.emplace(stored.person.id(), stored.person);
    }
    const auto visible = store::visible_persons(reading, actor, ids, today_text(world));
    for (const auto& one : around) {
        const auto person = known.find(one.person);
        if (person == known.end()) continue;
        ChildPage::Around line;
        line.person = one.person;
        line.name = person->second.display_name();
        line.age = person->second.age_text(today);
        line.relationship = std::string(people::label_of(one.kind)) + (one.derived ? " (through a shared parent)" : "");
        line.note = one.note;
        if (const std::string dates = dates_of(one.period); !dates.empty()) line.note += (line.note.empty() ? "" : ". ") + dates;
        for (const auto& held : holders.hold)
            if (held.holder == one.person) line.parental_responsibility = "Yes" + (held.basis == people::ResponsibilityBasis::NotKnown ? "" : ": " + std::string(people::label_of(held.basis)));
        if (std::find(holders.to_establish.begin(), holders.to_establish.end(), one.person) != holders.to_establish.end()) line.parental_responsibility = "Not known: ask";
        line.may_open = std::any_of(visible.begin(), visible.end(), [&](const auto& seen) { return seen.person == one.person && seen.view == access::PersonView::Full; });
        page.around.push_back(std::move(line));
    }
    for (const auto& conflict : people::family_conflicts(child, relationships, responsibilities, births)) page.alerts.push_back(conflict.text);
}

void add_addresses(store::Reading& reading, const access::Actor& actor, const PersonId& person, ChildPage& page) {
    for (const auto& lives : store::addresses_of_person(reading, person)) {
        const auto stored = store::find_address(reading, lives.address);
        if (!stored) continue;
        const auto shown = people::masked(stored->address, access::AddressPermits::permit(actor, stored->address));
        std::string label(people::label_of(lives.use));
        if (const std::string dates = dates_of(lives.period); !dates.empty()) label += ", " + dates;
        page.addresses.emplace_back(std::move(label), shown.one_line());
    }
}

void add_registrations(store::Reading& reading, Names& names, const PersonId& person, ChildPage& page) {
    for (const auto& registration : store::registrations_of_person(reading, person)) {
        std::string what = registration.kind == people::RegistrationKind::OnRoll ? "On roll" : "Known";
        if (!registration.year_group.empty()) what += ", " + people::year_group_label(registration.year_group);
        if (const std::string dates = dates_of(registration.period); !dates.empty()) what += ", " + dates;
        page.registrations.emplace_back(names.of_organisation(registration.organisation), what);
    }
}

std::vector<std::string> known_to(store::Reading& reading, Names& names, const PersonId& person, calendar::LocalDate today) {
    std::vector<std::string> organisations;
    for (const auto& registration : people::registrations_of(person, today, store::registrations_of_person(reading, person)))
        organisations.push_back(names.of_organisation(registration.organisation));
    return organisations;
}

PersonSummary person_summary(store::Reading& reading, Names& names, const store::StoredPerson& stored, access::PersonView view, calendar::LocalDate today) {
    PersonSummary summary;
    summary.id = stored.person.id();
    summary.name = stored.person.display_name();
    summary.list_name = stored.person.name_for_list();
    summary.age = stored.person.age_text(today);
    for (const auto& name : stored.person.details().names)
        if (name.type != people::NameType::Current) summary.also_known_as += (summary.also_known_as.empty() ? "" : ", ") + name.full();
    summary.view = view;
    summary.known_to = known_to(reading, names, stored.person.id(), today);
    if (view == access::PersonView::NameOnly && !summary.known_to.empty())
        summary.ask = "Ask the designated safeguarding lead at " + summary.known_to.front() + " for more.";
    return summary;
}

/// Other records of the same person, as far as this reader may know of them.
void add_joined(World& world, store::Reading& reading, Names& names, const access::Actor& actor, const std::vector<PersonId>& records, ChildPage& page) {
    for (const auto& seen : store::visible_persons(reading, actor, {records.begin() + 1, records.end()}, today_text(world)))
        page.other_records.emplace_back(seen.view == access::PersonView::Full ? seen.person : PersonId{}, names.of_person(seen.person));
}

/// Chronologies that agencies let each other read, and those printed for somebody, beside what cases disclosed.
void add_shared_and_made(store::Reading& reading, Names& names, const access::Actor& actor, const std::vector<PersonId>& records, ChildPage& page) {
    for (const auto& share : store::chronology_shares_about(reading, records)) {
        if (share.organisation != actor.organisation && share.shared_with != actor.organisation) continue;
        std::string what = std::to_string(share.entries) + (share.entries == 1 ? " entry" : " entries") + " of the chronology of " + names.of_organisation(share.organisation) + ". " + share.why;
        if (share.ended_at) what += " Ended " + calendar::moment_text(*share.ended_at) + ".";
        page.disclosures.emplace_back(calendar::moment_text(share.shared_at) + ", to " + names.of_organisation(share.shared_with), std::move(what));
    }
    for (const auto& record : records)
        for (const auto& made : store::documents_made_about(reading, record))
            if (made.organisation == actor.organisation)
                page.disclosures.emplace_back(calendar::moment_text(made.made_at) + ", for " + made.made_for + (made.made_for_organisation.empty() ? "" : ", " + made.made_for_organisation),
                                              made.title + " (PDF). " + made.purpose);
}

/// When a worker last saw the child, and alone: in the cases that this reader sees fully.
void add_last_seen(store::Reading& reading, Names& names, const access::CaseRule& rule, const std::vector<PersonId>& records, ChildPage& page) {
    std::optional<Instant> seen, alone;
    UserId seen_by, alone_by;
    bool to_be_seen = false;
    for (const auto& one : store::sightings_of(reading, rule, records)) {
        to_be_seen = to_be_seen || one.to_be_seen;
        if (one.seen_at && (!seen || *one.seen_at > *seen)) seen = one.seen_at, seen_by = one.seen_by;
        if (one.alone_at && (!alone || *one.alone_at > *alone)) alone = one.alone_at, alone_by = one.alone_by;
    }
    const auto words = [&](const std::optional<Instant>& at, const UserId& by) { return at ? calendar::moment_text(*at) + ", by " + names.of_user(by) : std::string("Not yet"); };
    if (!to_be_seen && !seen) return;
    page.identity.emplace_back("Last seen by a worker", words(seen, seen_by));
    page.identity.emplace_back("Last seen alone", words(alone, alone_by));
}

}  // namespace

Result<ChildPage> read_child(World& world, const access::Actor& actor, const PersonId& person) {
    constexpr auto action = access::Action::ReadPerson;
    if (auto may = allowed(world, actor, action); !may) return refuse(may.error());
    auto outcome = world.database.read([&](store::Reading& reading) -> Result<ChildPage> {
        const auto stored = store::find_person(reading, person);
        const auto view = stored ? person_view(world, reading, actor, person) : access::PersonView::None;
        if (view == access::PersonView::None) return refuse(no_such_person());
        const auto today = calendar::local_date_of(world.clock.now());
        Names names(reading);
        ChildPage page;
        page.summary = person_summary(reading, names, *stored, view, today);
        page.revision = stored->person.revision();
        if (view == access::PersonView::NameOnly) return page;

        add_identity(*stored, today, page);
        add_around(world, reading, actor, person, page);
        add_addresses(reading, actor, person, page);
        add_registrations(reading, names, person, page);
        const auto rule = access::case_rule(actor);
        const auto records = store::records_of_one(reading, person);
        std::vector<store::SeenCase> cases;
        for (const auto& record : records)
            for (auto& seen : store::cases_about(reading, rule, record))
                if (std::none_of(cases.begin(), cases.end(), [&](const auto& one) { return one.file.id == seen.file.id; })) cases.push_back(std::move(seen));
        add_last_seen(reading, names, rule, records, page);
        add_joined(world, reading, names, actor, records, page);
        std::vector<CaseId> ids;
        for (const auto& seen : cases) ids.push_back(seen.file.id);
        const auto subjects = store::subjects_of(reading, ids);
        for (const auto& seen : cases) {
            page.cases.push_back(summary_of(world, reading, names, seen, subjects));
            if (seen.view != access::CaseView::Full) continue;
            for (const auto& shared : store::disclosures_of(reading, seen.file.id))
                page.disclosures.emplace_back(calendar::moment_text(shared.shared_at) + ", to " + names.of_anyone(shared.shared_with), shared.what + (shared.why.empty() ? "" : ". " + shared.why));
        }
        add_shared_and_made(reading, names, actor, records, page);
        const auto open_tasks = store::open_tasks_about(reading, rule, person);
        const ListedClocks clocks(reading, open_tasks, world.clock.now());
        for (const auto& row : open_tasks) {
            WorkItem item;
            for (const auto& summary : page.cases)
                if (summary.id == row.case_id) item.in_case = summary;
            item.task.task = row.task;
            item.task.title = row.title;
            item.task.subject = row.subject;
            item.task.urgent = row.urgent;
            item.task.clocks = clocks.of(row);
            page.open_work.push_back(std::move(item));
        }
        store::ChronologyFilter filter;
        filter.significant_only = true;
        page.chronology = entry_views(world, reading, names, actor, store::chronology_of_persons(reading, rule, records, filter, {10, {}}).items);
        const auto worked_as = roles_worked_as(world, actor);
        for (const auto& flag : store::flags_on(reading, person))
            for (const auto& definition : world.library.all())
                for (const auto& known : definition->flags)
                    if (known.id == flag.flag && (known.readers.empty() || std::any_of(known.readers.begin(), known.readers.end(), [&](const auto& one) { return worked_as.contains(one); })))
                        page.alerts.push_back(known.title);
        for (const auto& in_force : store::prohibitions_on(reading, {person}))
            for (const auto& definition : world.library.all())
                for (const auto& known : definition->prohibitions)
                    if (known.id == in_force.prohibition) page.alerts.push_back(known.says.empty() ? known.title : known.says);
        page.unborn = stored->person.details().kind == people::PersonKind::Unborn;
        page.may_change = access::may(actor, access::Action::ChangePerson).has_value();
        return page;
    });
    if (!outcome) return note_refusal(world, actor, action, {}, outcome.error(), {person});
    note_read(world, actor, action, {}, {person});
    return outcome;
}

Result<void> change_person(World& world, const access::Actor& actor, const people::Person& person, int based_on_revision, const std::string& reason) {
    constexpr auto action = access::Action::ChangePerson;
    if (auto may = allowed(world, actor, action); !may) return may;
    auto outcome = world.database.write([&](store::Transaction& transaction) -> Result<void> {
        const auto held = store::find_person(transaction, person.id());
        if (!held || person_view(world, transaction, actor, person.id()) != access::PersonView::Full) return refuse(no_such_person());
        const auto now = world.clock.now();
        const store::ChangedBy by{actor.user, actor.organisation, now, reason};
        const auto based_on = people::Person::restored(person.id(), based_on_revision, held->person.details());
        auto next = based_on.revised(person.details(), calendar::local_date_of(now));
        if (!next) return refuse(next.error());
        if (auto changed = store::change_person(transaction, *next, by); !changed) return changed;
        auto line = audit_line(world, actor, action);
        line.persons = {person.id()};
        store::append_audit(transaction, std::move(line));
        return {};
    });
    if (!outcome) return note_refusal(world, actor, action, {}, outcome.error(), {person.id()});
    return outcome;
}

}  // namespace hearken::casework
