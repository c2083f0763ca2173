#include "calendar/stated_clock.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

namespace hearken::calendar {

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

std::string told(const ClockQuestion& question, const Calendars& calendars = {}, std::optional<Instant> now = {}) {
    const auto answer = answer_clock(question, calendars, now);
    if (!answer) return answer.error().reasons.at(0).text;
    return fmt::format("{}", fmt::join(answer->lines, " "));
}

bool starts_with(const std::string& text, const std::string& start) { return text.rfind(start, 0) == 0; }
bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST(StatedClock, ExplainsAWorkingDayOverEaster) {
    const auto text = told({"2026-04-02T16:50", "1 working day"});
    EXPECT_TRUE(
        starts_with(text,
                    "Counted from Thursday 2 April 2026 (day 0). Skipped: Friday 3 April (Good Friday), Saturday 4 "
                    "April, Sunday 5 April, Monday 6 April (Easter Monday). Due by the end of Tuesday 7 April 2026."))
        << text;
    EXPECT_TRUE(says(text, "amber at 5pm on Tuesday 7 April 2026 (the service's hours are not held")) << text;
}

TEST(StatedClock, ExplainsHoursAndAClockChange) {
    EXPECT_TRUE(
        starts_with(told({"2026-03-28T10:00", "24 hours"}),
                    "Counted from 10am on Saturday 28 March 2026. 24 hours, nights and weekends included. The clocks "
                    "go forward in that time: hours are counted as they pass. Due at 11am on Sunday 29 March 2026."))
        << told({"2026-03-28T10:00", "24 hours"});
    EXPECT_TRUE(says(told({"2026-10-24T10:00", "24 hours"}), "The clocks go back in that time"));
    EXPECT_TRUE(says(told({"2026-10-25T10:00", "24 hours before"}), "The clocks go back in that time"));
    EXPECT_FALSE(says(told({"2026-04-02T16:50", "24 hours"}), "clocks"));
    EXPECT_TRUE(says(told({"2026-04-02", "24 hours"}), "Estimated: no time of day is known"));
    EXPECT_TRUE(says(told({"2026-06-05T14:00", "24 hours in the working week"}), "Due at 5pm on Monday 8 June 2026."));
}

TEST(StatedClock, CountsBackAndSaysWhenTheLeadHasGone) {
    const Instant now = instant_of(2026y / June / 9, 14h);
    EXPECT_TRUE(
        starts_with(told({"2026-06-20", "14 days", true}, {}, now),
                    "Counted back from Saturday 20 June 2026: 14 days before. That was Saturday 6 June 2026, which "
                    "has passed: due today. Due by the end of Tuesday 9 June 2026."));
    EXPECT_EQ(told({"2026-06-20", "14 days", true}), told({"2026-06-20", "14 days before"}));
    EXPECT_EQ(told({"2026-06-20", "14 days", true}, {}, now), told({"2026-06-20", "14 days before"}, {}, now));
    EXPECT_TRUE(says(told({"2026-06-20", "14 days before"}),
                     "Nobody works on Saturday 6 June: the reminder comes on Friday 5 June 2026."));
    EXPECT_TRUE(says(told({"2026-04-08", "3 working days before"}), "Monday 6 April (Easter Monday), Sunday 5 April"));
}

TEST(StatedClock, ShortensALongListOfSkippedDays) {
    const auto school = SchoolCalendar::of({{"Summer", {2026y / April / 13, 2026y / July / 21}}}, {}).value();
    const auto text =
        told({"2026-07-20T10:00", "2 school days"}, {BankHolidays::england_and_wales(), &school, nullptr});
    EXPECT_TRUE(says(text,
                     "Skipped: Wednesday 22 July to Monday 31 August (school holiday). Due by the end of Tuesday 1 "
                     "September 2026. The school's own dates are not held for all of these days"))
        << text;
    EXPECT_TRUE(
        says(told({"2026-12-01T10:00", "25 working days"}),
             "Skipped: 10 weekend days, Friday 25 December (Christmas Day), Monday 28 December (Boxing Day), Friday 1 "
             "January 2027 (New Year's Day)."))
        << told({"2026-12-01T10:00", "25 working days"});
}

TEST(StatedClock, ExplainsRangesTermsSchoolMorningsAndUnknownYears) {
    EXPECT_TRUE(says(told({"2026-04-02T10:00", "6 to 8 weeks"}),
                     "6 to 8 weeks is a range: from Thursday 14 May 2026 as a guide."));
    EXPECT_TRUE(says(told({"2026-04-02", "1 term"}), "a term was counted as four months"));
    EXPECT_TRUE(says(told({"2026-04-14T02:00", "before next school day"}), "Due before 9am on Tuesday 14 April 2026."));
    EXPECT_TRUE(says(told({"2026-04-02", "10 years"}), "Bank holidays are not held for that year"));
}

TEST(StatedClock, AnUrgencyIsAnAlertAndNotALimit) {
    const auto answer = answer_clock({"2026-04-02T16:50", "immediately"}, {});
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->due, std::nullopt);
    EXPECT_EQ(answer->at, instant_of(2026y / April / 2, 17h + 50min));
    EXPECT_TRUE(says(told({"2026-04-02T16:50", "soon"}), "House alert at the end of Tuesday 7 April 2026"));
    EXPECT_TRUE(says(told({"2026-04-02T16:50", "soon", true}), "cannot be counted back"));
}

TEST(StatedClock, IsReadWithOrWithoutItsPreposition) {
    EXPECT_EQ(std::get<Period>(parse_clock("within 24 hours").value()), (Period{Unit::Hours, 24}));
    EXPECT_EQ(std::get<Period>(parse_clock("every 6 weeks").value()), (Period{Unit::Weeks, 6}));
    EXPECT_EQ(std::get<Urgency>(parse_clock("without delay").value()), Urgency::Now);
}

TEST(StatedClock, RefusesWithTheFaultsOfBothEnds) {
    const auto refused = answer_clock({"yesterday", "a while"}, {});
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.error().reasons.size(), 2u);
    EXPECT_EQ(refused.error().reasons[0].field, "from");
    EXPECT_EQ(refused.error().reasons[1].field, "within");
    EXPECT_FALSE(answer_clock({"2028-12-30", "3 working days"}, {}));
}

}  // namespace hearken::calendar
