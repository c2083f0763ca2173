#include "calendar/urgency.hpp"

#include <gtest/gtest.h>

#include "calendar/timeliness.hpp"

namespace hearken::calendar {

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

Instant alert_at(Urgency urgency, Anchor anchor) {
    return urgency_alert(urgency, anchor, BankHolidays::england_and_wales()).value().at;
}

}  // namespace

TEST(Urgency, AlertsAfterAnHourAtTheEndOfTheDayAndOnTheNextWorkingDay) {
    const Anchor anchor = Anchor::at_instant(instant_of(2026y / April / 2, 16h + 50min));
    EXPECT_EQ(alert_at(Urgency::Now, anchor), instant_of(2026y / April / 2, 17h + 50min));
    EXPECT_EQ(alert_at(Urgency::Today, anchor), end_of_local_day(2026y / April / 2));
    EXPECT_EQ(alert_at(Urgency::Soon, anchor), end_of_local_day(2026y / April / 7));
    EXPECT_TRUE(
        urgency_alert(Urgency::Now, Anchor::on(2026y / April / 2), BankHolidays::england_and_wales())->estimated);
    EXPECT_FALSE(urgency_alert(Urgency::Soon, Anchor::on(2028y / December / 29), BankHolidays::england_and_wales()));
}

TEST(Urgency, IsReadFromTheManualsWords) {
    for (const char* word : {"now", "immediately", "at once", "Without delay", "without_delay"})
        EXPECT_EQ(parse_urgency(word).value(), Urgency::Now) << word;
    for (const char* word : {"today", "asap", "as soon as possible", "earliest_opportunity", "urgent"})
        EXPECT_EQ(parse_urgency(word).value(), Urgency::Today) << word;
    for (const char* word : {"soon", "promptly", "timely", "early"})
        EXPECT_EQ(parse_urgency(word).value(), Urgency::Soon) << word;
    for (const Urgency urgency : {Urgency::Now, Urgency::Today, Urgency::Soon})
        EXPECT_EQ(parse_urgency(urgency_text(urgency)).value(), urgency);
    const auto refused = parse_urgency("1 working day", "urgency");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reasons[0].field, "urgency");
}

TEST(Timeliness, IsDecidedByWhenItHappenedNotByWhenItWasRecorded) {
    const Instant limit = end_of_local_day(2026y / April / 7);
    EXPECT_EQ(timeliness(limit, limit, limit), Timeliness::InTime);
    EXPECT_EQ(timeliness(limit, limit, limit + 1s), Timeliness::InTimeRecordedLate);
    EXPECT_EQ(timeliness(limit, limit + 1s, limit + 1s), Timeliness::Late);
    EXPECT_EQ(timeliness_text(Timeliness::InTimeRecordedLate), "in time, recorded late");
}

TEST(Timeliness, NothingIsRecordedBeforeItHasHappened) {
    const Instant now = instant_of(2026y / April / 2, 16h + 50min);
    EXPECT_EQ(check_occurred(now, now).value(), now);
    const auto refused = check_occurred(now + 1min, now);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reasons[0].field, "occurred-at");
    EXPECT_EQ(refused.error().reasons[0].text,
              "2 April 2026 at 4:51pm has not come yet. Give the time at which it happened.");
}

}  // namespace hearken::calendar
