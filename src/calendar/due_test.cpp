#include "calendar/due.hpp"

#include <gtest/gtest.h>

#include "calendar/moment_text.hpp"

namespace hearken::calendar {

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

const BankHolidays& table() { return BankHolidays::england_and_wales(); }

SchoolCalendar school_year() {
    return SchoolCalendar::of({{"Autumn term 2025", {2025y / September / 2, 2025y / December / 19}},
                               {"Spring term 2026", {2026y / January / 5, 2026y / March / 27}},
                               {"Summer term 2026", {2026y / April / 13, 2026y / July / 21}}},
                              {{{2026y / May / 25, 2026y / May / 29}, "half-term"},
                               {{2026y / June / 26, 2026y / June / 26}, "INSET day"}})
        .value();
}

DueDate due_in(const char* from, const char* within, const Calendars& calendars = {}) {
    const auto anchor = parse_moment(from);
    const auto period = parse_period(within);
    EXPECT_TRUE(anchor && period) << from << " / " << within;
    auto answer = due(*anchor, *period, calendars);
    EXPECT_TRUE(answer) << from << " + " << within << ": " << (answer ? "" : answer.error().reasons[0].text);
    return answer.value();
}

/// The limit as local time, to the second.
std::string local(Instant at) { return iso_date(local_date_of(at)) + " " + time_text(local_time_of(at)); }

struct Case {
    const char* from;
    const char* within;
    const char* date;
    const char* local_at;  ///< of `at`
};

}  // namespace

class DueTable : public testing::TestWithParam<Case> {};

TEST_P(DueTable, IsOverWhenTheConventionsSay) {
    const auto [from, within, date, local_at] = GetParam();
    const auto answer = due_in(from, within);
    EXPECT_EQ(iso_date(answer.date), date) << from << " + " << within;
    EXPECT_EQ(local(answer.at), local_at) << from << " + " << within;
    EXPECT_EQ(local_date_of(answer.at), answer.date);
}

INSTANTIATE_TEST_SUITE_P(WorkingDays, DueTable,
                         testing::Values(  // Over Easter; day 0 is the anchor's own date, whatever the hour or the day.
                             Case{"2026-04-02T16:50", "1 working day", "2026-04-07", "2026-04-07 11:59pm"},
                             Case{"2026-04-02", "1 working day", "2026-04-07", "2026-04-07 11:59pm"},
                             Case{"2026-04-01T09:00", "1 working day", "2026-04-02", "2026-04-02 11:59pm"},
                             Case{"2026-04-01T09:00", "2 working days", "2026-04-07", "2026-04-07 11:59pm"},
                             Case{"2026-04-03T10:00", "1 working day", "2026-04-07", "2026-04-07 11:59pm"},
                             // Friday 23:50 and Sunday both give Monday: nothing is deemed received.
                             Case{"2026-06-05T23:50", "1 working day", "2026-06-08", "2026-06-08 11:59pm"},
                             Case{"2026-06-07T12:00", "1 working day", "2026-06-08", "2026-06-08 11:59pm"},
                             Case{"2026-06-06T00:00", "1 working day", "2026-06-08", "2026-06-08 11:59pm"},
                             Case{"2026-06-08T00:00", "1 working day", "2026-06-09", "2026-06-09 11:59pm"},
                             // A summer midnight in London is still the day before in UTC.
                             Case{"2026-06-07T23:30:00Z", "1 working day", "2026-06-09", "2026-06-09 11:59pm"},
                             // Christmas and New Year runs.
                             Case{"2026-12-24T17:30", "1 working day", "2026-12-29", "2026-12-29 11:59pm"},
                             Case{"2026-12-24T17:30", "3 working days", "2026-12-31", "2026-12-31 11:59pm"},
                             Case{"2026-12-24T17:30", "4 working days", "2027-01-04", "2027-01-04 11:59pm"},
                             Case{"2027-12-24T10:00", "1 working day", "2027-12-29", "2027-12-29 11:59pm"},
                             Case{"2027-12-31T10:00", "1 working day", "2028-01-04", "2028-01-04 11:59pm"},
                             Case{"2022-05-31T10:00", "3 working days", "2022-06-07", "2022-06-07 11:59pm"},
                             Case{"2022-09-16T10:00", "1 working day", "2022-09-20", "2022-09-20 11:59pm"},
                             Case{"2020-05-07T10:00", "1 working day", "2020-05-11", "2020-05-11 11:59pm"},
                             Case{"2023-05-05T10:00", "1 working day", "2023-05-09", "2023-05-09 11:59pm"},
                             Case{"2028-02-28T10:00", "1 working day", "2028-02-29", "2028-02-29 11:59pm"},
                             Case{"2027-02-26T10:00", "1 working day", "2027-03-01", "2027-03-01 11:59pm"},
                             // The assessment's own figures: 35 locally, 45 nationally.
                             Case{"2026-03-02T10:00", "35 working days", "2026-04-22", "2026-04-22 11:59pm"},
                             Case{"2026-03-02T10:00", "45 working days", "2026-05-07", "2026-05-07 11:59pm"}));

INSTANTIATE_TEST_SUITE_P(
    Hours, DueTable,
    testing::Values(Case{"2026-04-02T16:50", "24 hours", "2026-04-03", "2026-04-03 4:50pm"},
                    Case{"2026-06-05T23:50", "24 hours", "2026-06-06", "2026-06-06 11:50pm"},
                    Case{"2026-06-05T23:50", "30 minutes", "2026-06-06", "2026-06-06 12:20am"},
                    Case{"2026-04-02T16:50", "12 hours", "2026-04-03", "2026-04-03 4:50am"},
                    // Elapsed over the clock changes: a day of 23 and one of 25 hours.
                    Case{"2026-03-28T10:00", "24 hours", "2026-03-29", "2026-03-29 11am"},
                    Case{"2026-10-24T10:00", "24 hours", "2026-10-25", "2026-10-25 9am"},
                    Case{"2026-03-29T01:30", "1 hour", "2026-03-29", "2026-03-29 3:30am"},
                    Case{"2026-10-25T01:30", "1 hour", "2026-10-25", "2026-10-25 1:30am"},
                    Case{"2026-10-25T01:30", "2 hours", "2026-10-25", "2026-10-25 2:30am"},
                    Case{"2026-04-02", "24 hours", "2026-04-03", "2026-04-03 midnight"},
                    // In the working week.
                    Case{"2026-06-03T14:00", "24 hours in the working week", "2026-06-04", "2026-06-04 2pm"},
                    Case{"2026-06-05T14:00", "24 hours in the working week", "2026-06-08", "2026-06-08 5pm"},
                    Case{"2026-06-06T14:00", "24 hours in the working week", "2026-06-08", "2026-06-08 5pm"},
                    Case{"2026-06-07T14:00", "24 hours in the working week", "2026-06-08", "2026-06-08 5pm"},
                    Case{"2026-04-02T14:00", "24 hours in the working week", "2026-04-07", "2026-04-07 5pm"}));

INSTANTIATE_TEST_SUITE_P(CalendarDates, DueTable,
                         testing::Values(Case{"2026-04-02T16:50", "same day", "2026-04-02", "2026-04-02 11:59pm"},
                                         Case{"2026-04-04T23:59", "same day", "2026-04-04", "2026-04-04 11:59pm"},
                                         Case{"2026-06-05T23:50", "0 days", "2026-06-05", "2026-06-05 11:59pm"},
                                         Case{"2026-04-02T16:50", "5 days", "2026-04-07", "2026-04-07 11:59pm"},
                                         // Dates stay local across the clock changes.
                                         Case{"2026-03-28T23:30", "1 day", "2026-03-29", "2026-03-29 11:59pm"},
                                         Case{"2026-10-24T23:30", "1 day", "2026-10-25", "2026-10-25 11:59pm"},
                                         Case{"2026-10-18T23:30", "1 week", "2026-10-25", "2026-10-25 11:59pm"},
                                         Case{"2026-04-02T16:50", "2 weeks", "2026-04-16", "2026-04-16 11:59pm"},
                                         Case{"2026-01-31T10:00", "1 month", "2026-02-28", "2026-02-28 11:59pm"},
                                         Case{"2028-01-31T10:00", "1 month", "2028-02-29", "2028-02-29 11:59pm"},
                                         Case{"2026-01-31T10:00", "2 months", "2026-03-31", "2026-03-31 11:59pm"},
                                         Case{"2026-08-31T10:00", "6 months", "2027-02-28", "2027-02-28 11:59pm"},
                                         Case{"2024-02-29T10:00", "1 year", "2025-02-28", "2025-02-28 11:59pm"},
                                         Case{"2024-02-29T10:00", "4 years", "2028-02-29", "2028-02-29 11:59pm"},
                                         Case{"2024-02-29T10:00", "12 months", "2025-02-28", "2025-02-28 11:59pm"},
                                         // Stays put on a day nobody works, and beyond the bank holiday table.
                                         Case{"2026-03-20T10:00", "2 weeks", "2026-04-03", "2026-04-03 11:59pm"},
                                         Case{"2026-04-02T10:00", "120 months", "2036-04-02", "2036-04-02 11:59pm"},
                                         Case{"2026-07-02T10:00", "75 years", "2101-07-02", "2101-07-02 11:59pm"}));

TEST(Due, TellsEveryDayItSkippedAndWhy) {
    const auto answer = due_in("2026-04-02T16:50", "1 working day");
    EXPECT_EQ(answer.day_zero, 2026y / April / 2);
    EXPECT_EQ(answer.skipped, (std::vector<SkippedDay>{{2026y / April / 3, "Good Friday"},
                                                       {2026y / April / 4, "Saturday"},
                                                       {2026y / April / 5, "Sunday"},
                                                       {2026y / April / 6, "Easter Monday"}}));
    EXPECT_TRUE(due_in("2026-04-02T16:50", "5 days").skipped.empty());
}

TEST(Due, RefusesWhatNeedsBankHolidaysBeyondTheTable) {
    const Period one{Unit::WorkingDays, 1};
    EXPECT_TRUE(due(Anchor::on(2028y / December / 28), one, {}));
    const auto beyond = due(Anchor::on(2028y / December / 29), one, {});
    ASSERT_FALSE(beyond);
    EXPECT_EQ(beyond.error().reasons.at(0).code, "beyond-bank-holidays");
    EXPECT_FALSE(due(Anchor::on(2014y / March / 1), one, {}));
    EXPECT_FALSE(due(Anchor::on(2028y / December / 31), {Unit::WorkingWeekHours, 24}, {}));
    EXPECT_FALSE(due(Anchor::on(2028y / December / 29), {Unit::SchoolDays, 1}, {}));
    EXPECT_TRUE(due_in("2026-04-02", "10 years").bank_holidays_unknown);
    EXPECT_FALSE(due_in("2026-04-02", "1 year").bank_holidays_unknown);
}

TEST(Due, MarksAClockInHoursWithoutATimeOfDayAsEstimated) {
    EXPECT_TRUE(due_in("2026-04-02", "24 hours").estimated);
    EXPECT_FALSE(due_in("2026-04-02T16:50", "24 hours").estimated);
    EXPECT_FALSE(due_in("2026-04-02", "1 working day").estimated);
    Anchor delivery = Anchor::on(2026y / June / 1);
    delivery.estimated = true;
    EXPECT_TRUE(due_before(delivery, {Unit::Weeks, 4}, {}).value().estimated);
}

TEST(Due, IsMetToTheLastSecondOfTheDateAndNotAfter) {
    const auto answer = due_in("2026-04-02T16:50", "1 working day");
    EXPECT_TRUE(in_time(answer, instant_of(2026y / April / 7, 24h - 1s)));
    EXPECT_FALSE(in_time(answer, start_of_local_day(2026y / April / 8)));
}

TEST(Due, TurnsAmberWhenTheServiceClosesForTheLastTime) {
    EXPECT_EQ(local(due_in("2026-04-02T16:50", "1 working day").amber_at), "2026-04-07 5pm");
    EXPECT_TRUE(due_in("2026-04-02T16:50", "1 working day").hours_assumed);
    const auto daily = ServiceHours::parse("daily 8:00-20:00").value();
    EXPECT_EQ(local(due_in("2026-03-20T10:00", "2 weeks", {table(), nullptr, &daily}).amber_at), "2026-04-03 8pm");
    EXPECT_FALSE(due_in("2026-03-20T10:00", "2 weeks", {table(), nullptr, &daily}).hours_assumed);
    // Closed on the day itself: the last closing before it.
    EXPECT_EQ(local(due_in("2026-03-22T10:00", "2 weeks").amber_at), "2026-04-02 5pm");
    // After closing the date does not move, and amber is at once.
    EXPECT_EQ(local(due_in("2026-04-02T18:30", "same day").amber_at), "2026-04-02 6:30pm");
    EXPECT_EQ(local(due_in("2026-04-04T10:00", "same day").amber_at), "2026-04-04 10am");
}

TEST(Due, ClocksInHoursTurnAmberForTheirLastQuarter) {
    EXPECT_EQ(local(due_in("2026-04-02T16:00", "24 hours").amber_at), "2026-04-03 10am");
    EXPECT_EQ(local(due_in("2026-04-02T16:00", "1 hour").amber_at), "2026-04-02 4:45pm");
}

TEST(Due, RemindsOnTheWorkingDayBeforeWhereNobodyWorks) {
    EXPECT_EQ(due_in("2026-03-20T10:00", "2 weeks").reminder_on, 2026y / April / 2);  // Good Friday
    EXPECT_EQ(due_in("2026-03-23T10:00", "2 weeks").reminder_on, 2026y / April / 2);  // Easter Monday
    EXPECT_EQ(due_in("2026-04-02T10:00", "1 week").reminder_on, 2026y / April / 9);
    EXPECT_EQ(due_in("2026-04-04T10:00", "same day").reminder_on, 2026y / April / 4);  // never before day 0
    EXPECT_EQ(due_in("2026-04-02T10:00", "1 working day").reminder_on, 2026y / April / 7);
}

TEST(Due, ARangeHasAGuideBesideItsLimit) {
    const auto answer = due_in("2026-04-02T10:00", "6 to 8 weeks");
    EXPECT_EQ(answer.date, 2026y / May / 28);
    EXPECT_EQ(local(*answer.guide_at), "2026-05-14 11:59pm");
    EXPECT_EQ(due_in("2026-04-02T10:00", "8 weeks").guide_at, std::nullopt);
    EXPECT_EQ(local(*due_in("2026-04-02T10:00", "1 to 2 working days").guide_at), "2026-04-07 11:59pm");
}

TEST(Due, SchoolDaysFollowTheSchoolsOwnCalendar) {
    const auto school = school_year();
    const Calendars calendars{table(), &school, nullptr};
    const auto over_easter = due_in("2026-03-25T10:00", "5 school days", calendars);
    EXPECT_EQ(over_easter.date, 2026y / April / 15);
    EXPECT_FALSE(over_easter.school_days_unknown);
    EXPECT_EQ(over_easter.skipped.size(), 16u);
    EXPECT_EQ(over_easter.skipped.front(), (SkippedDay{2026y / March / 28, "school holiday"}));
    const auto inset = due_in("2026-06-25T10:00", "1 school day", calendars);
    EXPECT_EQ(inset.date, 2026y / June / 29);
    EXPECT_EQ(inset.skipped.front().reason, "INSET day");
    EXPECT_EQ(due_in("2026-05-22T10:00", "1 school day", calendars).date, 2026y / June / 1);
    // Working-day clocks run in the holidays.
    EXPECT_EQ(due_in("2026-05-26T10:00", "1 working day", calendars).date, 2026y / May / 27);
}

TEST(Due, SchoolDaysAreWorkingDaysAndMarkedWhereNoneAreHeld) {
    const auto unknown = due_in("2026-04-02T10:00", "5 school days");
    EXPECT_EQ(unknown.date, due_in("2026-04-02T10:00", "5 working days").date);
    EXPECT_TRUE(unknown.school_days_unknown);
    const auto school = school_year();
    const auto next_year = due_in("2026-07-20T10:00", "3 school days", {table(), &school, nullptr});
    EXPECT_EQ(next_year.date, 2026y / September / 2);  // one held day, then working days from 1 September
    EXPECT_TRUE(next_year.school_days_unknown);
}

TEST(Due, ATermEndsWithTheNextOneThatStarts) {
    const auto school = school_year();
    const Calendars calendars{table(), &school, nullptr};
    EXPECT_EQ(due_in("2025-11-10", "1 term", calendars).date, 2026y / March / 27);
    EXPECT_EQ(due_in("2025-12-25", "1 term", calendars).date, 2026y / March / 27);
    EXPECT_EQ(due_in("2025-11-10", "2 terms", calendars).date, 2026y / July / 21);
    const auto not_held = due_in("2026-05-10", "1 term", calendars);
    EXPECT_TRUE(not_held.terms_unknown);
    EXPECT_EQ(not_held.date, 2026y / September / 10);
}

TEST(Due, BeforeTheNextSchoolDayIsBeforeSchoolOpens) {
    const auto school = school_year();
    const auto office = ServiceHours::parse("Monday-Friday 8:15-16:00").value();
    const Calendars calendars{table(), &school, &office};
    EXPECT_EQ(local(due_in("2026-03-27T20:00", "before next school day", calendars).at), "2026-04-13 8:15am");
    // What happens at 2am is to be known that same morning; after opening it is the next day.
    EXPECT_EQ(local(due_in("2026-04-14T02:00", "before next school day", calendars).at), "2026-04-14 8:15am");
    EXPECT_EQ(local(due_in("2026-04-14T08:15", "before next school day", calendars).at), "2026-04-15 8:15am");
    const auto unknown = due_in("2026-04-03T02:00", "before next school day");
    EXPECT_EQ(local(unknown.at), "2026-04-07 9am");
    EXPECT_TRUE(unknown.school_days_unknown);
    EXPECT_TRUE(unknown.hours_assumed);
}

TEST(DueBefore, CountsWholeDaysBackAndNeverRoundsLater) {
    const auto back = [](LocalDate event, const char* period) {
        return due_before(Anchor::on(event), parse_period(period).value(), {}).value();
    };
    EXPECT_EQ(back(2026y / June / 20, "14 days before").date, 2026y / June / 6);  // a Saturday: stays
    EXPECT_EQ(back(2026y / June / 20, "14 days before").reminder_on, 2026y / June / 5);
    EXPECT_EQ(back(2026y / June / 20, "4 weeks").date, 2026y / May / 23);
    EXPECT_EQ(back(2026y / August / 31, "6 months before").date, 2026y / February / 28);
    EXPECT_EQ(back(2026y / April / 8, "3 working days before").date, 2026y / April / 1);
    EXPECT_EQ(back(2026y / April / 8, "3 working days before").skipped.size(), 4u);
    EXPECT_EQ(back(2026y / April / 8, "1 year before").date, 2025y / April / 8);
    EXPECT_EQ(local(back(2026y / June / 20, "14 days before").at), "2026-06-06 11:59pm");
}

TEST(DueBefore, HoursAreElapsedAcrossAClockChange) {
    const auto event = parse_moment("2026-03-29T10:00").value();
    EXPECT_EQ(local(due_before(event, {Unit::Hours, 24}, {}).value().at), "2026-03-28 9am");
    EXPECT_TRUE(due_before(Anchor::on(2026y / March / 29), {Unit::Hours, 24}, {}).value().estimated);
}

TEST(DueBefore, ALeadAlreadyPastIsDueTodayAndSaysWhatWasWanted) {
    const Anchor event = Anchor::on(2026y / June / 20);
    const Period lead = parse_period("14 days before").value();
    const auto late = due_before(event, lead, {}, instant_of(2026y / June / 9, 14h)).value();
    EXPECT_TRUE(late.lead_already_past);
    EXPECT_EQ(late.date, 2026y / June / 9);
    EXPECT_EQ(local(late.at), "2026-06-09 11:59pm");
    EXPECT_EQ(late.wanted_on, 2026y / June / 6);
    EXPECT_EQ(local(late.amber_at), "2026-06-09 5pm");
    EXPECT_EQ(late.reminder_on, 2026y / June / 9);
    const auto on_the_day = due_before(event, lead, {}, instant_of(2026y / June / 6, 23h)).value();
    EXPECT_FALSE(on_the_day.lead_already_past);
    EXPECT_EQ(on_the_day.date, 2026y / June / 6);
}

TEST(DueBefore, RefusesPeriodsThatAreNoLead) {
    for (const Unit unit : {Unit::SameDay, Unit::BeforeNextSchoolDay, Unit::Terms, Unit::WorkingWeekHours}) {
        const auto refused = due_before(Anchor::on(2026y / June / 20), {unit, 1}, {});
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().reasons.at(0).code, "no-lead");
    }
    EXPECT_FALSE(due_before(Anchor::on(2015y / January / 5), {Unit::WorkingDays, 3}, {}));
}

TEST(DueBefore, IsWhatDueDoesWithAPeriodThatCountsBack) {
    const Anchor event = Anchor::on(2026y / June / 20);
    const Period lead = parse_period("3 working days before").value();
    EXPECT_EQ(due(event, lead, {}).value(), due_before(event, lead, {}).value());
}

TEST(DueOn, IsADateSetBySomeoneElse) {
    const auto court = due_on(2026y / April / 3, {});
    EXPECT_TRUE(court.given);
    EXPECT_EQ(court.reminder_on, 2026y / April / 2);
    EXPECT_EQ(local(court.at), "2026-04-03 11:59pm");
    EXPECT_EQ(local(court.amber_at), "2026-04-02 5pm");
}

TEST(Limbs, TheEarlierOrTheLaterGovernsAndOfEqualsTheFirst) {
    const std::vector<DueDate> limbs{due_on(2026y / May / 2, {}), due_on(2026y / May / 1, {}),
                                     due_on(2026y / May / 2, {}), due_on(2026y / May / 1, {})};
    EXPECT_EQ(earlier_of(limbs), 1u);
    EXPECT_EQ(later_of(limbs), 0u);
}

}  // namespace hearken::calendar
