#include "calendar/ages.hpp"

#include <gtest/gtest.h>

#include "calendar/years.hpp"

namespace hearken::calendar {

using namespace std::chrono;
using namespace std::chrono_literals;

TEST(Ages, AreReachedAtTheStartOfTheBirthday) {
    EXPECT_EQ(age_on(2010y / June / 15, 2026y / June / 14), 15);
    EXPECT_EQ(age_on(2010y / June / 15, 2026y / June / 15), 16);
    EXPECT_EQ(age_on(2026y / June / 15, 2026y / June / 15), 0);
    EXPECT_EQ(age_on(2026y / June / 15, 2026y / June / 14), std::nullopt);
    EXPECT_EQ(age_in_months_on(2026y / January / 31, 2026y / February / 28), 0);
    EXPECT_EQ(age_in_months_on(2026y / January / 31, 2026y / March / 1), 1);
}

TEST(Ages, A29FebruaryBirthdayIsOn1MarchInOtherYears) {
    EXPECT_EQ(age_on(2008y / February / 29, 2026y / February / 28), 17);
    EXPECT_EQ(age_on(2008y / February / 29, 2026y / March / 1), 18);
    EXPECT_EQ(age_on(2008y / February / 29, 2028y / February / 28), 19);
    EXPECT_EQ(age_on(2008y / February / 29, 2028y / February / 29), 20);
    EXPECT_EQ(date_age_reached(2008y / February / 29, 18), 2026y / March / 1);
    EXPECT_EQ(date_age_reached(2008y / February / 29, 20), 2028y / February / 29);
}

TEST(Ages, CountHalfYears) {
    EXPECT_EQ(date_age_reached(2010y / June / 15, 17, 6), 2027y / December / 15);
    EXPECT_EQ(date_age_reached(2010y / August / 31, 17, 6), 2028y / March / 1);
    EXPECT_EQ(date_age_reached(2009y / August / 31, 17, 6), 2027y / March / 1);
}

TEST(Ages, EveryChildIsOfAnAgeFromTheDateItIsReached) {
    for (sys_days born{2008y / January / 1}; born < sys_days{2012y / January / 1}; born += days{1})
        for (const int age : {1, 10, 16, 18}) {
            const LocalDate reached = date_age_reached(LocalDate{born}, age);
            EXPECT_EQ(age_on(LocalDate{born}, reached), age);
            EXPECT_EQ(age_on(LocalDate{born}, plus_days(reached, -1)), age - 1);
        }
}

TEST(LookBack, HasBothEndsIn) {
    const auto window = look_back(2026y / August / 31, 6);
    EXPECT_EQ(window, (DateRange{2026y / February / 28, 2026y / August / 31}));
    EXPECT_TRUE(window.contains(2026y / February / 28));
    EXPECT_TRUE(window.contains(2026y / August / 31));
    EXPECT_FALSE(window.contains(2026y / February / 27));
    EXPECT_FALSE(window.contains(2026y / September / 1));
    EXPECT_EQ(look_back(2026y / April / 2, 12).from, 2025y / April / 2);
}

TEST(Years, ThePartnershipsRunsFromAprilAndTheSchoolsFromSeptember) {
    EXPECT_EQ(partnership_year_of(2026y / March / 31).label, "2025-26");
    EXPECT_EQ(partnership_year_of(2026y / April / 1), (NamedYear{"2026-27", {2026y / April / 1, 2027y / March / 31}}));
    EXPECT_EQ(partnership_year_of(2099y / May / 1).label, "2099-00");
    EXPECT_EQ(school_year_of(2026y / August / 31).label, "2025/26");
    EXPECT_EQ(school_year_of(2026y / September / 1),
              (NamedYear{"2026/27", {2026y / September / 1, 2027y / August / 31}}));
}

}  // namespace hearken::calendar
