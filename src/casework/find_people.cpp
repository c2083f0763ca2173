// Finding people: by name, number or birth date, only among those the reader may know of.
#include <algorithm>

#include "calendar/moment_text.hpp"
#include "casework/audit_trail.hpp"
#include "casework/children.hpp"
#include "casework/names.hpp"
#include "casework/once.hpp"
#include "people/matching.hpp"
#include "people/name_search.hpp"
#include "people/registration.hpp"
#include "store/person_search.hpp"
#include "store/persons.hpp"
#include "store/registrations.hpp"
#include "store/visible.hpp"

namespace hearken::casework {

namespace {

struct Ranked {
    store::StoredPerson stored;
    access::PersonView view;
    int rank;
};

PersonSummary summary_of_found(store::Reading& reading, Names& names, const Ranked& found, calendar::LocalDate today) {
    const auto& person = found.stored.person;
    PersonSummary summary;
    summary.id = person.id();
    summary.name = person.display_name();
    summary.list_name = person.name_for_list();
    summary.age = person.age_text(today);
    for (const auto& name : person.details().names)
        if (name.type != people::NameType::Current) summary.also_known_as += (summary.also_known_as.empty() ? "" : ", ") + name.full();
    summary.view = found.view;
    for (const auto& registration : people::registrations_of(person.id(), today, store::registrations_of_person(reading, person.id())))
        summary.known_to.push_back(names.of_organisation(registration.organisation));
    if (found.view == access::PersonView::NameOnly && !summary.known_to.empty()) summary.ask = "Ask the designated safeguarding lead at " + summary.known_to.front() + " for more.";
    return summary;
}

/// Best answers first; numbers and birth dates found in the text count as whole answers.
std::vector<Ranked> ranked(store::Reading& reading, const people::NameSearch& search, const std::vector<store::SeenPerson>& found) {
    std::map<PersonId, access::PersonView> views;
    std::vector<PersonId> ids;
    for (const auto& seen : found) {
        views[seen.person] = seen.view;
        ids.push_back(seen.person);
    }
    std::vector<Ranked> list;
    for (auto& stored : store::find_persons(reading, ids)) {
        const int rank = search.terms.empty() ? 1 : people::answers(search, people::name_index(stored.person));
        const auto view = views.at(stored.person.id());
        list.push_back({std::move(stored), view, rank});
    }
    std::stable_sort(list.begin(), list.end(), [](const Ranked& a, const Ranked& b) { return a.rank > b.rank; });
    return list;
}

}  // namespace

Result<Page<PersonSummary>> search_people(World& world, const access::Actor& actor, const std::string& words, const std::string&) {
    constexpr auto action = access::Action::SearchPeople;
    if (auto may = allowed(world, actor, action); !may) return refuse(may.error());
    const auto search = people::parse_search(words);
    if (search.too_short())
        return refuse(RefusalCode::Invalid, "too-short", "Enter at least two letters of a name, a date of birth, a UPN or an NHS number.", "words");
    const auto today = calendar::local_date_of(world.clock.now());
    std::vector<PersonId> shown;
    auto page = world.database.read([&](store::Reading& reading) {
        Page<PersonSummary> found;
        Names names(reading);
        const auto answers = store::search_persons(reading, actor, search, calendar::iso_date(today));
        found.cut_short = answers.cut_short;
        for (const auto& one : ranked(reading, search, answers.found)) {
            if (found.rows.size() == 50) {
                found.cut_short = true;
                break;
            }
            found.rows.push_back(summary_of_found(reading, names, one, today));
            shown.push_back(one.stored.person.id());
        }
        return found;
    });
    note_read(world, actor, action, {}, std::move(shown), "search");
    return page;
}

Result<std::vector<PersonSummary>> pupils_to_choose_from(World& world, const access::Actor& actor, const std::string& words) {
    constexpr auto action = access::Action::OpenCase;
    if (auto may = allowed(world, actor, action); !may) return refuse(may.error());
    const auto today = calendar::local_date_of(world.clock.now());
    auto pupils = world.database.read([&](store::Reading& reading) {
        store::RollFilter filter;
        filter.organisation = actor.organisation;
        filter.on = today;
        filter.name_contains = words;
        const auto lines = store::list_roll(reading, filter, {50, {}}).items;
        std::vector<PersonId> ids;
        for (const auto& line : lines) ids.push_back(line.id);
        const auto visible = store::visible_persons(reading, actor, ids, calendar::iso_date(today));
        std::vector<PersonSummary> list;
        for (const auto& line : lines) {
            const auto seen = std::find_if(visible.begin(), visible.end(), [&](const auto& one) { return one.person == line.id; });
            if (seen == visible.end()) continue;
            PersonSummary summary;
            summary.id = line.id;
            summary.name = line.display_name;
            summary.list_name = line.list_name;
            if (const auto born = line.birth.born()) summary.age = std::to_string(people::age_in_years(*born, today)) + " years";
            summary.view = seen->view;
            list.push_back(std::move(summary));
        }
        return list;
    });
    std::vector<PersonId> shown;
    for (const auto& one : pupils) shown.push_back(one.id);
    note_read(world, actor, action, {}, std::move(shown), "roll");
    return pupils;
}

Result<PersonId> create_person(World& world, const access::Actor& actor, const NewPerson& request) {
    constexpr auto action = access::Action::CreatePerson;
    if (auto may = allowed(world, actor, action); !may) return refuse(may.error());
    auto outcome = world.database.write([&](store::Transaction& transaction) -> Result<PersonId> {
        auto earlier = made_before(transaction, actor, request.once);
        if (!earlier) return refuse(earlier.error());
        if (*earlier) return PersonId{**earlier};
        const auto now = world.clock.now();
        const auto today = calendar::local_date_of(now);
        const PersonId id = world.ids.next<PersonId>();
        auto person = people::Person::make(id, request.person.details(), today);
        if (!person) return refuse(person.error());
        if (!request.confirmed_new) {
            const auto subject = people::match_subject(*person, {}, {});
            std::vector<PersonId> ids;
            for (const auto& near : store::persons_under_keys(transaction, people::match_keys(subject)).found) ids.push_back(near.person);
            std::vector<people::MatchSubject> held;
            std::vector<PersonId> visible;
            for (const auto& seen : store::visible_persons(transaction, actor, ids, calendar::iso_date(today))) visible.push_back(seen.person);
            for (const auto& stored : store::find_persons(transaction, visible)) held.push_back(people::match_subject(stored.person, stored.identifiers, {}));
            Refusal alike{RefusalCode::Conflict, {}};
            for (const auto& match : people::find_matches(subject, held, {}))
                alike.reasons.push_back({"may-be-held", match.candidate.str(), "candidate"});
            if (!alike.reasons.empty()) return refuse(std::move(alike));
        }
        const store::ChangedBy by{actor.user, actor.organisation, now, {}};
        store::add_person(transaction, *person, {}, by);
        people::Registration known;
        known.person = id;
        known.organisation = actor.organisation;
        known.kind = people::RegistrationKind::KnownTo;
        known.period.from = today;
        store::keep_registration(transaction, known, by);
        remember_made(world, transaction, actor, request.once, id.str());
        auto line = audit_line(world, actor, action);
        line.persons = {id};
        store::append_audit(transaction, std::move(line));
        return id;
    });
    if (!outcome) return note_refusal(world, actor, action, {}, outcome.error());
    return outcome;
}

}  // namespace hearken::casework
