// What is around the children of a case: family, household, earlier concerns. For whoever weighs it.
#include <algorithm>

#include "calendar/local_time.hpp"
#include "calendar/moment_text.hpp"
#include "casework/audit_trail.hpp"
#include "casework/reader.hpp"
#include "casework/triage.hpp"
#include "people/relationship.hpp"
#include "store/households.hpp"
#include "store/persons.hpp"
#include "store/relationships.hpp"
#include "store/visible.hpp"

namespace hearken::casework {

namespace {

std::set<PersonId> household_of(store::Reading& reading, const PersonId& child, calendar::LocalDate today) {
    std::set<PersonId> members;
    for (const auto& household : store::households_of(reading, child))
        for (const auto& member : household.members)
            if ((!member.period.from || *member.period.from <= today) && (!member.period.until || *member.period.until >= today)) members.insert(member.person);
    members.erase(child);
    return members;
}

void add_people(World& world, store::Reading& reading, const access::Actor& actor, AroundChild& around) {
    const auto today = calendar::local_date_of(world.clock.now());
    auto relationships = store::relationships_of(reading, around.child);
    std::vector<PersonId> parents;
    for (const auto& one : people::people_around(around.child, today, relationships))
        if (people::is_parent(one.kind)) parents.push_back(one.person);
    for (const auto& more : store::relationships_of(reading, parents))
        if (std::find(relationships.begin(), relationships.end(), more) == relationships.end()) relationships.push_back(more);
    const auto household = household_of(reading, around.child, today);
    std::vector<std::pair<PersonId, std::string>> found;
    for (const auto& one : people::people_around(around.child, today, relationships)) found.emplace_back(one.person, std::string(people::label_of(one.kind)));
    for (const auto& member : household)
        if (std::none_of(found.begin(), found.end(), [&](const auto& one) { return one.first == member; })) found.emplace_back(member, "Lives in the same household");
    std::vector<PersonId> ids;
    for (const auto& one : found) ids.push_back(one.first);
    const auto stored = store::find_persons(reading, ids);
    const auto visible = store::visible_persons(reading, actor, ids, calendar::iso_date(today));
    for (const auto& [person, relationship] : found) {
        const auto known = std::find_if(stored.begin(), stored.end(), [&, id = person](const auto& one) { return one.person.id() == id; });
        if (known == stored.end()) continue;
        const bool may_open = std::any_of(visible.begin(), visible.end(), [&, id = person](const auto& seen) { return seen.person == id && seen.view == access::PersonView::Full; });
        around.people.push_back({person, known->person.display_name(), relationship, known->person.age_text(today), may_open, household.contains(person)});
    }
}

void add_cases(World& world, store::Reading& reading, const access::Actor& actor, Names& names, const CaseId& not_this, AroundChild& around) {
    const auto seen = store::cases_about(reading, access::case_rule(actor), around.child);
    std::vector<CaseId> ids;
    for (const auto& one : seen) ids.push_back(one.file.id);
    const auto subjects = store::subjects_of(reading, ids);
    for (const auto& one : seen) {
        if (one.file.id == not_this || one.view < access::CaseView::Party) continue;
        auto summary = summary_of(world, reading, names, one, subjects);
        (one.file.owner == actor.organisation ? around.earlier : around.elsewhere).push_back(std::move(summary));
    }
}

}  // namespace

Result<std::vector<AroundChild>> read_around(World& world, const access::Actor& actor, const CaseId& in_case) {
    constexpr auto action = access::Action::ReadCase;
    if (auto may = allowed(world, actor, action, in_case); !may) return refuse(may.error());
    std::vector<PersonId> shown;
    auto around = world.database.read([&](store::Reading& reading) {
        std::vector<AroundChild> list;
        // Only beside a record that is itself seen whole.
        if (store::view_of_case(reading, access::case_rule(actor), in_case) != access::CaseView::Full) return list;
        Names names(reading);
        for (const auto& subject : store::subjects_of(reading, in_case)) {
            AroundChild child;
            child.child = subject.person;
            child.name = names.of_person(subject.person);
            add_people(world, reading, actor, child);
            add_cases(world, reading, actor, names, in_case, child);
            shown.push_back(subject.person);
            for (const auto& one : child.people) shown.push_back(one.person);
            list.push_back(std::move(child));
        }
        return list;
    });
    if (!shown.empty()) note_read(world, actor, action, in_case, std::move(shown), "around");
    return around;
}

}  // namespace hearken::casework
