#include "people/registration.hpp"

#include <gtest/gtest.h>

namespace hearken::people {
namespace {

constexpr Date day(int y, unsigned m, unsigned d) {
    return Date{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
}

}  // namespace

TEST(YearGroup, IsReadAsSchoolsWriteIt) {
    for (const char* text : {"7", "07", "Year 7", "Y7", "Yr 07", "year 7 "}) EXPECT_EQ(year_group_from_text(text), "7") << text;
    for (const char* text : {"R", "Reception", "YR", "Year R", "0"}) EXPECT_EQ(year_group_from_text(text), "R") << text;
    EXPECT_EQ(year_group_from_text("Nursery 1"), "N1");
    EXPECT_EQ(year_group_from_text("n2"), "N2");
    EXPECT_EQ(year_group_from_text("14"), "14");
    for (const char* text : {"", "15", "Year", "seven", "7B"}) EXPECT_FALSE(year_group_from_text(text)) << text;
}

TEST(YearGroup, IsShownInWords) {
    EXPECT_EQ(year_group_label("7"), "Year 7");
    EXPECT_EQ(year_group_label("R"), "Reception");
    EXPECT_EQ(year_group_label("07"), "");
    EXPECT_EQ(year_group_label("Z"), "");
}

TEST(Registration, RefusesWithEveryReason) {
    const auto result =
        checked({.period = {day(2026, 9, 1), day(2025, 9, 1)}, .year_group = "19", .form = std::string(51, 'x')});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().reasons.size(), 5u);
}

TEST(Registration, HoldsFromItsFirstDayToItsLast) {
    const std::vector<Registration> all = {
        {.person = PersonId("c"), .organisation = OrganisationId("gp"), .kind = RegistrationKind::KnownTo},
        {.person = PersonId("c"), .organisation = OrganisationId("s1"), .period = {day(2025, 9, 1), day(2026, 7, 17)}},
        {.person = PersonId("c"), .organisation = OrganisationId("s2"), .period = {day(2026, 7, 18), {}}}};
    const auto before = registrations_of(PersonId("c"), day(2026, 7, 17), all);
    ASSERT_EQ(before.size(), 2u);
    EXPECT_EQ(before[0].organisation.str(), "s1");
    EXPECT_EQ(registrations_of(PersonId("c"), day(2026, 7, 18), all)[0].organisation.str(), "s2");
}

}  // namespace hearken::people
