#include "calendar/local_time.hpp"

#include <gtest/gtest.h>

namespace hearken::calendar {

using namespace std::chrono_literals;
using std::chrono::April;
using std::chrono::August;
using std::chrono::February;
using std::chrono::January;
using std::chrono::March;
using std::chrono::October;
using std::chrono::sys_days;
using std::chrono::year;

namespace {
Instant utc(const char* text) { return *instant_from_iso(text); }
}  // namespace

TEST(LocalTime, IsAnHourAheadInSummerOnly) {
    EXPECT_EQ(local_date_of(utc("2026-07-01T23:30:00Z")), 2026y / std::chrono::July / 2);
    EXPECT_EQ(local_time_of(utc("2026-07-01T23:30:00Z")), LocalTime{30min});
    EXPECT_EQ(local_date_of(utc("2026-01-01T23:30:00Z")), 2026y / January / 1);
    EXPECT_EQ(to_iso(instant_of(2026y / April / 2, 16h + 50min)), "2026-04-02T15:50:00Z");
    EXPECT_EQ(to_iso(instant_of(2026y / January / 2, 16h + 50min)), "2026-01-02T16:50:00Z");
}

TEST(LocalTime, AMissingTimeMovesForwardByTheGap) {
    EXPECT_EQ(to_iso(instant_of(2026y / March / 29, 59min)), "2026-03-29T00:59:00Z");
    EXPECT_EQ(to_iso(instant_of(2026y / March / 29, 1h)), "2026-03-29T01:00:00Z");
    EXPECT_EQ(local_time_of(instant_of(2026y / March / 29, 1h + 30min)), LocalTime{2h + 30min});
    EXPECT_EQ(to_iso(instant_of(2026y / March / 29, 2h)), "2026-03-29T01:00:00Z");
}

TEST(LocalTime, ARepeatedTimeIsTheFirst) {
    EXPECT_EQ(to_iso(instant_of(2026y / October / 25, 1h + 30min)), "2026-10-25T00:30:00Z");
    EXPECT_EQ(to_iso(instant_of(2026y / October / 25, 2h)), "2026-10-25T02:00:00Z");
    EXPECT_EQ(local_time_of(utc("2026-10-25T00:30:00Z")), local_time_of(utc("2026-10-25T01:30:00Z")));
}

TEST(LocalTime, ADayEndsWithItsOwnLastSecondHoweverLongItIs) {
    EXPECT_EQ(to_iso(end_of_local_day(2026y / March / 29)), "2026-03-29T22:59:59Z");
    EXPECT_EQ(to_iso(end_of_local_day(2026y / October / 25)), "2026-10-25T23:59:59Z");
    EXPECT_EQ(end_of_local_day(2026y / March / 29) - start_of_local_day(2026y / March / 29), 23h - 1s);
    EXPECT_EQ(end_of_local_day(2026y / October / 25) - start_of_local_day(2026y / October / 25), 25h - 1s);
}

TEST(LocalTime, SummerTimeGoesOnAfterTheZoneDataEnds) {
    for (const int y : {2036, 2037, 2038, 2045, 2099}) {
        EXPECT_EQ(offset_at(sys_days{year{y} / std::chrono::July / 1}), 1h) << y;
        EXPECT_EQ(offset_at(sys_days{year{y} / January / 15}), 0h) << y;
    }
    // 2040: forward on 25 March, back on 28 October.
    EXPECT_EQ(local_time_of(instant_of(2040y / March / 25, 1h + 30min)), LocalTime{2h + 30min});
    EXPECT_EQ(to_iso(instant_of(2040y / March / 25, 2h)), "2040-03-25T01:00:00Z");
    EXPECT_EQ(to_iso(instant_of(2040y / October / 28, 1h + 30min)), "2040-10-28T00:30:00Z");
    EXPECT_EQ(to_iso(instant_of(2040y / October / 28, 2h)), "2040-10-28T02:00:00Z");
}

TEST(LocalTime, EveryHourOfEveryDayIsReadBackExceptTheMissingOnes) {
    int missing = 0;
    for (sys_days day = 2015y / January / 1; day <= sys_days{2045y / January / 1}; day += std::chrono::days{1})
        for (LocalTime time = 0h; time < LocalTime{24h}; time += 1h) {
            const Instant instant = instant_of(LocalDate{day}, time);
            if (local_time_of(instant) == time)
                EXPECT_EQ(local_date_of(instant), LocalDate{day});
            else
                ++missing;
        }
    EXPECT_EQ(missing, 30);
}

TEST(LocalTime, MonthsKeepTheDayNumberOrTakeTheLastDay) {
    EXPECT_EQ(plus_months(2026y / January / 31, 1), 2026y / February / 28);
    EXPECT_EQ(plus_months(2028y / January / 31, 1), 2028y / February / 29);
    EXPECT_EQ(plus_months(2028y / February / 29, 12), 2029y / February / 28);
    EXPECT_EQ(plus_months(2028y / February / 29, 48), 2032y / February / 29);
    EXPECT_EQ(plus_months(2026y / August / 31, -6), 2026y / February / 28);
    EXPECT_EQ(plus_months(2026y / January / 15, -1), 2025y / std::chrono::December / 15);
    EXPECT_EQ(days_between(2026y / March / 1, 2026y / February / 27), -2);
}

}  // namespace hearken::calendar
