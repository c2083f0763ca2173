#include "calendar/period.hpp"

#include <gtest/gtest.h>

namespace hearken::calendar {

TEST(Period, PrintsItselfAsItIsRead) {
    for (const char* text : {"1 working day",
                             "3 working days",
                             "24 hours",
                             "1 hour",
                             "24 hours in the working week",
                             "30 minutes",
                             "10 days",
                             "2 weeks",
                             "6 months",
                             "1 year",
                             "5 school days",
                             "1 term",
                             "same day",
                             "before next school day",
                             "6 to 8 weeks",
                             "4 weeks before",
                             "14 days before",
                             "3 working days before",
                             "5 school days before",
                             "24 hours before"}) {
        const auto period = parse_period(text);
        ASSERT_TRUE(period) << text;
        EXPECT_EQ(period_text(*period), text);
        EXPECT_EQ(parse_period(period_text(*period)).value(), *period);
    }
}

TEST(Period, IsReadInTheWaysPeopleAndCataloguesWriteIt) {
    const std::pair<const char*, Period> cases[] = {
        {"1 working_days", {Unit::WorkingDays, 1}},
        {"One Working Day", {Unit::WorkingDays, 1}},
        {"same_day", {Unit::SameDay, 0}},
        {"Same-day", {Unit::SameDay, 0}},
        {"0 days", {Unit::SameDay, 0}},
        {"6-8 weeks", {Unit::Weeks, 8, 6}},
        {"six to eight weeks", {Unit::Weeks, 8, 6}},
        {"six-weekly", {Unit::Weeks, 6}},
        {"bimonthly", {Unit::Months, 2}},
        {"termly", {Unit::Terms, 1}},
        {"1 school term", {Unit::Terms, 1}},
        {"  2   calendar days ", {Unit::Days, 2}},
        {"before the next school day", {Unit::BeforeNextSchoolDay, 0}},
        {"24 hours in working week", {Unit::WorkingWeekHours, 24}},
    };
    for (const auto& [text, expected] : cases) {
        const auto period = parse_period(text);
        ASSERT_TRUE(period) << text;
        EXPECT_EQ(*period, expected) << text;
    }
}

TEST(Period, IsRefusedWithWhatToWriteInstead) {
    const std::pair<const char*, const char*> cases[] = {
        {"", "Write for example"},
        {"soonish", "Write for example"},
        {"1", "Write for example"},
        {"working day", "Write for example"},
        {"1.5 days", "Write for example"},
        {"1 fortnight", "Write for example"},
        {"3 to weeks", "Write for example"},
        {"regularly", "no interval is invented"},
        {"0 minutes", "give an urgency"},
        {"0 working days", "Write 'same day'"},
        {"0 to 3 days", "Write 'same day'"},
        {"-14 days", "14 days before"},
        {"8 to 6 weeks", "smaller to the larger"},
        {"10000 days", "at most 9999"},
        {"3 days in the working week", "only hours"},
        {"1 term before", "cannot be counted back"},
        {"24 hours in the working week before", "cannot be counted back"},
    };
    for (const auto& [text, remedy] : cases) {
        const auto period = parse_period(text, "due.within");
        ASSERT_FALSE(period) << text;
        EXPECT_EQ(period.error().reasons.at(0).field, "due.within");
        EXPECT_NE(period.error().reasons.at(0).text.find(remedy), std::string::npos)
            << text << ": " << period.error().reasons.at(0).text;
    }
}

}  // namespace hearken::calendar
