#include "calendar/recurrence.hpp"

#include <gtest/gtest.h>

namespace hearken::calendar {

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

LocalDate next(const Every& every, const RecurrenceState& state) { return next_due(every, state, {}).value().date; }

const Every kSixWeekly{Period{Unit::Weeks, 6}};
const Every kQuarterlyBoard{Period{Unit::Months, 3}, Cadence::Schedule};

const std::vector<Phase> kVisits{{{Unit::Weeks, 1}, "first visit", std::nullopt},
                                 {{Unit::Weeks, 6}, "permanent placement", Period{Unit::Years, 1}},
                                 {{Unit::Months, 3}, "", std::nullopt}};

}  // namespace

TEST(Recurrence, CountsFromTheLastCompletionOrTheStart) {
    EXPECT_EQ(next(kSixWeekly, {2026y / January / 5, {}, {}, {}}), 2026y / February / 16);
    // Early completion shortens; it never stretches the six weeks.
    EXPECT_EQ(next(kSixWeekly, {2026y / January / 5, 2026y / February / 2, {}, {}}), 2026y / March / 16);
    EXPECT_EQ(next(kSixWeekly, {2026y / January / 5, 2026y / March / 2, {}, {}}), 2026y / April / 13);
}

TEST(Recurrence, AScheduleKeepsItsDatesHoweverLateOrEarlyItsLast) {
    const LocalDate start = 2025y / November / 30;
    EXPECT_EQ(next(kQuarterlyBoard, {start, {}, {}, {}}), 2026y / February / 28);
    EXPECT_EQ(next(kQuarterlyBoard, {start, 2026y / February / 20, {}, {}}), 2026y / May / 30);
    EXPECT_EQ(next(kQuarterlyBoard, {start, 2026y / March / 9, {}, {}}), 2026y / May / 30);
    EXPECT_EQ(next(kQuarterlyBoard, {start, 2026y / May / 29, {}, {}}), 2026y / August / 30);
    // Known to be for February, although it was held nearer to May.
    EXPECT_EQ(next(kQuarterlyBoard, {start, 2026y / May / 20, 2026y / February / 28, {}}), 2026y / May / 30);
    // An old schedule: always from the original date, so the 30th comes back after February.
    EXPECT_EQ(next(kQuarterlyBoard, {1990y / November / 30, 2026y / March / 1, {}, {}}), 2026y / May / 30);
}

TEST(Recurrence, AScheduleWithAMaximumIsNotStretchedByEarlyCompletion) {
    Every every = kQuarterlyBoard;
    every.maximum = true;
    const LocalDate start = 2025y / October / 1;
    EXPECT_EQ(next(every, {start, 2026y / March / 20, {}, {}}), 2026y / June / 20);
    EXPECT_EQ(next(every, {start, 2026y / April / 9, {}, {}}), 2026y / July / 1);
}

TEST(Recurrence, AGivenNextDateWinsOnlyIfItIsEarlier) {
    const auto earlier = next_due(kSixWeekly, {2026y / January / 5, {}, {}, 2026y / February / 10}, {}).value();
    EXPECT_EQ(earlier.date, 2026y / February / 10);
    EXPECT_TRUE(earlier.given);
    EXPECT_EQ(next(kSixWeekly, {2026y / January / 5, {}, {}, 2026y / March / 10}), 2026y / February / 16);
}

TEST(Recurrence, RegularlyWithoutAFigureNeedsTheNextDateToBeSet) {
    EXPECT_EQ(next(Every{}, {2026y / January / 5, {}, {}, 2026y / March / 10}), 2026y / March / 10);
    const auto missing = next_due(Every{}, {2026y / January / 5, {}, {}, {}}, {});
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().reasons.at(0).code, "next-date-missing");
}

TEST(Recurrence, RefusesWhatIsNoInterval) {
    for (const Every& every : {Every{Period{Unit::SameDay, 0}}, Every{Period{Unit::Days, 3, 0, true}},
                               Every{Period{Unit::Minutes, 5}, Cadence::Schedule}})
        EXPECT_EQ(next_due(every, {2026y / January / 5, {}, {}, {}}, {}).error().reasons.at(0).code, "not-an-interval");
    EXPECT_FALSE(
        next_due(Every{Period{Unit::WorkingDays, 20}, Cadence::Schedule}, {2028y / December / 15, {}, {}, {}}, {}));
}

TEST(Recurrence, ATermlyScheduleGoesByTheSchoolsTerms) {
    const auto school = SchoolCalendar::of({{"Autumn", {2025y / September / 2, 2025y / December / 19}},
                                            {"Spring", {2026y / January / 5, 2026y / March / 27}},
                                            {"Summer", {2026y / April / 13, 2026y / July / 21}}},
                                           {})
                            .value();
    const Calendars calendars{BankHolidays::england_and_wales(), &school, nullptr};
    const Every termly{Period{Unit::Terms, 1}, Cadence::Schedule};
    EXPECT_EQ(next_due(termly, {2025y / August / 1, 2025y / December / 10, {}, {}}, calendars).value().date,
              2026y / March / 27);
}

TEST(Phases, ChangeWithAnEventOrWithTime) {
    const LocalDate placed = 2025y / January / 6;
    EXPECT_EQ(phase_on(kVisits, placed, placed, {}), 0u);
    EXPECT_EQ(phase_on(kVisits, placed, 2025y / January / 10, {{"first visit", 2025y / January / 10}}), 1u);
    EXPECT_EQ(phase_on(kVisits, placed, 2025y / January / 9, {{"first visit", 2025y / January / 10}}), 0u);
    EXPECT_EQ(phase_on(kVisits, placed, 2026y / January / 5, {{"first visit", 2025y / January / 10}}), 1u);
    EXPECT_EQ(phase_on(kVisits, placed, 2026y / January / 6, {{"first visit", 2025y / January / 10}}), 2u);
}

TEST(Phases, SetTheNextVisit) {
    const LocalDate placed = 2025y / January / 6;
    const auto visit = [&](std::optional<LocalDate> last, const std::vector<PhaseEvent>& events) {
        return next_due_in_phases(kVisits, Cadence::FromCompletion, {placed, last, {}, {}}, events, {}).value().date;
    };
    const PhaseEvent first{"first visit", 2025y / January / 10};
    EXPECT_EQ(visit({}, {}), 2025y / January / 13);
    EXPECT_EQ(visit(2025y / January / 10, {first}), 2025y / February / 21);
    EXPECT_EQ(visit(2026y / January / 20, {first}), 2026y / April / 20);
    // News since the last visit changes the phase at once, in whatever order it is told.
    const PhaseEvent permanent{"permanent placement", 2025y / March / 1};
    EXPECT_EQ(visit(2025y / February / 21, {permanent, first}), 2025y / May / 21);
}

TEST(Phases, AreRefusedWhereTheyCannotBeReachedOrEnd) {
    EXPECT_FALSE(check_phases({}));
    EXPECT_TRUE(check_phases(kVisits));
    const auto refused = check_phases({{{Unit::Weeks, 1}, "", std::nullopt},
                                       {{Unit::Weeks, 6}, "", Period{Unit::WorkingDays, 5}},
                                       {{Unit::Months, 3}, "never", std::nullopt}});
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.error().reasons.size(), 3u);
    EXPECT_EQ(refused.error().reasons[0].field, "phases[0]");
    EXPECT_EQ(refused.error().reasons[1].field, "phases[1]");
    EXPECT_EQ(refused.error().reasons[2].field, "phases[2]");
    EXPECT_FALSE(next_due_in_phases({}, Cadence::FromCompletion, {2026y / May / 1, {}, {}, {}}, {}, {}));
}

}  // namespace hearken::calendar
