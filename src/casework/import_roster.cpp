#include "casework/import_roster.hpp"

#include <algorithm>

#include "calendar/local_time.hpp"
#include "casework/audit_trail.hpp"
#include "casework/roster_contacts.hpp"
#include "casework/roster_writer.hpp"
#include "store/addresses.hpp"
#include "store/organisations.hpp"
#include "store/registrations.hpp"

namespace hearken::casework {

namespace {

constexpr auto kAction = access::Action::ImportRoster;
constexpr size_t kRowsAtOnce = 40;

Result<void> check_school(World& world, const access::Actor& actor, const OrganisationId& school) {
    const auto found = world.database.read([&](store::Reading& reading) { return store::find_organisation(reading, school); });
    if (!found || found->kind != "school") return refuse(RefusalCode::NotFound, "no-such-school", "Choose the school from the list.", "school");
    if (actor.organisation != school && actor.organisation_kind != "partnership-board")
        return refuse(RefusalCode::NotPermitted, "other-organisation", "A school's own administrator, or the partnership's, imports its roll.", "school");
    return {};
}

std::vector<people::RosterPupil> pupils_held(store::Reading& reading, const OrganisationId& school, people::Date today, RosterFamilies& families) {
    std::vector<people::RosterPupil> pupils;
    PersonId last;
    for (const auto& registration : store::registrations_at(reading, school, people::RegistrationKind::OnRoll)) {
        if (registration.person == last) continue;  // the latest comes first
        last = registration.person;
        const auto stored = store::find_person(reading, registration.person);
        if (!stored) continue;
        people::RosterPupil pupil{stored->person, stored->identifiers, registration, {}, {}};
        for (const auto& lives : people::addresses_of(last, today, store::addresses_of_person(reading, last)))
            if (const auto address = store::find_address(reading, lives.address); address && !pupil.address) {
                pupil.address = address->address;
                if (const auto* open = address->address.open_text()) families.add(lives.address, *open);
            }
        for (auto& held : contacts_of(reading, last)) {
            families.add(held.relationship.person, held.contact);
            pupil.contacts.push_back(std::move(held.contact));
        }
        pupils.push_back(std::move(pupil));
    }
    return pupils;
}

/// Decisions may name people by id alone; a wrong one is said, never taken for "new".
void check_decisions(const RosterRequest& request, const people::RosterPlan& plan, Refusal& refusal) {
    for (const auto& [row, person] : request.decisions) {
        if (person.empty()) continue;
        const bool joined = std::any_of(plan.items.begin(), plan.items.end(), [&, row = row, id = person](const auto& item) { return item.entry.row == row && item.person == id; });
        if (!joined) refusal.reasons.push_back({"decision", "The decision about row " + std::to_string(row) + " names a record that is no pupil of this school, or one that another row is joined to.", "decisions"});
    }
}

Result<RosterPreview> plan(World& world, const RosterRequest& request, people::Date today, RosterFamilies& families) {
    const auto table = people::parse_csv(request.csv);
    if (!table) return refuse(table.error());
    auto mapping = people::map_columns(table->header, request.told);
    if (!mapping) return refuse(mapping.error());
    const auto roster = people::read_roster(*table, *mapping, request.school, today);
    RosterPreview preview;
    preview.rows = table->rows.size();
    world.database.read([&](store::Reading& reading) {
        const auto held = pupils_held(reading, request.school, today, families);
        preview.plan = people::plan_roster(roster, held, today, request.decisions);
        std::set<PersonId> wanted(preview.plan.left.begin(), preview.plan.left.end());
        for (const auto& item : preview.plan.items) wanted.insert(item.candidates.begin(), item.candidates.end());
        for (const auto& pupil : held)
            if (wanted.contains(pupil.person.id())) preview.names[pupil.person.id()] = pupil.person.name_for_list();
    });
    preview.mapping = std::move(*mapping);
    Refusal refusal;
    check_decisions(request, preview.plan, refusal);
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    return preview;
}

std::set<size_t> rows_kept_out(const people::RosterPlan& plan) {
    std::set<size_t> rows;
    for (const auto& problem : plan.problems)
        if (problem.error) rows.insert(problem.row);
    return rows;
}

void leave_line(World& world, store::Transaction& transaction, const access::Actor& actor, const OrganisationId& school, std::vector<PersonId> persons) {
    auto line = audit_line(world, actor, kAction);
    line.detail = "school:" + school.str();
    line.persons = std::move(persons);
    store::append_audit(transaction, std::move(line));
}

}  // namespace

Result<RosterPreview> preview_roster(World& world, const access::Actor& actor, const RosterRequest& request) {
    if (auto may = allowed(world, actor, kAction); !may) return refuse(may.error());
    if (auto school = check_school(world, actor, request.school); !school) return refuse(school.error());
    RosterFamilies families;
    auto preview = plan(world, request, calendar::local_date_of(world.clock.now()), families);
    if (!preview) return preview;
    std::vector<PersonId> shown;
    for (const auto& [person, name] : preview->names) shown.push_back(person);
    note_read(world, actor, kAction, {}, std::move(shown), "preview:" + request.school.str());
    return preview;
}

Result<RosterDone> import_roster(World& world, const access::Actor& actor, const RosterRequest& request, const std::function<void(size_t, size_t)>& progress) {
    if (auto may = allowed(world, actor, kAction); !may) return refuse(may.error());
    if (auto school = check_school(world, actor, request.school); !school) return refuse(school.error());
    const auto now = world.clock.now();
    const auto today = calendar::local_date_of(now);
    RosterFamilies families;
    const auto preview = plan(world, request, today, families);
    if (!preview) return refuse(preview.error());
    const auto& planned = preview->plan;
    if (request.end_leavers && planned.left_is_uncertain)
        return refuse(RefusalCode::Conflict, "many-leavers",
                      std::to_string(planned.left.size()) + " pupils are in no row, and some rows could not be joined to a record or the file may be a part of the roll. Decide those rows, or import without ending anybody's registration.", "end-leavers");

    RosterDone done;
    done.kept_out = rows_kept_out(planned).size();
    done.unchanged = planned.count(people::RosterVerdict::Unchanged);
    std::vector<const people::RosterItem*> work;
    for (const auto& item : planned.items) {
        if (item.verdict == people::RosterVerdict::New || item.verdict == people::RosterVerdict::Changed) work.push_back(&item);
        if (item.verdict == people::RosterVerdict::Ambiguous) ++done.undecided;
        if (item.verdict != people::RosterVerdict::Ambiguous)
            for (const auto& words : item.explanation) done.notes.push_back("Row " + std::to_string(item.entry.row) + ": " + words);
    }
    const store::ChangedBy by{actor.user, actor.organisation.empty() ? request.school : actor.organisation, now, "Import of the school's roll"};
    for (size_t from = 0; from < work.size(); from += kRowsAtOnce) {
        const size_t until = std::min(from + kRowsAtOnce, work.size());
        RosterFamilies as_written;
        auto written = world.database.write([&](store::Transaction& transaction) -> Result<size_t> {
            as_written = families;  // afresh: a transaction that is tried again has written nobody
            RosterWriter writer(world, transaction, as_written, request.school, by, today);
            std::vector<PersonId> persons;
            size_t added = 0;
            for (size_t i = from; i < until; ++i) {
                auto person = writer.write(*work[i]);
                if (!person) return refuse(person.error());
                persons.push_back(*person);
                if (work[i]->verdict == people::RosterVerdict::New) ++added;
            }
            leave_line(world, transaction, actor, request.school, std::move(persons));
            return added;
        });
        if (!written) return refuse(written.error());
        families = std::move(as_written);
        done.added += *written;
        done.changed += until - from - *written;
        if (progress) progress(until, work.size());
    }
    if (request.end_leavers && !planned.left.empty()) {
        world.database.write([&](store::Transaction& transaction) {
            RosterWriter writer(world, transaction, families, request.school, by, today);
            for (const auto& person : planned.left) writer.end_registration(person);
            leave_line(world, transaction, actor, request.school, planned.left);
        });
        done.ended = planned.left.size();
    }
    return done;
}

}  // namespace hearken::casework
