// What must hold on every day that the table covers, not only on those somebody thought of.
#include <gtest/gtest.h>

#include "calendar/due.hpp"
#include "calendar/moment_text.hpp"

namespace hearken::calendar {

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

const BankHolidays& table() { return BankHolidays::england_and_wales(); }

/// Days of the table with room before and after for 60 working days.
template <class Check>
void on_every_day(Check check) {
    for (sys_days day{2015y / May / 1}; day <= sys_days{2028y / August / 31}; day += days{1}) {
        check(LocalDate{day});
        if (testing::Test::HasFailure()) FAIL() << "first on " << iso_date(LocalDate{day});
    }
}

/// Counted in the plainest way, to hold the real one against.
int working_days_in(LocalDate after, LocalDate until) {
    int count = 0;
    for (sys_days day = sys_days{after} + days{1}; day <= sys_days{until}; day += days{1})
        if (const unsigned w = weekday{day}.c_encoding(); w != 0 && w != 6 && table().on(LocalDate{day}) == nullptr)
            ++count;
    return count;
}

DueDate reached(LocalDate from, Unit unit, int n) { return due(Anchor::on(from), {unit, n}, {}).value(); }
DueDate back_from(LocalDate event, Unit unit, int n) { return due_before(Anchor::on(event), {unit, n}, {}).value(); }

}  // namespace

class WorkingDays : public testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(OfManyLengths, WorkingDays, testing::Values(1, 2, 3, 5, 10, 15, 42));

TEST_P(WorkingDays, EndOnTheNthWorkingDayAndAccountForEveryDayBetween) {
    const int n = GetParam();
    on_every_day([&](LocalDate from) {
        const auto answer = reached(from, Unit::WorkingDays, n);
        EXPECT_TRUE(table().is_working_day(answer.date).value());
        EXPECT_EQ(working_days_in(from, answer.date), n);
        EXPECT_EQ(static_cast<int>(answer.skipped.size()), days_between(from, answer.date) - n);
        for (const auto& day : answer.skipped) EXPECT_FALSE(table().is_working_day(day.date).value());
        EXPECT_EQ(answer.at, end_of_local_day(answer.date));
        EXPECT_EQ(answer.reminder_on, answer.date);
    });
}

TEST_P(WorkingDays, NeverEndEarlierForALaterStart) {
    const int n = GetParam();
    LocalDate before = reached(2015y / April / 30, Unit::WorkingDays, n).date;
    on_every_day([&](LocalDate from) {
        const LocalDate date = reached(from, Unit::WorkingDays, n).date;
        EXPECT_LE(before, date);
        EXPECT_GT(date, from);
        before = date;
    });
}

TEST_P(WorkingDays, CountedForwardsAndBackReturnToAWorkingDay) {
    const int n = GetParam();
    on_every_day([&](LocalDate from) {
        const LocalDate there = reached(from, Unit::WorkingDays, n).date;
        const LocalDate and_back = back_from(there, Unit::WorkingDays, n).date;
        EXPECT_EQ(and_back, table().is_working_day(from).value() ? from : table().working_day_before(from).value());
    });
}

TEST_P(WorkingDays, AreTheSameAsSoManySingleOnes) {
    const int n = GetParam();
    on_every_day([&](LocalDate from) {
        LocalDate step = from;
        for (int i = 0; i < n; ++i) step = table().working_day_after(step).value();
        EXPECT_EQ(reached(from, Unit::WorkingDays, n).date, step);
    });
}

TEST(EveryDay, TheHourOfTheAnchorDoesNotMoveADayBasedLimit) {
    on_every_day([](LocalDate from) {
        for (const Period period : {Period{Unit::WorkingDays, 1}, Period{Unit::Days, 7}, Period{Unit::SameDay, 0}}) {
            const auto by_date = due(Anchor::on(from), period, {}).value();
            for (const LocalTime time : {LocalTime{0h}, LocalTime{1h + 30min}, LocalTime{12h}, LocalTime{24h - 1s}})
                EXPECT_EQ(due(Anchor::at_instant(instant_of(from, time)), period, {}).value().at, by_date.at);
        }
    });
}

TEST(EveryDay, HoursAreElapsedWhateverTheClocksDo) {
    on_every_day([](LocalDate from) {
        for (const LocalTime time : {LocalTime{0h}, LocalTime{1h + 30min}, LocalTime{16h}}) {
            const Anchor anchor = Anchor::at_instant(instant_of(from, time));
            EXPECT_EQ(due(anchor, {Unit::Hours, 24}, {}).value().at - anchor.at, 24h);
            EXPECT_EQ(anchor.at - due_before(anchor, {Unit::Hours, 24}, {}).value().at, 24h);
        }
    });
}

TEST(EveryDay, HoursInTheWorkingWeekEndOnAWorkingDayAndNeverEarlierThanElapsed) {
    on_every_day([](LocalDate from) {
        const Anchor anchor = Anchor::at_instant(instant_of(from, 14h));
        const auto answer = due(anchor, {Unit::WorkingWeekHours, 24}, {}).value();
        EXPECT_TRUE(table().is_working_day(answer.date).value());
        EXPECT_GE(answer.at, anchor.at + 24h);
        const bool inside = table().is_working_day(from).value() && table().is_working_day(plus_days(from, 1)).value();
        EXPECT_EQ(answer.at == anchor.at + 24h, inside);
    });
}

TEST(EveryDay, MonthsKeepTheDayNumberOrTakeTheLastOfTheMonth) {
    on_every_day([](LocalDate from) {
        for (const int n : {1, 3, 6, 12, 18}) {
            const LocalDate date = reached(from, Unit::Months, n).date;
            EXPECT_EQ((year_month{date.year(), date.month()} - year_month{from.year(), from.month()}).count(), n);
            const LocalDate last_day{date.year() / date.month() / last};
            EXPECT_TRUE(date.day() == from.day() || (date == last_day && from.day() > last_day.day()));
        }
        EXPECT_EQ(reached(from, Unit::Years, 1).date, reached(from, Unit::Months, 12).date);
        EXPECT_EQ(reached(from, Unit::Weeks, 2).date, reached(from, Unit::Days, 14).date);
    });
}

TEST(EveryDay, CalendarLimitsStayPutAndRemindOnAWorkingDayAfterDayZero) {
    on_every_day([](LocalDate from) {
        const auto answer = reached(from, Unit::Days, 10);
        EXPECT_EQ(days_between(from, answer.date), 10);
        EXPECT_TRUE(table().is_working_day(answer.reminder_on).value());
        EXPECT_LE(answer.reminder_on, answer.date);
        EXPECT_GT(answer.reminder_on, from);
        EXPECT_EQ(working_days_in(answer.reminder_on, answer.date), 0);
        EXPECT_EQ(back_from(answer.date, Unit::Days, 10).date, from);
    });
}

TEST(EveryDay, AmberComesBetweenTheAnchorAndTheLimit) {
    on_every_day([](LocalDate from) {
        const Anchor late = Anchor::at_instant(instant_of(from, 18h));
        for (const Period period : {Period{Unit::SameDay, 0}, Period{Unit::WorkingDays, 1}, Period{Unit::Hours, 24},
                                    Period{Unit::Days, 3}, Period{Unit::BeforeNextSchoolDay, 0}}) {
            const auto answer = due(late, period, {}).value();
            EXPECT_GE(answer.amber_at, late.at);
            EXPECT_LE(answer.amber_at, answer.at);
        }
    });
}

TEST(EveryDay, TheNextSchoolDayStartsAfterTheAnchor) {
    on_every_day([](LocalDate from) {
        for (const LocalTime time : {LocalTime{2h}, LocalTime{9h}, LocalTime{20h}}) {
            const Anchor anchor = Anchor::at_instant(instant_of(from, time));
            const auto answer = due(anchor, {Unit::BeforeNextSchoolDay, 0}, {}).value();
            EXPECT_GT(answer.at, anchor.at);
            EXPECT_TRUE(table().is_working_day(answer.date).value());
        }
    });
}

}  // namespace hearken::calendar
