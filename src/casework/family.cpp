#include "casework/family.hpp"

#include <algorithm>
#include <set>

#include "access/address_permits.hpp"
#include "calendar/moment_text.hpp"
#include "casework/audit_trail.hpp"
#include "casework/chronology_entries.hpp"
#include "casework/new_people.hpp"
#include "people/family_conflicts.hpp"
#include "people/household.hpp"
#include "store/addresses.hpp"
#include "store/audit.hpp"
#include "store/households.hpp"
#include "store/jobs.hpp"
#include "store/persons.hpp"
#include "store/relationships.hpp"
#include "store/standing.hpp"
#include "store/visible.hpp"

namespace hearken::casework {

using access::Action;
using people::Date;
using people::Relationship;

namespace {

bool blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }
Date today_of(const World& world) { return calendar::local_date_of(world.clock.now()); }

std::string dates_of(const people::Period& period) {
    const std::string from = period.from ? "from " + calendar::date_text(*period.from) : "";
    const std::string until = period.until ? "until " + calendar::date_text(*period.until) : "";
    return from + (from.empty() || until.empty() ? "" : " ") + until;
}

bool current(const people::Period& period, Date today) { return !period.until || *period.until >= today; }

/// One change around a child whose record the actor may open whole, with its audit line.
template <class Work>
Result<void> change(World& world, const access::Actor& actor, const PersonId& person, std::string detail, Work work) {
    constexpr auto action = Action::ChangePerson;
    if (auto may = allowed(world, actor, action); !may) return may;
    auto outcome = world.database.write([&](store::Transaction& transaction) -> Result<void> {
        if (person_view(world, transaction, actor, person) != access::PersonView::Full) return refuse(no_such_person());
        if (auto done = work(transaction); !done) return done;
        auto line = audit_line(world, actor, action);
        line.persons = {person};
        line.detail = detail;
        store::append_audit(transaction, std::move(line));
        return {};
    });
    if (!outcome) return note_refusal(world, actor, action, {}, outcome.error(), {person});
    return outcome;
}

store::ChangedBy by(const World& world, const access::Actor& actor, const std::string& reason) { return {actor.user, actor.organisation, world.clock.now(), reason}; }

Result<void> day_is_told(std::optional<Date> day, Date today, const char* field) {
    if (!day) return refuse(RefusalCode::Invalid, "required", "Say on which day, as far as you know.", field);
    if (*day > today) return refuse(RefusalCode::Invalid, "in-the-future", "The day must not be in the future.", field);
    return {};
}

struct Around {
    std::vector<Relationship> relationships;
    std::vector<people::ParentalResponsibility> responsibilities;
    std::vector<people::PersonAround> people;
};

Around around(World& world, store::Reading& reading, const PersonId& child) {
    Around all;
    all.relationships = store::relationships_of(reading, child);
    std::vector<PersonId> parents;
    for (const auto& one : people::people_around(child, today_of(world), all.relationships))
        if (people::is_parent(one.kind)) parents.push_back(one.person);
    for (auto& more : store::relationships_of(reading, parents))
        if (std::find(all.relationships.begin(), all.relationships.end(), more) == all.relationships.end()) all.relationships.push_back(std::move(more));
    all.responsibilities = store::parental_responsibility_for(reading, child);
    all.people = people::people_around(child, today_of(world), all.relationships);
    return all;
}

bool may_know(World& world, store::Reading& reading, const access::Actor& actor, const PersonId& child, const PersonId& other) {
    const auto family = around(world, reading, child);
    if (std::any_of(family.people.begin(), family.people.end(), [&](const auto& one) { return one.person == other; })) return true;
    return person_view(world, reading, actor, other) != access::PersonView::None;
}

void add_ties(World& world, const PersonId& person, const std::vector<Relationship>& relationships, Names& names, FamilyPage& page) {
    for (const auto& held : relationships) {
        if (held.person != person && held.of != person) continue;
        FamilyPage::Tie tie;
        tie.relationship = held;
        tie.other = held.person == person ? held.of : held.person;
        tie.name = names.of_person(tie.other);
        tie.words = std::string(people::label_of(held.person == person ? people::inverse(held.kind) : held.kind));
        tie.dates = dates_of(held.period);
        tie.note = held.note;
        tie.current = current(held.period, today_of(world));
        page.ties.push_back(std::move(tie));
    }
    std::stable_sort(page.ties.begin(), page.ties.end(), [](const auto& a, const auto& b) { return a.current > b.current; });
}

void add_homes(World& world, store::Reading& reading, const access::Actor& actor, const PersonId& person, Names& names, FamilyPage& page) {
    for (const auto& lives : store::addresses_of_person(reading, person)) {
        const auto stored = store::find_address(reading, lives.address);
        if (!stored) continue;
        const auto shown = people::masked(stored->address, access::AddressPermits::permit(actor, stored->address));
        page.addresses.push_back({lives, std::string(people::label_of(lives.use)), shown.one_line(), dates_of(lives.period),
                                  stored->address.is_protected() && !shown.masked ? std::string(people::label_of(stored->address.protection().kind)) : "",
                                  current(lives.period, today_of(world))});
    }
    for (const auto& household : store::households_of(reading, person)) {
        FamilyPage::Home home;
        home.id = household.id;
        home.title = "Household " + std::to_string(page.households.size() + 1);
        for (const auto& member : household.members)
            home.members.emplace_back(member.person, names.of_person(member.person), dates_of(member.period), current(member.period, today_of(world)));
        page.households.push_back(std::move(home));
    }
}

void add_responsibilities(const Around& family, Names& names, FamilyPage& page) {
    for (const auto& held : family.responsibilities)
        page.responsibilities.push_back({held.holder.empty() ? names.of_organisation(held.authority) : names.of_person(held.holder), std::string(people::label_of(held.held)),
                                         held.basis == people::ResponsibilityBasis::NotKnown ? "" : std::string(people::label_of(held.basis)), held.evidence, dates_of(held.period)});
}

}  // namespace

Result<FamilyPage> read_family(World& world, const access::Actor& actor, const PersonId& person) {
    constexpr auto action = Action::ChangePerson;
    if (auto may = allowed(world, actor, action); !may) return refuse(may.error());
    auto outcome = world.database.read([&](store::Reading& reading) -> Result<FamilyPage> {
        const auto stored = store::find_person(reading, person);
        if (!stored || person_view(world, reading, actor, person) != access::PersonView::Full) return refuse(no_such_person());
        Names names(reading);
        FamilyPage page;
        page.child.id = person;
        page.child.name = stored->person.display_name();
        page.child.age = stored->person.age_text(today_of(world));
        page.unborn = stored->person.details().kind == people::PersonKind::Unborn;
        const auto family = around(world, reading, person);
        add_ties(world, person, family.relationships, names, page);
        add_homes(world, reading, actor, person, names, page);
        add_responsibilities(family, names, page);
        std::vector<PersonId> ids;
        for (const auto& one : family.people) ids.push_back(one.person);
        std::map<PersonId, people::Birth> births;
        for (const auto& one : store::find_persons(reading, ids)) births[one.person.id()] = one.person.details().birth;
        for (const auto& conflict : people::family_conflicts(person, family.relationships, family.responsibilities, births)) page.conflicts.push_back(conflict.text);
        for (const auto& one : family.people)
            if (std::none_of(page.people.begin(), page.people.end(), [&](const auto& listed) { return listed.first == one.person; }))
                page.people.emplace_back(one.person, names.of_person(one.person) + ", " + std::string(people::label_of(one.kind)));
        return page;
    });
    if (!outcome) return note_refusal(world, actor, action, {}, outcome.error(), {person});
    note_read(world, actor, Action::ReadPerson, {}, {person}, "family");
    return outcome;
}

Result<PersonId> add_relationship(World& world, const access::Actor& actor, const PersonId& person, const NewRelationship& request) {
    Refusal refusal{RefusalCode::Invalid, {}};
    const bool named = !blank(request.given) || !blank(request.family_name);
    if (request.other.empty() && !named) refusal.reasons.push_back({"required", "Choose somebody, or give the name of somebody new.", "other"});
    if (request.other == person) refusal.reasons.push_back({"self", "A person is not related to themselves. Choose somebody else.", "other"});
    if (blank(request.source)) refusal.reasons.push_back({"required", "Say where you know it from.", "source"});
    if (!request.period.ok()) refusal.reasons.push_back({"order", "It cannot have ended before it began.", "until"});
    if (request.says_responsibility && request.responsibility == people::YesNo::Yes && blank(request.evidence))
        refusal.reasons.push_back({"required", "Say what was seen: the birth certificate, the court's order. If nothing was, choose “Not known”.", "evidence"});
    PersonId other = request.other;
    auto done = change(world, actor, person, "relationship added", [&](store::Transaction& transaction) -> Result<void> {
        if (!refusal.reasons.empty()) return refuse(refusal);
        if (request.other.empty()) {
            NewSubject somebody;
            somebody.given = request.given;
            somebody.family = request.family_name;
            somebody.kind = "adult";
            auto made = add_named_person(world, transaction, actor, somebody);
            if (!made) return refuse(made.error());
            other = *made;
        } else if (!store::find_person(transaction, other) || !may_know(world, transaction, actor, person, other)) {
            return refuse(RefusalCode::Invalid, "required", "Choose somebody from the list.", "other");
        }
        auto good = people::checked(Relationship{other, request.kind, person, request.period, request.note});
        if (!good) return refuse(good.error());
        store::keep_relationship(transaction, *good, by(world, actor, request.source));
        if (!request.says_responsibility) return {};
        people::ParentalResponsibility held;
        held.child = person;
        held.holder = other;
        held.held = request.responsibility;
        held.basis = request.basis;
        held.evidence = request.evidence;
        held.period = request.period;
        auto responsible = people::checked(held);
        if (!responsible) return refuse(responsible.error());
        store::keep_parental_responsibility(transaction, *responsible, by(world, actor, request.source));
        return {};
    });
    if (!done) return refuse(done.error());
    return other;
}

Result<void> end_relationship(World& world, const access::Actor& actor, const PersonId& person, const Relationship& relationship, std::optional<Date> until, const std::string& reason) {
    if (auto told = day_is_told(until, today_of(world), "until"); !told) return told;
    if (blank(reason)) return refuse(RefusalCode::Invalid, "required", "Say what changed, and where you know it from.", "reason");
    return change(world, actor, person, "relationship ended", [&](store::Transaction& transaction) -> Result<void> {
        for (auto held : store::relationships_of(transaction, person)) {
            if (held.person != relationship.person || held.of != relationship.of || held.kind != relationship.kind || held.period.from != relationship.period.from) continue;
            held.period.until = until;
            if (!held.period.ok()) return refuse(RefusalCode::Invalid, "order", "It cannot have ended before it began.", "until");
            store::keep_relationship(transaction, held, by(world, actor, reason));
            return {};
        }
        return refuse(RefusalCode::NotFound, "no-such-relationship", "This relationship is no longer recorded. Open the page again.");
    });
}

Result<void> add_address(World& world, const access::Actor& actor, const PersonId& person, const NewAddress& request) {
    Refusal refusal{RefusalCode::Invalid, {}};
    people::Protection protection;
    protection.kind = request.protection;
    if (request.protection != people::ProtectionKind::None) {
        protection.reason = request.protection_reason;
        protection.users_who_may_see = {actor.user};
        protection.organisations_who_may_see = request.organisations_who_may_see;
    }
    auto address = people::Address::make(world.ids.next<AddressId>(), request.text, protection);
    if (!address) refusal = address.error();
    if (blank(request.source)) refusal.reasons.push_back({"required", "Say where you know it from.", "source"});
    if (!request.period.ok()) refusal.reasons.push_back({"order", "They cannot have left before they came.", "until"});
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    return change(world, actor, person, "address added", [&](store::Transaction& transaction) -> Result<void> {
        store::add_address(transaction, *address);
        std::vector<PersonId> living{person};
        for (const auto& other : request.also) {
            if (!may_know(world, transaction, actor, person, other)) return refuse(RefusalCode::Invalid, "option", "Choose people from the list.", "also");
            living.push_back(other);
        }
        for (const auto& one : living) store::add_person_address(transaction, {one, address->id(), request.use, request.period}, by(world, actor, request.source));
        return {};
    });
}

Result<void> end_address(World& world, const access::Actor& actor, const PersonId& person, const people::PersonAddress& lives, std::optional<Date> until, const std::string& reason) {
    if (auto told = day_is_told(until, today_of(world), "until"); !told) return told;
    if (blank(reason)) return refuse(RefusalCode::Invalid, "required", "Say what changed, and where you know it from.", "reason");
    return change(world, actor, person, "address ended", [&](store::Transaction& transaction) -> Result<void> {
        for (const auto& held : store::addresses_of_person(transaction, person)) {
            if (held.address != lives.address || held.use != lives.use || held.period.from != lives.period.from || held.period.until) continue;
            if (held.period.from && *until < *held.period.from) return refuse(RefusalCode::Invalid, "order", "They cannot have left before they came.", "until");
            if (store::end_person_address(transaction, held, *until, by(world, actor, reason))) return {};
        }
        return refuse(RefusalCode::NotFound, "no-such-address", "This address is no longer in force. Open the page again.");
    });
}

Result<void> add_to_household(World& world, const access::Actor& actor, const PersonId& person, const HouseholdId& household, const PersonId& member, std::optional<Date> since,
                              const std::string& source) {
    if (blank(source)) return refuse(RefusalCode::Invalid, "required", "Say where you know it from.", "source");
    if (since && *since > today_of(world)) return refuse(RefusalCode::Invalid, "in-the-future", "The day must not be in the future.", "since");
    return change(world, actor, person, "household changed", [&](store::Transaction& transaction) -> Result<void> {
        if (member.empty() || (member != person && !may_know(world, transaction, actor, person, member))) return refuse(RefusalCode::Invalid, "required", "Choose who lives there.", "member");
        people::Household home;
        home.id = world.ids.next<HouseholdId>();
        if (household.empty()) home.members.push_back({person, {since, {}}});
        else {
            const auto held = store::households_of(transaction, person);
            const auto found = std::find_if(held.begin(), held.end(), [&](const auto& one) { return one.id == household; });
            if (found == held.end()) return refuse(RefusalCode::Invalid, "required", "Choose the household from the list.", "household");
            home = *found;
        }
        if (member != person || !household.empty()) home.members.push_back({member, {since, {}}});
        auto good = people::checked(home);
        if (!good) return refuse(RefusalCode::Invalid, "already", "They are recorded in this household already.", "member");
        store::keep_household(transaction, *good, by(world, actor, source));
        return {};
    });
}

Result<void> leave_household(World& world, const access::Actor& actor, const PersonId& person, const HouseholdId& household, const PersonId& member, std::optional<Date> until,
                             const std::string& source) {
    if (auto told = day_is_told(until, today_of(world), "until"); !told) return told;
    if (blank(source)) return refuse(RefusalCode::Invalid, "required", "Say where you know it from.", "source");
    return change(world, actor, person, "household changed", [&](store::Transaction& transaction) -> Result<void> {
        for (auto home : store::households_of(transaction, person)) {
            if (home.id != household) continue;
            for (auto& one : home.members) {
                if (one.person != member || one.period.until) continue;
                one.period.until = until;
                if (!one.period.ok()) return refuse(RefusalCode::Invalid, "order", "They cannot have left before they came.", "until");
                store::keep_household(transaction, home, by(world, actor, source));
                return {};
            }
        }
        return refuse(RefusalCode::NotFound, "no-such-member", "They are no longer recorded there. Open the page again.");
    });
}

Result<void> record_birth(World& world, const access::Actor& actor, const PersonId& person, const BirthRecorded& birth) {
    Refusal refusal{RefusalCode::Invalid, {}};
    if (!birth.born) refusal.reasons.push_back({"required", "Say on which day the child was born.", "born"});
    else if (*birth.born > today_of(world)) refusal.reasons.push_back({"in-the-future", "The day of birth must not be in the future.", "born"});
    if (blank(birth.surname) && blank(birth.given)) refusal.reasons.push_back({"required", "Give at least the family name. A first name can be added later.", "surname"});
    if (blank(birth.source)) refusal.reasons.push_back({"required", "Say who told you, or what you saw.", "source"});
    return change(world, actor, person, "birth recorded", [&](store::Transaction& transaction) -> Result<void> {
        if (!refusal.reasons.empty()) return refuse(refusal);
        const auto held = store::find_person(transaction, person);
        if (held->person.details().kind != people::PersonKind::Unborn) return refuse(RefusalCode::Conflict, "born", "The birth has been recorded already.");
        people::Name name;
        name.given = birth.given;
        name.surname = birth.surname;
        auto born = held->person.born(*birth.born, name, birth.sex, today_of(world));
        if (!born) {
            // The reasons name parts of the person; the form has its own names for them.
            Refusal renamed = born.error();
            for (auto& reason : renamed.reasons) reason.field = reason.field.ends_with("given") ? "given" : reason.field.ends_with("surname") ? "surname" : "born";
            return refuse(std::move(renamed));
        }
        if (auto changed = store::change_person(transaction, *born, by(world, actor, birth.source)); !changed) return changed;
        // Clocks count from a birth: every open case about this child is looked at again.
        for (const auto& open_case : store::open_cases_about(transaction, {person}))
            store::ask_for_job_again(transaction, {world.ids.next<EventId>().str(), "tick", open_case.str(), world.clock.now(), "tick/" + open_case.str(), 0});
        return {};
    });
}

Result<PeopleMap> read_people_map(World& world, const access::Actor& actor, const PersonId& person, bool for_family) {
    constexpr auto action = Action::ReadPerson;
    if (auto may = allowed(world, actor, action); !may) return refuse(may.error());
    auto outcome = world.database.read([&](store::Reading& reading) -> Result<PeopleMap> {
        const auto child = store::find_person(reading, person);
        if (!child || person_view(world, reading, actor, person) != access::PersonView::Full) return refuse(no_such_person());
        const Date today = today_of(world);
        const auto family = around(world, reading, person);
        PeopleMap map;
        map.name = child->person.display_name();
        map.for_family = for_family;
        map.genogram.today = today;
        std::vector<PersonId> ids{person};
        std::set<PersonId> carers;
        for (const auto& one : family.people) {
            ids.push_back(one.person);
            if (one.kind == people::RelationshipKind::FosterCarer || one.kind == people::RelationshipKind::Carer || one.kind == people::RelationshipKind::SpecialGuardian) carers.insert(one.person);
        }
        std::set<PersonId> at_protected;
        for (const auto& id : ids)
            for (const auto& lives : store::addresses_of_person(reading, id))
                if (const auto stored = current(lives.period, today) ? store::find_address(reading, lives.address) : std::nullopt; stored && stored->address.is_protected()) at_protected.insert(id);
        for (const auto& stored : store::find_persons(reading, ids)) {
            people::GenogramPerson one;
            one.id = stored.person.id();
            const bool withheld = for_family && carers.contains(one.id) && at_protected.contains(one.id);
            one.name = withheld ? "Carer (name withheld)" : stored.person.display_name();
            if (!withheld) one.about = stored.person.age_text(today);
            one.sex = withheld ? people::Sex::NotKnown : stored.person.details().sex;
            one.unborn = stored.person.details().kind == people::PersonKind::Unborn;
            one.died = stored.person.details().died.has_value();
            one.is_the_child = one.id == person;
            map.genogram.people.push_back(std::move(one));
        }
        std::stable_sort(map.genogram.people.begin(), map.genogram.people.end(), [](const auto& a, const auto& b) { return a.is_the_child > b.is_the_child; });
        map.genogram.relationships = store::relationships_of(reading, ids);
        std::set<HouseholdId> seen;
        for (const auto& id : ids)
            for (const auto& household : store::households_of(reading, id)) {
                if (!seen.insert(household.id).second) continue;
                const auto stored = household.address.empty() ? std::nullopt : store::find_address(reading, household.address);
                people::GenogramHousehold home;
                bool hides = stored && stored->address.is_protected();
                for (const auto& member : household.members)
                    if (current(member.period, today)) {
                        home.members.push_back(member.person);
                        hides = hides || at_protected.contains(member.person);
                    }
                if (home.members.size() < 2 || (for_family && hides)) continue;
                home.name = "Household " + std::to_string(map.genogram.households.size() + 1);
                map.genogram.households.push_back(std::move(home));
            }
        return map;
    });
    if (!outcome) return note_refusal(world, actor, action, {}, outcome.error(), {person});
    note_read(world, actor, action, {}, {person}, for_family ? "people map for the family" : "people map");
    return outcome;
}

}  // namespace hearken::casework
