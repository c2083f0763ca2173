#include "people/person.hpp"

#include <gtest/gtest.h>

#include <set>

namespace hearken::people {
namespace {

constexpr Date day(int y, unsigned m, unsigned d) {
    return Date{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
}
constexpr Date kToday = day(2026, 11, 22);

PersonDetails tamsin() {
    return {.kind = PersonKind::Child,
            .names = {{.given = "Tamsin", .surname = "Harrow"}},
            .birth = Birth::exact(day(2019, 4, 6)),
            .sex = Sex::Female};
}

Person made(PersonDetails details) { return Person::make(PersonId("p1"), std::move(details), kToday).value(); }

std::set<std::string> codes(const PersonDetails& details) {
    const auto result = Person::make(PersonId("p1"), details, kToday);
    std::set<std::string> out;
    if (result) return out;
    for (const Reason& reason : result.error().reasons) out.insert(reason.field + ":" + reason.code);
    return out;
}

}  // namespace

TEST(Person, IsShownByNameAndAge) {
    const Person child = made(tamsin());
    EXPECT_EQ(child.display_name(), "Tamsin Harrow");
    EXPECT_EQ(child.name_for_list(), "HARROW, Tamsin");
    EXPECT_EQ(child.age_text(kToday), "7 years");
    EXPECT_EQ(child.revision(), 1);
    EXPECT_TRUE(child.is_under_18(kToday));
}

TEST(Person, WritesTheFamilyNameFirstWhereThePersonDoes) {
    PersonDetails details = tamsin();
    details.names = {{.given = "Anh", .middle = "Van", .surname = "Tran", .surname_first = true}};
    EXPECT_EQ(made(details).display_name(), "Tran Anh Van");
    EXPECT_EQ(made(details).name_for_list(), "TRAN, Anh Van");
}

TEST(Person, AgeIsSaidInTheUnitThatMatters) {
    PersonDetails details = tamsin();
    const auto text = [&](Birth birth) {
        details.birth = birth;
        return made(details).age_text(kToday);
    };
    EXPECT_EQ(text(Birth::exact(day(2026, 11, 21))), "1 day");
    EXPECT_EQ(text(Birth::exact(day(2026, 6, 22))), "5 months");
    EXPECT_EQ(text(Birth::exact(day(2024, 11, 23))), "23 months");
    EXPECT_EQ(text(Birth::exact(day(2024, 11, 22))), "2 years");
    EXPECT_EQ(text(Birth::estimated(day(2019, 1, 1))), "about 7 years");
    EXPECT_EQ(text(Birth::unknown()), "age not known");
}

TEST(Person, UnbornChildIsBabyWithADueDateAndWeeks) {
    PersonDetails details{.kind = PersonKind::Unborn,
                          .names = {{.surname = "Harrow"}},
                          .birth = Birth::expected(day(2027, 3, 14))};
    EXPECT_EQ(made(details).display_name(), "Baby Harrow");
    EXPECT_EQ(made(details).name_for_list(), "HARROW, Baby");
    EXPECT_EQ(made(details).age_text(kToday), "due 14 March 2027 (24 weeks)");
    EXPECT_EQ(made(details).age_text(day(2027, 3, 15)), "was due 14 March 2027");
    details.birth_order = 2;
    EXPECT_EQ(made(details).display_name(), "Baby Harrow (second-born)");
    details.names.clear();
    details.birth = Birth::expected({});
    EXPECT_EQ(made(details).display_name(), "Baby (second-born)");
    EXPECT_EQ(made(details).age_text(kToday), "unborn, due date not known");
}

TEST(Person, UnbornChildBecomesTheChildWithTheSameIdAndHistory) {
    const Person unborn = made({.kind = PersonKind::Unborn,
                                .names = {{.surname = "Harrow"}},
                                .birth = Birth::expected(day(2026, 11, 20))});
    const auto child = unborn.born(day(2026, 11, 19), {.given = "Rowan", .surname = "Harrow"}, Sex::Male, kToday);
    ASSERT_TRUE(child);
    EXPECT_EQ(child->id(), unborn.id());
    EXPECT_EQ(child->revision(), 2);
    EXPECT_EQ(child->display_name(), "Rowan Harrow");
    EXPECT_EQ(child->details().names.back().full(), "Baby Harrow");
    EXPECT_EQ(child->details().names.back().type, NameType::Previous);
    EXPECT_EQ(child->age_text(kToday), "3 days");
    EXPECT_FALSE(child->born(day(2026, 11, 19), {.given = "Rowan"}, Sex::Male, kToday));
}

TEST(Person, WhoDiedIsShownWithTheAgeAtDeath) {
    PersonDetails details = tamsin();
    details.died = day(2026, 3, 3);
    EXPECT_EQ(made(details).age_text(kToday), "died 3 March 2026, aged 6 years");
    EXPECT_FALSE(made(details).age(kToday));
}

TEST(Person, RefusesWithEveryReasonAtOnce) {
    PersonDetails details = tamsin();
    details.names = {{.given = "Tam\x01sin", .surname = std::string(101, 'x')}};
    details.birth = Birth::exact(day(2026, 11, 23));
    details.ethnicity = "ZZZZ";
    details.died = day(2027, 1, 1);
    details.disabilities = {"NONE", "HEAR"};
    EXPECT_EQ(codes(details),
              (std::set<std::string>{"names.0.given:control-characters", "names.0.surname:too-long", "birth:future",
                                     "ethnicity:unknown-code", "died:future", "disabilities:none-and-some"}));
}

TEST(Person, RefusesABlankName) {
    PersonDetails details = tamsin();
    details.names = {{.given = " ", .surname = "-"}};
    EXPECT_EQ(codes(details), std::set<std::string>{"names.0.given:required"});
    details.names.clear();
    EXPECT_EQ(codes(details), std::set<std::string>{"names:required"});
}

TEST(Person, RefusesDatesThatCannotBeTrue) {
    PersonDetails details = tamsin();
    details.birth = Birth::exact(day(1895, 11, 22));
    EXPECT_TRUE(codes(details).contains("birth:too-old"));
    details.birth = Birth::exact(day(2019, 2, 29));
    EXPECT_TRUE(codes(details).contains("birth:no-such-date"));
    details = tamsin();
    details.died = day(2018, 1, 1);
    EXPECT_TRUE(codes(details).contains("died:died-before-birth"));
    details = tamsin();
    details.kind = PersonKind::Adult;
    EXPECT_TRUE(codes(details).contains("kind:adult-under-18"));
}

TEST(Person, UnbornHasNoDateOfBirthAndABornChildNoExpectedOne) {
    PersonDetails unborn{.kind = PersonKind::Unborn, .birth = Birth::exact(day(2026, 1, 1))};
    EXPECT_EQ(codes(unborn), std::set<std::string>{"birth:unborn-born"});
    PersonDetails child = tamsin();
    child.birth = Birth::expected(day(2027, 1, 1));
    EXPECT_EQ(codes(child), std::set<std::string>{"birth:expected-but-born"});
}

TEST(Person, HasOneCurrentName) {
    PersonDetails details = tamsin();
    details.names.push_back({.given = "Tam", .surname = "Pike"});
    EXPECT_EQ(codes(details), std::set<std::string>{"names:one-current-name"});
    details.names[1].type = NameType::KnownAs;
    EXPECT_TRUE(codes(details).empty());
    EXPECT_EQ(made(details).known_as()->given, "Tam");
}

TEST(Person, ChangesByTheNextRevision) {
    const Person before = made(tamsin());
    PersonDetails details = before.details();
    details.religion = " Quaker ";
    const auto after = before.revised(details, kToday);
    ASSERT_TRUE(after);
    EXPECT_EQ(after->revision(), 2);
    EXPECT_EQ(after->details().religion, "Quaker");
    EXPECT_TRUE(before.details().religion.empty());
}

TEST(Person, RestoredFromTheStoreIsReadableEvenWhereRulesHaveChanged) {
    PersonDetails details = tamsin();
    details.ethnicity = "OLDC";
    EXPECT_EQ(Person::restored(PersonId("p1"), 7, details).revision(), 7);
}

TEST(CodeSets, HoldTheNationalCategories) {
    EXPECT_EQ(ethnicities().size(), 20u);
    EXPECT_EQ(label_of(ethnicities(), "WIRT"), "Traveller of Irish heritage");
    EXPECT_EQ(code_from_text(ethnicities(), " white british "), "WBRI");
    EXPECT_EQ(code_from_text(ethnicities(), "wbri"), "WBRI");
    EXPECT_FALSE(code_from_text(ethnicities(), "WENG"));
    EXPECT_EQ(code_from_text(disabilities(), "Hearing"), "HEAR");
    EXPECT_EQ(sex_from_text("Girl"), Sex::Female);
    EXPECT_FALSE(sex_from_text("x"));
    EXPECT_EQ(yes_no_from_text("TRUE"), YesNo::Yes);
    EXPECT_FALSE(yes_no_from_text(""));
}

}  // namespace hearken::people
