#include "calendar/school_calendar.hpp"

#include <gtest/gtest.h>

namespace hearken::calendar {

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

const BankHolidays& table() { return BankHolidays::england_and_wales(); }

SchoolCalendar school_year() {
    return SchoolCalendar::of({{"Summer term 2026", {2026y / April / 13, 2026y / July / 21}},
                               {"Autumn term 2025", {2025y / September / 2, 2025y / December / 19}},
                               {"Spring term 2026", {2026y / January / 5, 2026y / March / 27}}},
                              {{{2026y / May / 25, 2026y / May / 29}, "half-term"},
                               {{2026y / June / 26, 2026y / June / 26}, "INSET day"}})
        .value();
}

}  // namespace

TEST(SchoolCalendar, SaysWhyADayIsNotASchoolDay) {
    const auto school = school_year();
    EXPECT_TRUE(school.is_school_day(2026y / April / 13, table()));
    EXPECT_EQ(school.why_not(2026y / April / 10, table()), "school holiday");
    EXPECT_EQ(school.why_not(2026y / April / 18, table()), "Saturday");
    EXPECT_EQ(school.why_not(2026y / May / 4, table()), "Early May bank holiday");
    EXPECT_EQ(school.why_not(2026y / May / 27, table()), "half-term");
    EXPECT_EQ(school.why_not(2026y / June / 26, table()), "INSET day");
}

TEST(SchoolCalendar, HoldsTheWholeSchoolYearWhenTheSummerTermIsHeld) {
    const auto school = school_year();
    EXPECT_EQ(school.held(), (DateRange{2025y / September / 1, 2026y / August / 31}));
    EXPECT_FALSE(school.covers(2026y / September / 1));
    EXPECT_FALSE(school.is_school_day(2026y / September / 3, table()));
    const auto autumn_only =
        SchoolCalendar::of({{"Autumn term", {2025y / September / 2, 2025y / December / 19}}}, {}).value();
    EXPECT_FALSE(autumn_only.covers(2025y / December / 20));
}

TEST(SchoolCalendar, FindsTheNthTermThatStartsAfterADate) {
    const auto school = school_year();
    EXPECT_EQ(school.term_after(2025y / October / 1, 1)->name, "Spring term 2026");
    EXPECT_EQ(school.term_after(2025y / December / 25, 1)->name, "Spring term 2026");
    EXPECT_EQ(school.term_after(2025y / October / 1, 2)->name, "Summer term 2026");
    EXPECT_EQ(school.term_after(2026y / April / 13, 1), nullptr);
}

TEST(SchoolCalendar, RefusesWithEveryFault) {
    EXPECT_EQ(SchoolCalendar::of({}, {}).error().reasons.at(0).code, "no-terms");
    const auto refused = SchoolCalendar::of({{"A", {2026y / May / 2, 2026y / May / 1}},
                                             {"B", {2026y / June / 1, 2026y / July / 1}},
                                             {"C", {2026y / July / 1, 2026y / July / 20}}},
                                            {{{2026y / June / 9, 2026y / June / 8}, ""}});
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.error().reasons.size(), 4u);
    EXPECT_EQ(refused.error().reasons[0].code, "term-ends-before-it-starts");
    EXPECT_EQ(refused.error().reasons[0].field, "terms[0]");
    EXPECT_EQ(refused.error().reasons[1].code, "closure-ends-before-it-starts");
    EXPECT_EQ(refused.error().reasons[2].code, "closure-without-reason");
    EXPECT_EQ(refused.error().reasons[3].code, "terms-overlap");
}

}  // namespace hearken::calendar
