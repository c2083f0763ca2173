#include "people/relationship.hpp"

#include <gtest/gtest.h>

#include "people/family_conflicts.hpp"
#include "people/household.hpp"

namespace hearken::people {
namespace {

using enum RelationshipKind;

constexpr Date day(int y, unsigned m, unsigned d) {
    return Date{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
}
constexpr Date kToday = day(2026, 11, 22);

const PersonId tamsin("tamsin"), rowan("rowan"), isla("isla"), mother("mother"), father("father"), other("other"),
    step("step"), nan("nan");

std::vector<std::string> codes(const std::vector<FamilyConflict>& conflicts) {
    std::vector<std::string> out;
    for (const FamilyConflict& conflict : conflicts) out.push_back(conflict.code);
    return out;
}

}  // namespace

TEST(RelationshipKinds, InverseTwiceSaysNoMoreThanWasKnown) {
    EXPECT_EQ(inverse(BirthMother), Child);
    EXPECT_EQ(inverse(Child), Parent);
    EXPECT_EQ(inverse(FosterCarer), FosterChild);
    EXPECT_EQ(inverse(HalfSibling), HalfSibling);
    EXPECT_EQ(relationship_kind_from_code("friend-of-family"), FriendOfFamily);
    EXPECT_FALSE(relationship_kind_from_code("social-worker"));
}

TEST(Relationship, RefusesOneselfAndDatesOutOfOrder) {
    const auto result = checked(Relationship{mother, Mother, mother, {day(2026, 2, 1), day(2026, 1, 1)}, {}});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().reasons.size(), 2u);
}

TEST(PeopleAround, AreShownFromEitherSideInTheOrderOfAGenogram) {
    const std::vector<Relationship> all = {
        {nan, Grandparent, tamsin, {}, "cares on Fridays"},
        {tamsin, StepChild, step, {}, {}},
        {other, FormerPartner, mother, {}, {}},
        {father, BirthFather, tamsin, {{}, day(2020, 1, 1)}, {}},
        {mother, BirthMother, tamsin, {}, {}},
        {mother, BirthMother, rowan, {}, {}},
    };
    const auto around = people_around(tamsin, kToday, all);
    std::vector<std::string> read;
    for (const PersonAround& p : around) read.push_back(p.person.str() + ":" + std::string(code_of(p.kind)));
    EXPECT_EQ(read, (std::vector<std::string>{"mother:birth-mother", "step:step-parent", "rowan:sibling",
                                              "nan:grandparent", "father:birth-father"}));
    EXPECT_EQ(around[3].note, "cares on Fridays");
    EXPECT_TRUE(around[2].derived);
}

TEST(Siblings, FollowFromSharedParents) {
    std::vector<Relationship> all = {{mother, BirthMother, tamsin, {}, {}}, {mother, BirthMother, rowan, {}, {}}};
    ASSERT_EQ(siblings(tamsin, all).size(), 1u);
    EXPECT_EQ(siblings(tamsin, all)[0].kind, Sibling) << "nobody knows the fathers yet";
    all.push_back({father, BirthFather, tamsin, {}, {}});
    EXPECT_EQ(siblings(tamsin, all)[0].kind, Sibling);
    all.push_back({other, BirthFather, rowan, {}, {}});
    EXPECT_EQ(siblings(tamsin, all)[0].kind, HalfSibling);
    all.back() = {rowan, Child, father, {}, {}};
    EXPECT_EQ(siblings(tamsin, all)[0].kind, FullSibling) << "recorded from the child's side";
    all.push_back({rowan, HalfSibling, tamsin, {}, {}});
    ASSERT_EQ(siblings(tamsin, all).size(), 1u);
    EXPECT_EQ(siblings(tamsin, all)[0].kind, HalfSibling) << "what is recorded stands; the conflict is flagged elsewhere";
    EXPECT_FALSE(siblings(tamsin, all)[0].derived);
}

TEST(Siblings, StepParentsChildrenDoNotFollow) {
    EXPECT_TRUE(siblings(tamsin, {{step, StepParent, tamsin, {}, {}}, {step, Father, isla, {}, {}}}).empty());
}

TEST(ParentalResponsibility, HoldersAreThoseOfTheDayAndTheRestIsAsked) {
    const std::vector<Relationship> family = {{mother, BirthMother, tamsin, {}, {}}, {father, BirthFather, tamsin, {}, {}},
                                              {step, StepParent, tamsin, {}, {}}};
    const std::vector<ParentalResponsibility> recorded = {
        {.child = tamsin, .authority = OrganisationId("county"), .held = YesNo::Yes,
         .basis = ResponsibilityBasis::CareOrder, .period = {day(2026, 1, 1), {}}},
        {.child = tamsin, .holder = mother, .held = YesNo::Yes, .basis = ResponsibilityBasis::BirthMother},
        {.child = tamsin, .holder = nan, .held = YesNo::Yes, .basis = ResponsibilityBasis::CourtOrder,
         .period = {day(2020, 1, 1), day(2025, 1, 1)}},
        {.child = rowan, .holder = other, .held = YesNo::Yes},
    };
    const auto now = parental_responsibility_holders(tamsin, kToday, recorded, family);
    ASSERT_EQ(now.hold.size(), 2u);
    EXPECT_EQ(now.hold[0].holder, mother);
    EXPECT_EQ(now.hold[1].authority.str(), "county");
    EXPECT_EQ(now.to_establish, std::vector<PersonId>{father});
    const auto then = parental_responsibility_holders(tamsin, day(2024, 1, 1), recorded, family);
    ASSERT_EQ(then.hold.size(), 2u);
    EXPECT_EQ(then.hold[1].holder, nan);
}

TEST(ParentalResponsibility, HasOneHolder) {
    EXPECT_FALSE(checked(ParentalResponsibility{.child = tamsin}));
    EXPECT_FALSE(checked(ParentalResponsibility{.child = tamsin, .holder = mother, .authority = OrganisationId("o")}));
    EXPECT_TRUE(checked(ParentalResponsibility{.child = tamsin, .holder = mother}));
    EXPECT_FALSE(checked(ParentalResponsibility{
        .child = tamsin, .holder = mother, .period = {day(2026, 2, 1), day(2026, 1, 1)}}));
}

TEST(FamilyConflicts, TwoBirthMothersAreFlagged) {
    EXPECT_EQ(codes(family_conflicts(tamsin, {{mother, BirthMother, tamsin, {}, {}}, {other, BirthMother, tamsin, {}, {}}},
                                     {}, {})),
              std::vector<std::string>{"two-birth-mothers"});
    EXPECT_TRUE(family_conflicts(tamsin, {{mother, BirthMother, tamsin, {}, {}}, {other, Mother, tamsin, {}, {}}}, {}, {})
                    .empty())
        << "two mothers, one of them by birth, is an ordinary family";
}

TEST(FamilyConflicts, PersonCannotBeParentAndSibling) {
    EXPECT_EQ(codes(family_conflicts(tamsin, {{mother, BirthMother, tamsin, {}, {}}, {tamsin, FullSibling, mother, {}, {}}},
                                     {}, {})),
              std::vector<std::string>{"impossible-pair"});
    EXPECT_TRUE(family_conflicts(tamsin, {{nan, AdoptiveParent, tamsin, {}, {}}, {nan, Grandparent, tamsin, {}, {}}}, {}, {})
                    .empty());
}

TEST(FamilyConflicts, BirthParentMustBeOldEnough) {
    const std::map<PersonId, Birth> births = {{tamsin, Birth::exact(day(2019, 4, 6))},
                                              {mother, Birth::exact(day(2009, 5, 1))}};
    EXPECT_EQ(codes(family_conflicts(tamsin, {{mother, BirthMother, tamsin, {}, {}}}, {}, births)),
              std::vector<std::string>{"parent-too-young"});
    EXPECT_TRUE(family_conflicts(tamsin, {{mother, StepParent, tamsin, {}, {}}}, {}, births).empty());
}

TEST(FamilyConflicts, ResponsibilityThatCannotBeTrueIsFlagged) {
    const std::vector<Relationship> family = {{mother, BirthMother, tamsin, {}, {}}};
    EXPECT_EQ(codes(family_conflicts(tamsin, family,
                                     {{.child = tamsin, .holder = father, .held = YesNo::Yes,
                                       .period = {day(2026, 2, 1), day(2026, 1, 1)}}}, {})),
              std::vector<std::string>{"responsibility-ends-before-start"});
    EXPECT_EQ(codes(family_conflicts(tamsin, family,
                                     {{.child = tamsin, .holder = father, .held = YesNo::Yes},
                                      {.child = tamsin, .holder = father, .held = YesNo::No}}, {})),
              std::vector<std::string>{"responsibility-yes-and-no"});
    EXPECT_EQ(codes(family_conflicts(tamsin, family,
                                     {{.child = tamsin, .holder = father, .held = YesNo::Yes, .shared = false},
                                      {.child = tamsin, .holder = mother, .held = YesNo::Yes}}, {})),
              std::vector<std::string>{"sole-responsibility-shared"});
    std::vector<ParentalResponsibility> none = {{.child = tamsin, .holder = mother, .held = YesNo::No}};
    EXPECT_EQ(codes(family_conflicts(tamsin, family, none, {})),
              std::vector<std::string>{"birth-mother-without-responsibility"});
    none.push_back({.child = tamsin, .holder = nan, .held = YesNo::Yes, .basis = ResponsibilityBasis::Adoption});
    EXPECT_TRUE(family_conflicts(tamsin, family, none, {}).empty());
}

TEST(Household, ChildOfTwoHomesLivesWithBoth) {
    const std::vector<Household> homes = {
        {HouseholdId("h1"), AddressId("a1"), {{mother, {}}, {tamsin, {}}, {other, {{}, day(2025, 1, 1)}}}},
        {HouseholdId("h2"), AddressId("a2"), {{father, {}}, {step, {}}, {tamsin, {day(2024, 1, 1), {}}}}},
        {HouseholdId("h3"), AddressId("a3"), {{nan, {}}}}};
    EXPECT_EQ(household_members(tamsin, kToday, homes),
              (std::vector<LivesWith>{{HouseholdId("h1"), {mother}}, {HouseholdId("h2"), {father, step}}}));
    EXPECT_EQ(household_members(tamsin, day(2023, 1, 1), homes),
              (std::vector<LivesWith>{{HouseholdId("h1"), {mother, other}}}));
}

TEST(Household, RefusesTheSamePersonTwiceAtOneTime) {
    EXPECT_FALSE(checked(Household{HouseholdId("h"), {}, {{mother, {}}, {mother, {day(2025, 1, 1), {}}}}}));
    EXPECT_TRUE(checked(Household{
        HouseholdId("h"), {}, {{mother, {{}, day(2024, 1, 1)}}, {mother, {day(2025, 1, 1), {}}}}}));
    EXPECT_FALSE(checked(Household{HouseholdId("h"), {}, {}}));
}

}  // namespace hearken::people
