#include "calendar/moment_text.hpp"

#include <gtest/gtest.h>

namespace hearken::calendar {

using namespace std::chrono_literals;
using std::chrono::April;

TEST(MomentText, WritesDatesAndTimesInGovUkStyle) {
    const Instant instant = instant_of(2026y / April / 2, 16h + 50min);
    EXPECT_EQ(date_text(2026y / April / 2), "2 April 2026");
    EXPECT_EQ(weekday_date_text(2026y / April / 2), "Thursday 2 April 2026");
    EXPECT_EQ(weekday_day_text(2026y / April / 5), "Sunday 5 April");
    EXPECT_EQ(moment_text(instant), "2 April 2026 at 4:50pm");
    EXPECT_EQ(weekday_moment_text(instant), "4:50pm on Thursday 2 April 2026");
    EXPECT_EQ(iso_date(2026y / April / 2), "2026-04-02");
}

TEST(MomentText, SaysMiddayAndMidnightAndDropsEmptyMinutes) {
    EXPECT_EQ(time_text(0h), "midnight");
    EXPECT_EQ(time_text(5min), "12:05am");
    EXPECT_EQ(time_text(9h), "9am");
    EXPECT_EQ(time_text(12h), "midday");
    EXPECT_EQ(time_text(12h + 30min), "12:30pm");
    EXPECT_EQ(time_text(17h), "5pm");
    EXPECT_EQ(time_text(24h - 1s), "11:59pm");
}

TEST(ParseMoment, ReadsDatesLocalTimesAndTimesWithAZone) {
    EXPECT_EQ(parse_moment("2026-04-02").value(), Anchor::on(2026y / April / 2));
    EXPECT_TRUE(parse_moment("2026-04-02").value().date_only);
    const Instant at = instant_of(2026y / April / 2, 16h + 50min);
    for (const char* text : {"2026-04-02T16:50", "2026-04-02 16:50", "2026-04-02T16:50:00", "2026-04-02T16:50:00+01:00",
                             "2026-04-02T15:50:00Z", "2026-04-02T15:50Z"})
        EXPECT_EQ(parse_moment(text).value(), Anchor::at_instant(at)) << text;
}

TEST(ParseMoment, RefusesWhatDoesNotExistAndNamesTheField) {
    for (const char* text : {"", "tomorrow", "2026-02-29", "2026-04-31T10:00", "2026-04-02T24:00", "2026-04-02T16:50x",
                             "2026-04-02T16-50", "2026-4-2", "02/04/2026", "2026-04-02T"}) {
        const auto moment = parse_moment(text, "from");
        ASSERT_FALSE(moment) << text;
        EXPECT_EQ(moment.error().reasons.at(0).field, "from");
        EXPECT_NE(moment.error().reasons.at(0).text.find("Write 2026-04-02T16:50"), std::string::npos);
    }
    EXPECT_FALSE(parse_date("2026-04-02T16:50"));
    EXPECT_FALSE(parse_date("2025-02-29"));
    EXPECT_EQ(parse_date("2028-02-29").value(), 2028y / std::chrono::February / 29);
}

}  // namespace hearken::calendar
