#include "people/roster_plan.hpp"

#include <gtest/gtest.h>

#include <random>

#include "people/text.hpp"

namespace hearken::people {
namespace {

constexpr Date day(int y, unsigned m, unsigned d) {
    return Date{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
}
constexpr Date kToday = day(2026, 11, 22);
const OrganisationId kSchool("school");

Roster roster_of(std::string_view csv) {
    const CsvTable table = parse_csv(csv).value();
    return read_roster(table, map_columns(table.header).value(), kSchool, kToday);
}

/// Carries a plan out as casework does, in memory.
void carry_out(const RosterPlan& plan, std::vector<RosterPupil>& held) {
    for (const RosterItem& item : plan.items) {
        if (item.verdict == RosterVerdict::Ambiguous || item.verdict == RosterVerdict::Unchanged) continue;
        if (item.verdict == RosterVerdict::New) {
            const PersonId id("p" + std::to_string(held.size()));
            held.push_back({Person::make(id, item.entry.person, kToday).value()});
            held.back().registration.period = item.entry.registration.period;
        }
        RosterPupil* pupil = &held.back();
        for (RosterPupil& candidate : held)
            if (candidate.person.id() == item.person) pupil = &candidate;
        if (item.verdict == RosterVerdict::Changed)
            pupil->person = pupil->person.revised(details_after(pupil->person, item.entry, kToday), kToday).value();
        for (const Identifier& number : item.entry.identifiers) {
            std::erase_if(pupil->identifiers, [&](const Identifier& n) { return n.kind() == number.kind(); });
            pupil->identifiers.push_back(number);
        }
        Registration& registration = pupil->registration;
        const Registration& file = item.entry.registration;
        if (!file.year_group.empty()) registration.year_group = file.year_group;
        if (!file.form.empty()) registration.form = file.form;
        if (file.period.from) registration.period.from = file.period.from;
        registration.period.until = file.period.until;
        if (item.entry.address && !(pupil->address && pupil->address->is_protected()))
            pupil->address = Address::make(AddressId("a"), *item.entry.address).value();
        if (!item.entry.contacts.empty()) pupil->contacts = item.entry.contacts;
    }
}

constexpr const char* kRoll =
    "UPN,Adm No,Surname,Forename,Known As,DOB,Sex,Year,Class,Postcode,Address 1,Contact 1 Name,Contact 1 Relationship\n"
    "H873400126001,1,Harrow,Tamsin,,06/04/2019,F,2,2B,CB1 1AA,4 Mill Lane,Ann Harrow,Mum\n"
    ",2,Harrow,Rowan,,06/04/2019,M,2,2B,CB1 1AA,4 Mill Lane,Ann Harrow,Mum\n"
    ",3,O'Brien,Zoë,Zo,01/02/2016,F,5,5A,,,,\n";

std::vector<RosterPupil> held_roll() {
    std::vector<RosterPupil> held;
    carry_out(plan_roster(roster_of(kRoll), {}, kToday), held);
    return held;
}

std::string verdicts(const RosterPlan& plan) {
    std::string out;
    for (const RosterItem& item : plan.items) out += (out.empty() ? "" : " ") + std::string(code_of(item.verdict));
    return out;
}

std::string changes(const RosterItem& item) {
    std::string out;
    for (const FieldChange& c : item.changes) out += (out.empty() ? "" : "; ") + c.field + ": " + c.from + " -> " + c.to;
    return out;
}

}  // namespace

TEST(RosterPlan, FirstImportIsAllNewTwinsIncluded) {
    const RosterPlan plan = plan_roster(roster_of(kRoll), {}, kToday);
    EXPECT_EQ(verdicts(plan), "new new new");
    EXPECT_TRUE(plan.left.empty());
}

TEST(RosterPlan, SameFileAgainChangesNothing) {
    const RosterPlan again = plan_roster(roster_of(kRoll), held_roll(), kToday);
    EXPECT_EQ(verdicts(again), "unchanged unchanged unchanged");
    EXPECT_TRUE(again.left.empty());
}

TEST(RosterPlan, SameFileAgainChangesNothingWithoutAnyNumbers) {
    const std::string roll = "Name,DOB\nTamsin Harrow,2019-04-06\nRowan Harrow,2019-04-06\nJo Pike,2019-04-06\n";
    std::vector<RosterPupil> held;
    carry_out(plan_roster(roster_of(roll), held, kToday), held);
    EXPECT_EQ(verdicts(plan_roster(roster_of(roll), held, kToday)), "unchanged unchanged unchanged");
}

TEST(RosterPlan, ChangesAreNamedFieldByFieldAndThenSettled) {
    std::vector<RosterPupil> held = held_roll();
    const std::string next =
        "UPN,Adm No,Surname,Forename,DOB,Sex,Year,Class,Postcode,Address 1,Contact 1 Name,Contact 1 Relationship,Contact 1 Phone\n"
        "H873400126001,1,Pike,Tamsin,06/04/2019,F,3,,CB1 2AA,9 Ash Row,Ann Harrow,Mum,01632 960001\n"
        "A950000178301,2,Harrow,Rowan,07/04/2019,M,3,3B,,,Sam Pike,Dad,\n"
        ",3,O'Brien,Zoe,01/02/2016,F,,,,,,,\n";
    const RosterPlan plan = plan_roster(roster_of(next), held, kToday);
    EXPECT_EQ(verdicts(plan), "changed changed changed");
    EXPECT_EQ(changes(plan.items[0]),
              "surname: Harrow -> Pike; year-group: 2 -> 3; address: 4 Mill Lane, CB1 1AA -> 9 Ash Row, CB1 2AA; "
              "contact-telephone:  -> 01632 960001");
    EXPECT_EQ(changes(plan.items[1]),
              "date-of-birth: 6 April 2019 -> 7 April 2019; upn:  -> A950000178301; year-group: 2 -> 3; class: 2B -> 3B; "
              "contact:  -> Sam Pike; contact: Ann Harrow -> ");
    EXPECT_EQ(changes(plan.items[2]), "given-name: Zoë -> Zoe") << "blanks in the file erase nothing";
    carry_out(plan, held);
    EXPECT_EQ(held[0].person.current_name().full(), "Tamsin Pike");
    EXPECT_EQ(held[0].person.details().names[1].type, NameType::Previous);
    EXPECT_EQ(held[2].person.known_as()->given, "Zo");
    EXPECT_EQ(verdicts(plan_roster(roster_of(next), held, kToday)), "unchanged unchanged unchanged");
}

TEST(RosterPlan, ChildInNoRowHasLeftTheRoll) {
    const RosterPlan plan = plan_roster(
        roster_of("Adm No,Surname,Forename,DOB\n1,Harrow,Tamsin,06/04/2019\n3,O'Brien,Zoë,01/02/2016\n"), held_roll(), kToday);
    EXPECT_EQ(plan.left, std::vector<PersonId>{PersonId("p1")});
    EXPECT_FALSE(plan.left_is_uncertain);
}

TEST(RosterPlan, ChildInARowKeptOutHasNotLeft) {
    const RosterPlan plan = plan_roster(
        roster_of("Adm No,Surname,Forename,DOB\n1,Harrow,Tamsin,06/04/2019\n2,Harrow,Rowan,99/99/2019\n3,O'Brien,Zoë,01/02/2016\n"),
        held_roll(), kToday);
    EXPECT_EQ(plan.problems.size(), 1u);
    EXPECT_TRUE(plan.left.empty());
}

TEST(RosterPlan, LeaversAreUncertainWhileARowCannotBeRecognised) {
    const RosterPlan plan = plan_roster(
        roster_of("Adm No,Surname,Forename,DOB\n1,Harrow,Tamsin,06/04/2019\n,,,06/04/1999\n3,O'Brien,Zoë,01/02/2016\n"),
        held_roll(), kToday);
    EXPECT_EQ(plan.left, std::vector<PersonId>{PersonId("p1")});
    EXPECT_TRUE(plan.left_is_uncertain);
}

TEST(RosterPlan, LeavingDateEndsTheRegistrationAndComingBackReopensIt) {
    std::vector<RosterPupil> held = held_roll();
    const std::string leaves = std::string("Adm No,Surname,Forename,DOB,Leaving Date\n1,Harrow,Tamsin,06/04/2019,20/11/2026\n") +
                               "2,Harrow,Rowan,06/04/2019,\n3,O'Brien,Zoë,01/02/2016,\n";
    const RosterPlan plan = plan_roster(roster_of(leaves), held, kToday);
    EXPECT_EQ(changes(plan.items[0]), "leaving-date:  -> 20 November 2026");
    carry_out(plan, held);
    EXPECT_EQ(verdicts(plan_roster(roster_of(leaves), held, kToday)), "unchanged unchanged unchanged");
    EXPECT_EQ(changes(plan_roster(roster_of(kRoll), held, kToday).items[0]), "leaving-date: 20 November 2026 -> ");
    EXPECT_EQ(plan_roster(roster_of("Name,DOB\nNia Ash,2018-01-01\n"), held, kToday).left.size(), 2u)
        << "who has left already does not leave again";
}

TEST(RosterPlan, LikelyRecordWithoutProofIsLeftToAPerson) {
    const std::string row = "Surname,Forename,DOB\nHarow,T,06/04/2019\n";
    const RosterPlan plan = plan_roster(roster_of(row), held_roll(), kToday);
    ASSERT_EQ(verdicts(plan), "ambiguous");
    EXPECT_EQ(plan.items[0].candidates.front(), PersonId("p0"));
    EXPECT_GT(plan.items[0].explanation.size(), 1u);
    EXPECT_TRUE(plan.left_is_uncertain);
    EXPECT_EQ(verdicts(plan_roster(roster_of(row), held_roll(), kToday, {{1, PersonId("p0")}})), "changed");
    EXPECT_EQ(verdicts(plan_roster(roster_of(row), held_roll(), kToday, {{1, PersonId()}})), "new");
}

TEST(RosterPlan, NumberOfAnotherChildIsLeftToAPerson) {
    const RosterPlan plan = plan_roster(roster_of("Adm No,Surname,Forename,DOB\n1,Ash,Nia,11/12/2012\n"), held_roll(), kToday);
    EXPECT_EQ(verdicts(plan), "ambiguous");
    const RosterPlan two = plan_roster(
        roster_of("UPN,Adm No,Surname,Forename,DOB\nH873400126001,2,Harrow,Tamsin,06/04/2019\n"), held_roll(), kToday);
    EXPECT_EQ(two.items[0].candidates.size(), 2u);
}

TEST(RosterPlan, NewTwinIsNotTakenForTheOneRecorded) {
    std::vector<RosterPupil> held;
    const std::string one = "Adm No,Surname,Forename,DOB\n1,Harrow,Tamsin,06/04/2019\n";
    carry_out(plan_roster(roster_of(one), held, kToday), held);
    EXPECT_EQ(verdicts(plan_roster(roster_of(one + "2,Harrow,Rowan,06/04/2019\n"), held, kToday)), "unchanged new");
}

TEST(RosterPlan, ProtectedAddressIsNeitherComparedNorReplaced) {
    std::vector<RosterPupil> held = held_roll();
    held[0].address = held[0].address->with_protection({.kind = ProtectionKind::Refuge, .reason = "Fled violence",
                                                        .users_who_may_see = {UserId("u")}}).value();
    const RosterPlan plan = plan_roster(
        roster_of("Adm No,Surname,Forename,DOB,Address,Postcode\n1,Harrow,Tamsin,06/04/2019,9 Ash Row,CB1 2AA\n"), held, kToday);
    EXPECT_EQ(verdicts(plan), "unchanged");
    ASSERT_EQ(plan.items[0].explanation.size(), 1u);
    EXPECT_EQ(plan.items[0].explanation[0].find("Mill"), std::string::npos);
}

TEST(RosterPlan, ManyLeaversAtOnceAreQuestioned) {
    std::string roll = "Adm No,Surname,Forename,DOB\n";
    for (int i = 1; i <= 20; ++i) roll += std::to_string(i) + ",Ash" + std::string(1, char('a' + i)) + ",Nia,2018-01-01\n";
    std::vector<RosterPupil> held;
    carry_out(plan_roster(roster_of(roll), held, kToday), held);
    ASSERT_EQ(held.size(), 20u);
    const RosterPlan plan = plan_roster(roster_of("Adm No,Surname,Forename,DOB\n1,Ashb,Nia,2018-01-01\n"), held, kToday);
    EXPECT_EQ(plan.left.size(), 19u);
    EXPECT_TRUE(plan.left_is_uncertain);
}

TEST(RosterPlan, SurvivesAnyDamageToAFile) {
    const std::vector<RosterPupil> held = held_roll();
    std::mt19937 random(20261122);
    const std::string_view interesting = "\";,\n\r\0\xEF\xFF aZ9/@'";
    for (int round = 0; round < 1500; ++round) {
        std::string text = kRoll;
        for (unsigned edits = random() % 8 + 1; edits > 0; --edits) {
            const size_t at = random() % text.size();
            if (random() % 3 == 0) text.erase(at, random() % 12 + 1);
            else if (random() % 2 == 0) text.insert(at, 1, interesting[random() % interesting.size()]);
            else text[at] = interesting[random() % interesting.size()];
        }
        const auto table = parse_csv(text);
        if (!table) continue;
        const auto mapping = map_columns(table->header);
        if (!mapping) continue;
        const Roster roster = read_roster(*table, *mapping, kSchool, kToday);
        const RosterPlan plan = plan_roster(roster, held, kToday);
        EXPECT_EQ(roster.entries.size() + roster.kept_out.size(), table->rows.size()) << "every row is accounted for";
        EXPECT_EQ(plan.items.size(), roster.entries.size());
        std::set<PersonId> joined;
        for (const RosterItem& item : plan.items) {
            EXPECT_TRUE(Person::make(PersonId("x"), item.entry.person, kToday)) << "proposed children hold together";
            EXPECT_TRUE(item.person.empty() || joined.insert(item.person).second) << "two rows joined to one child";
            for (const Name& name : item.entry.person.names) EXPECT_TRUE(is_valid_utf8(name.full()));
        }
        for (const PersonId& left : plan.left) EXPECT_FALSE(joined.contains(left));
    }
}

}  // namespace hearken::people
