#include "calendar/service_hours.hpp"

#include <gtest/gtest.h>

namespace hearken::calendar {

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

const BankHolidays& table() { return BankHolidays::england_and_wales(); }
Instant local(LocalDate date, LocalTime time) { return instant_of(date, time); }

}  // namespace

TEST(ServiceHours, UnknownIsMondayToFridayNineToFiveAndSaysSo) {
    const auto& service = ServiceHours::unknown();
    EXPECT_TRUE(service.assumed());
    EXPECT_TRUE(service.is_open(local(2026y / April / 2, 9h), table()));
    EXPECT_FALSE(service.is_open(local(2026y / April / 2, 9h - 1s), table()));
    EXPECT_TRUE(service.is_open(local(2026y / April / 2, 17h - 1s), table()));
    EXPECT_FALSE(service.is_open(local(2026y / April / 2, 17h), table()));
    EXPECT_FALSE(service.is_open(local(2026y / April / 3, 10h), table()));
    EXPECT_FALSE(service.is_open(local(2026y / April / 4, 10h), table()));
}

TEST(ServiceHours, FindTheNextOpeningAcrossABankHolidayWeekend) {
    const auto& service = ServiceHours::unknown();
    EXPECT_EQ(service.next_opening(local(2026y / April / 2, 17h), table()), local(2026y / April / 7, 9h));
    EXPECT_EQ(service.next_opening(local(2026y / April / 2, 7h), table()), local(2026y / April / 2, 9h));
    EXPECT_EQ(service.next_opening(local(2026y / April / 2, 10h), table()), local(2026y / April / 2, 10h));
    EXPECT_EQ(service.closing_on(2026y / April / 2, table()), local(2026y / April / 2, 17h));
    EXPECT_EQ(service.closing_on(2026y / April / 3, table()), std::nullopt);
}

TEST(ServiceHours, ANightServiceHasTwoOpeningsAndExceptionsReplaceADay) {
    ServiceHours::Week week;
    for (auto& day : week) day = {{17h, 24h}, {0h, 9h}};
    const auto service =
        ServiceHours::of(week, true, {{2026y / December / 24, {{0h, 24h}}}, {2026y / December / 26, {}}});
    ASSERT_TRUE(service);
    EXPECT_TRUE(service->is_open(local(2026y / April / 3, 23h + 59min), table()));
    EXPECT_TRUE(service->is_open(local(2026y / April / 3, 8h), table()));
    EXPECT_FALSE(service->is_open(local(2026y / April / 3, 12h), table()));
    EXPECT_TRUE(service->is_open(local(2026y / December / 24, 12h), table()));
    EXPECT_FALSE(service->is_open(local(2026y / December / 26, 8h), table()));
    EXPECT_EQ(service->next_opening(local(2026y / April / 3, 12h), table()), local(2026y / April / 3, 17h));
    EXPECT_EQ(service->closing_on(2026y / April / 3, table()), end_of_local_day(2026y / April / 3));
    EXPECT_EQ(service->opening_on(2026y / April / 3, table()), start_of_local_day(2026y / April / 3));
}

TEST(ServiceHours, NeverOpeningIsAnswered) {
    const auto shut = ServiceHours::of({}, false);
    ASSERT_TRUE(shut);
    EXPECT_EQ(shut->next_opening(local(2026y / April / 3, 12h), table()), std::nullopt);
    EXPECT_TRUE(ServiceHours::always().is_open(local(2026y / December / 25, 3h), table()));
}

TEST(ServiceHours, AreReadFromText) {
    const auto office = ServiceHours::parse("Monday-Friday 8:30-16:30; Sat 10-12");
    ASSERT_TRUE(office);
    EXPECT_FALSE(office->assumed());
    EXPECT_TRUE(office->is_open(local(2026y / April / 2, 8h + 30min), table()));
    EXPECT_TRUE(office->is_open(local(2026y / April / 11, 11h), table()));
    EXPECT_FALSE(office->is_open(local(2026y / April / 12, 11h), table()));
    EXPECT_FALSE(office->is_open(local(2026y / April / 6, 11h), table()));
    EXPECT_TRUE(ServiceHours::parse("daily 8:00-20:00")->is_open(local(2026y / April / 6, 19h), table()));
    EXPECT_TRUE(ServiceHours::parse("mon-fri 9-17; bank holidays")->is_open(local(2026y / April / 6, 11h), table()));
    EXPECT_TRUE(ServiceHours::parse("Fri-Mon 9-17")->is_open(local(2026y / April / 12, 11h), table()));
    EXPECT_FALSE(ServiceHours::parse("Fri-Mon 9-17")->is_open(local(2026y / April / 14, 11h), table()));
    EXPECT_TRUE(ServiceHours::parse("Always")->is_open(local(2026y / April / 6, 3h), table()));
}

TEST(ServiceHours, MayHaveHoursOfTheirOwnOnBankHolidays) {
    const auto nights = ServiceHours::parse("Monday-Friday 0:00-9:00; Monday-Friday 17:00-24:00; bank holidays 0:00-24:00");
    ASSERT_TRUE(nights);
    EXPECT_FALSE(nights->is_open(local(2026y / April / 2, 11h), table()));
    EXPECT_TRUE(nights->is_open(local(2026y / April / 3, 11h), table())) << "Good Friday, when the offices it stands in for are closed";
    EXPECT_FALSE(ServiceHours::parse("Monday 9-17; bank holidays 17-9"));
    EXPECT_FALSE(ServiceHours::parse("Monday 9-17; bank holidays sometimes"));
}

TEST(ServiceHours, RefuseWhatIsNotUnderstoodOrImpossible) {
    for (const char* text :
         {"", "Monday", "Monday 9", "Someday 9-17", "Monday 9-25", "Monday 9:75-17", "Monday 9 - x"}) {
        const auto hours = ServiceHours::parse(text, "hours");
        ASSERT_FALSE(hours) << text;
        EXPECT_EQ(hours.error().reasons[0].code, "hours-not-understood") << text;
        EXPECT_EQ(hours.error().reasons[0].field, "hours") << text;
    }
    EXPECT_EQ(ServiceHours::parse("Monday 17-9").error().reasons[0].code, "opening-ends-before-it-starts");
    EXPECT_EQ(ServiceHours::parse("Monday 9-12; Monday 11-13").error().reasons[0].code, "openings-overlap");
    EXPECT_EQ(ServiceHours::of({}, false, {{2026y / May / 1, {}}, {2026y / May / 1, {}}}).error().reasons[0].code,
              "exception-twice");
}

}  // namespace hearken::calendar
