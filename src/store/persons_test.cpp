#include "store/persons.hpp"

#include <algorithm>

#include "people/matching.hpp"
#include "store/a_running_case.hpp"
#include "store/addresses.hpp"
#include "store/households.hpp"
#include "store/organisations.hpp"
#include "store/person_search.hpp"
#include "store/registrations.hpp"
#include "store/relationships.hpp"

namespace hearken::store {

using people::Birth;
using people::Person;
using people::PersonDetails;

class Persons : public WithRunningCase {
protected:
    const people::Date today{std::chrono::year{2026} / 11 / 23};

    void SetUp() override {
        WithRunningCase::SetUp();
        if (IsSkipped()) return;
        database->write([&](Transaction& transaction) {
            for (const char* id : {"school", "council", "other"}) {
                Organisation organisation;
                organisation.id = OrganisationId{id};
                organisation.kind = "school";
                organisation.name = id;
                ASSERT_TRUE(add_organisation(transaction, organisation));
            }
        });
    }
    ChangedBy by(const std::string& organisation = "school") { return {UserId{"kit"}, OrganisationId{organisation}, clock.now(), ""}; }
    PersonDetails details(const std::string& given, const std::string& surname) {
        PersonDetails d;
        d.names = {{people::NameType::Current, given, "", surname, false, {}}};
        d.birth = Birth::exact(std::chrono::year{2016} / 3 / 9);
        d.sex = people::Sex::Female;
        return d;
    }
    Person add(const std::string& id, PersonDetails d, const std::string& at = "school", std::vector<people::Identifier> identifiers = {}) {
        const Person person = Person::make(PersonId{id}, std::move(d), today).value();
        database->write([&](Transaction& transaction) { add_person(transaction, person, identifiers, by(at)); });
        return person;
    }
    void enrol(const std::string& person, const std::string& school) {
        people::Registration on_roll;
        on_roll.person = PersonId{person};
        on_roll.organisation = OrganisationId{school};
        on_roll.period.from = std::chrono::year{2024} / 9 / 1;
        on_roll.year_group = "5";
        on_roll.local_id = "A" + person;
        database->write([&](Transaction& transaction) { keep_registration(transaction, on_roll, by(school)); });
    }
    std::vector<std::string> search(const access::Actor& actor, const std::string& typed) {
        std::vector<std::string> found;
        database->read([&](Reading& reading) {
            for (const auto& seen : search_persons(reading, actor, people::parse_search(typed), "2026-11-23").found)
                found.push_back(seen.person.str() + (seen.view == access::PersonView::Full ? "" : " by name"));
        });
        std::sort(found.begin(), found.end());
        return found;
    }
    using Found = std::vector<std::string>;
};
HEARKEN_ON_BOTH(Persons);

TEST_P(Persons, ComeBackWithEverythingRecorded) {
    PersonDetails d = details("Tamsin", "Harrow");
    d.names.push_back({people::NameType::KnownAs, "Tam", "", "", false, {std::chrono::year{2020} / 1 / 1, std::nullopt}});
    d.birth_order = 2;
    d.ethnicity = "WBRI";
    d.first_language = "English";
    d.interpreter_needed = people::YesNo::No;
    d.communication_needs = "Large print";
    d.disability_note = "Wears glasses";
    const auto nhs = people::Identifier::make(people::IdentifierKind::NhsNumber, "943 476 5919").value();
    const Person person = add("tamsin", d, "school", {nhs});
    const auto held = database->read([&](Reading& reading) { return find_person(reading, PersonId{"tamsin"}); });
    ASSERT_TRUE(held);
    EXPECT_EQ(held->person.details(), person.details());
    EXPECT_EQ(held->identifiers, std::vector{nhs});
    EXPECT_EQ(held->created_at_organisation, OrganisationId{"school"});
    database->read([&](Reading& reading) {
        EXPECT_EQ(persons_with_identifier(reading, people::IdentifierKind::NhsNumber, "9434765919"), std::vector{PersonId{"tamsin"}});
        EXPECT_EQ(person_lines(reading, {PersonId{"tamsin"}, PersonId{"nobody"}}).size(), 1u);
    });
}

TEST_P(Persons, TheSecondEditorIsShownWhatTheFirstChanged) {
    const Person person = add("tamsin", details("Tamsin", "Harrow"));
    PersonDetails first = person.details(), second = person.details();
    first.first_language = "Polish";
    second.religion = "None";
    const auto change = [&](const PersonDetails& d) {
        return database->write([&](Transaction& transaction) { return change_person(transaction, person.revised(d, today).value(), by()); });
    };
    ASSERT_TRUE(change(first));
    const auto refused = change(second);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, RefusalCode::Conflict);
    ASSERT_EQ(refused.error().reasons.size(), 2u);
    EXPECT_EQ(refused.error().reasons[1].field, "first_language");
    EXPECT_NE(refused.error().reasons[1].text.find("Polish"), std::string::npos);
    database->read([&](Reading& reading) {
        EXPECT_EQ(find_person(reading, PersonId{"tamsin"})->person.details().first_language, "Polish");
        const auto changes = changes_of_person(reading, PersonId{"tamsin"});
        ASSERT_EQ(changes.size(), 2u);
        EXPECT_EQ(changes[1].after, R"({"first_language":"Polish"})");
        EXPECT_EQ(changes[1].before, R"({"first_language":""})");
    });
}

TEST_P(Persons, AreFoundByWholeWordsBeginningsSoundsAndBirthDate) {
    add("tamsin", details("Tamsin", "Harrow"));
    enrol("tamsin", "school");
    const auto dsl = reader("kit", "school");
    for (const char* typed : {"harrow", "Tamsin Harrow", "harrow tam", "Tamsin Harow", "harrow 9/3/2016", "9 March 2016"}) EXPECT_EQ(search(dsl, typed), Found{"tamsin"}) << typed;
    for (const char* typed : {"harrow 10/3/2016", "Jo Harrow", "zzz"}) EXPECT_TRUE(search(dsl, typed).empty()) << typed;
}

TEST_P(Persons, AreFoundOnlyWithinTheReadersReach) {
    add("here", details("Tamsin", "Harrow"));
    enrol("here", "school");
    add("elsewhere", details("Tamsin", "Harrow"), "other");
    enrol("elsewhere", "other");
    auto index = reader("ash", "council");
    index.searches_index = true;
    EXPECT_EQ(search(reader("kit", "school"), "harrow"), Found{"here"});
    EXPECT_EQ(search(reader("kit", "school", access::Reach::OwnRecording), "harrow"), Found{"here by name"});
    EXPECT_EQ(search(index, "harrow"), (Found{"elsewhere by name", "here by name"}));
    EXPECT_TRUE(search(reader("kit", "school", access::Reach::None), "harrow").empty());

    ASSERT_TRUE(happen(CaseId{"c1"}, {opening("council"), event(engine::EventKind::SubjectJoined, "", "child", "", PersonId{"elsewhere"}),
                                      event(engine::EventKind::OrganisationJoined, "referrer", "school")}));
    EXPECT_EQ(search(reader("kit", "school"), "harrow"), (Found{"elsewhere by name", "here"}));
    EXPECT_EQ(search(index, "harrow"), (Found{"elsewhere", "here by name"}));
}

TEST_P(Persons, InARestrictedCaseAreStillFoundByNameAndTheCaseStaysHidden) {
    add("tamsin", details("Tamsin", "Harrow"));
    ASSERT_TRUE(happen(CaseId{"c1"}, {opening("council", {{"restricted", "yes"}}), event(engine::EventKind::SubjectJoined, "", "child", "", PersonId{"tamsin"}),
                                      event(engine::EventKind::PersonInvolved, "named-reader", "robin")}));
    auto ash = reader("ash", "council"), robin = reader("robin", "council");
    ash.searches_index = robin.searches_index = true;
    EXPECT_EQ(search(ash, "harrow"), Found{"tamsin by name"});
    EXPECT_EQ(search(robin, "harrow"), Found{"tamsin"});
}

TEST_P(Persons, TwoRecordsOfOnePersonMeetUnderAKeyUntilDecidedOtherwise) {
    const Person person = add("one", details("Tamsin", "Harrow"));
    add("two", details("Tamsyn", "Harrow"), "other");
    const auto keys = people::match_keys(people::match_subject(person, {}, {}));
    database->write([&](Transaction& transaction) {
        std::set<PersonId> found;
        for (const auto& near : persons_under_keys(transaction, keys).found) found.insert(near.person);
        EXPECT_EQ(found, (std::set{PersonId{"one"}, PersonId{"two"}}));
        EXPECT_TRUE(persons_under_keys(transaction, keys, 100, 1).too_common);
        decide_not_the_same(transaction, PersonId{"two"}, PersonId{"one"}, UserId{"kit"}, clock.now(), "Cousins");
        EXPECT_TRUE(decided_not_the_same(transaction, PersonId{"one"}, PersonId{"two"}));
        EXPECT_EQ(not_the_same_as(transaction, PersonId{"one"}), std::vector{PersonId{"two"}});
    });
}

TEST_P(Persons, ARosterImportedAgainChangesNothing) {
    add("tamsin", details("Tamsin", "Harrow"));
    enrol("tamsin", "school");
    enrol("tamsin", "school");
    database->read([&](Reading& reading) {
        EXPECT_EQ(registrations_of_person(reading, PersonId{"tamsin"}).size(), 1u);
        EXPECT_EQ(changes_of_person(reading, PersonId{"tamsin"}).size(), 2u);
        EXPECT_EQ(person_with_local_id(reading, OrganisationId{"school"}, "Atamsin"), PersonId{"tamsin"});
        RollFilter roll{OrganisationId{"school"}, people::RegistrationKind::OnRoll, today, "5", "harr"};
        EXPECT_EQ(list_roll(reading, roll, {}).items.size(), 1u);
        EXPECT_EQ(count_roll(reading, roll), 1);
        roll.on = std::chrono::year{2020} / 1 / 1;
        EXPECT_EQ(count_roll(reading, roll), 0);
    });
}

TEST_P(Persons, AProtectedAddressKeepsItsReadersAndIsFoundForDocuments) {
    add("tamsin", details("Tamsin", "Harrow"));
    people::Protection refuge{people::ProtectionKind::Refuge, "Fled", {UserId{"robin"}}, {TeamId{"placements"}}, {}};
    const auto address = people::Address::make(AddressId{"a1"}, {{"4 Mill Lane"}, "CB1 1AA", ""}, refuge).value();
    database->write([&](Transaction& transaction) {
        add_address(transaction, address);
        add_person_address(transaction, {PersonId{"tamsin"}, AddressId{"a1"}, people::AddressUse::Home, {}}, by());
    });
    database->read([&](Reading& reading) {
        const auto held = find_address(reading, AddressId{"a1"});
        ASSERT_TRUE(held);
        EXPECT_EQ(held->address.protection(), address.protection());
        EXPECT_EQ(held->address.open_text(), nullptr);
        EXPECT_EQ(protected_addresses_of(reading, {PersonId{"tamsin"}}).size(), 1u);
        for (const auto& change : changes_of_person(reading, PersonId{"tamsin"})) EXPECT_EQ(change.after.find("Mill"), std::string::npos) << "the refuge is told in the history";
    });
    database->write([&](Transaction& transaction) {
        EXPECT_TRUE(change_address(transaction, address, 1, by()));
        EXPECT_FALSE(change_address(transaction, address, 1, by())) << "an old revision";
        EXPECT_TRUE(end_person_address(transaction, {PersonId{"tamsin"}, AddressId{"a1"}, people::AddressUse::Home, {}}, today, by()));
        EXPECT_EQ(addresses_of_person(transaction, PersonId{"tamsin"}).at(0).period.until, today);
    });
}

TEST_P(Persons, RelationshipsHouseholdsAndResponsibilityAreFoundFromEitherSide) {
    add("child", details("Tamsin", "Harrow"));
    add("mother", details("Jo", "Harrow"));
    const people::Relationship mother{PersonId{"mother"}, people::RelationshipKind::BirthMother, PersonId{"child"}, {}, "Said by the school"};
    people::ParentalResponsibility held;
    held.child = PersonId{"child"};
    held.holder = PersonId{"mother"};
    held.held = people::YesNo::Yes;
    held.basis = people::ResponsibilityBasis::BirthMother;
    database->write([&](Transaction& transaction) {
        keep_relationship(transaction, mother, by());
        keep_relationship(transaction, mother, by());
        keep_parental_responsibility(transaction, held, by());
        keep_household(transaction, {HouseholdId{"h"}, AddressId{}, {{PersonId{"child"}, {}}, {PersonId{"mother"}, {}}}}, by());
    });
    database->write([&](Transaction& transaction) {
        EXPECT_EQ(relationships_of(transaction, PersonId{"child"}), std::vector{mother});
        EXPECT_EQ(relationships_of(transaction, PersonId{"mother"}), std::vector{mother});
        EXPECT_EQ(parental_responsibility_for(transaction, PersonId{"child"}), std::vector{held});
        EXPECT_EQ(households_of(transaction, PersonId{"mother"}).at(0).members.size(), 2u);
        EXPECT_TRUE(remove_relationship(transaction, mother, by()));
        EXPECT_TRUE(relationships_of(transaction, PersonId{"child"}).empty());
    });
}

}  // namespace hearken::store
