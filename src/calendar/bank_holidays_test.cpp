#include "calendar/bank_holidays.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "calendar/bank_holidays_import.hpp"
#include "calendar/moment_text.hpp"

namespace hearken::calendar {

using namespace std::chrono_literals;
using namespace std::chrono;

namespace {

const BankHolidays& table() { return BankHolidays::england_and_wales(); }

std::string code_of(const Refusal& refusal, size_t i = 0) { return refusal.reasons.at(i).code; }

/// A plain year: eight holidays, none of them substitutes.
std::string govuk_json(int year, const std::string& more = "") {
    std::string events;
    for (const char* day : {"01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-27", "12-28"})
        events += fmt::format(R"({{"title": "A holiday", "date": "{}-{}", "notes": "", "bunting": true}},)", year, day);
    events += more;
    if (events.back() == ',') events.pop_back();
    return R"({"england-and-wales": {"division": "england-and-wales", "events": [)" + events + "]}}";
}

}  // namespace

TEST(BankHolidays, KnowMovedExtraAndSubstituteDays) {
    EXPECT_EQ(table().on(2020y / May / 8)->name, "Early May bank holiday (VE day)");
    EXPECT_EQ(table().on(2020y / May / 4), nullptr);
    EXPECT_EQ(table().on(2022y / June / 2)->name, "Spring bank holiday");
    EXPECT_EQ(table().on(2022y / May / 30), nullptr);
    EXPECT_NE(table().on(2022y / June / 3), nullptr);
    EXPECT_NE(table().on(2022y / September / 19), nullptr);
    EXPECT_NE(table().on(2023y / May / 8), nullptr);
    EXPECT_TRUE(table().on(2021y / December / 28)->substitute);
    EXPECT_EQ(table().on(2022y / December / 27)->name, "Christmas Day");
    EXPECT_TRUE(table().on(2022y / December / 27)->substitute);
    EXPECT_FALSE(table().on(2022y / December / 26)->substitute);
}

TEST(BankHolidays, AgreeWithGovUkForEveryDateBothHold) {
    const std::string path = HEARKEN_SOURCE_DIR "/../shared/data/bank-holidays.json";
    std::ifstream file(path);
    if (!file) GTEST_SKIP() << "SKIPPED: the GOV.UK list is not here: " << path;
    std::ostringstream text;
    text << file.rdbuf();
    const auto govuk = bank_holidays_from_govuk_json(text.str());
    ASSERT_TRUE(govuk) << govuk.error().reasons.at(0).text;
    int compared = 0;
    for (sys_days day{table().first_day()}; day <= sys_days{table().last_day()}; day += days{1}) {
        if (!govuk->covers(LocalDate{day})) continue;
        const auto* ours = table().on(LocalDate{day});
        const auto* theirs = govuk->on(LocalDate{day});
        ASSERT_EQ(ours == nullptr, theirs == nullptr) << iso_date(LocalDate{day});
        if (ours != nullptr) {
            EXPECT_EQ(*ours, *theirs) << iso_date(LocalDate{day});
            ++compared;
        }
    }
    EXPECT_EQ(compared, 115);
    const auto merged = merge(table(), *govuk);
    ASSERT_TRUE(merged);
    EXPECT_EQ(merged->table.first_day(), govuk->first_day());
    for (const auto& change : merged->changes) EXPECT_LT(change.holiday.date, table().first_day());
}

TEST(BankHolidays, AnswerNothingBeyondTheTable) {
    EXPECT_TRUE(table().covers(2015y));
    EXPECT_TRUE(table().covers(2028y));
    EXPECT_FALSE(table().covers(2014y));
    EXPECT_FALSE(table().covers(2029y));
    EXPECT_EQ(code_of(table().is_working_day(2029y / January / 2).error()), "beyond-bank-holidays");
    EXPECT_EQ(code_of(table().working_day_after(2028y / December / 29).error()), "beyond-bank-holidays");
    EXPECT_EQ(code_of(table().working_day_before(2015y / January / 2).error()), "beyond-bank-holidays");
    EXPECT_EQ(table().working_day_before(2015y / January / 5).value(), 2015y / January / 2);
    EXPECT_NE(table().beyond(2029y / January / 2).reasons[0].text.find("Import the GOV.UK list"), std::string::npos);
}

TEST(BankHolidays, WorkingDaysAreWeekdaysOutsideTheTable) {
    EXPECT_TRUE(table().is_working_day(2026y / April / 2).value());
    EXPECT_FALSE(table().is_working_day(2026y / April / 3).value());
    EXPECT_FALSE(table().is_working_day(2026y / April / 4).value());
    EXPECT_EQ(table().working_day_after(2026y / April / 2).value(), 2026y / April / 7);
    EXPECT_EQ(table().working_day_before(2026y / April / 7).value(), 2026y / April / 2);
}

TEST(BankHolidays, WarnBeforeTheyRunOut) {
    EXPECT_FALSE(table().runs_out_within(2027y / December / 31, 12));
    EXPECT_TRUE(table().runs_out_within(2028y / January / 1, 12));
    EXPECT_EQ(table().warning(2026y / April / 2), std::nullopt);
    EXPECT_NE(table().warning(2028y / June / 1)->find("until 31 December 2028"), std::string::npos);
    EXPECT_NE(table().warning(2029y / June / 1)->find("up to 31 December 2028"), std::string::npos);
}

TEST(BankHolidays, RefuseAListWithFaultsAndNameThemAll) {
    const auto list = BankHolidays::of({{2030y / January / 1, "One", false},
                                        {2030y / January / 1, "Again", false},
                                        {2030y / January / 5, "A Saturday", false}});
    ASSERT_FALSE(list);
    ASSERT_EQ(list.error().reasons.size(), 3u);
    EXPECT_EQ(code_of(list.error(), 0), "bank-holiday-twice");
    EXPECT_EQ(code_of(list.error(), 1), "bank-holiday-on-weekend");
    EXPECT_EQ(code_of(list.error(), 2), "bank-holiday-year-incomplete");
    EXPECT_FALSE(BankHolidays::of({}));
}

TEST(GovUkImport, ReadsTheListAndPlainApostrophes) {
    const auto read = bank_holidays_from_govuk_json(
        govuk_json(2028, R"({"title": "New Year’s Eve", "date": "2028-12-29", "notes": "Substitute day"})"));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->all().size(), 9u);
    EXPECT_EQ(read->on(2028y / December / 29)->name, "New Year's Eve");
    EXPECT_TRUE(read->on(2028y / December / 29)->substitute);
}

TEST(GovUkImport, RefusesWithEveryFault) {
    EXPECT_EQ(code_of(bank_holidays_from_govuk_json("<html>").error()), "not-json");
    EXPECT_EQ(code_of(bank_holidays_from_govuk_json("{}").error()), "no-division");
    EXPECT_EQ(code_of(bank_holidays_from_govuk_json("[1]").error()), "no-division");
    EXPECT_EQ(code_of(bank_holidays_from_govuk_json(R"({"england-and-wales": 3})").error()), "no-division");
    const auto read = bank_holidays_from_govuk_json(
        govuk_json(2028, R"({"title": "", "date": "2028-02-30"}, 7, {"title": "Sunday", "date": "2028-12-31"})"));
    ASSERT_FALSE(read);
    ASSERT_EQ(read.error().reasons.size(), 4u);
    EXPECT_EQ(read.error().reasons[0].field, "events[8].title");
    EXPECT_EQ(read.error().reasons[1].field, "events[8].date");
    EXPECT_EQ(read.error().reasons[2].field, "events[9]");
    EXPECT_EQ(code_of(read.error(), 3), "bank-holiday-on-weekend");
}

TEST(MergingBankHolidays, AddsNewYearsAndReportsWhatChanged) {
    auto declared =
        bank_holidays_from_govuk_json(govuk_json(2028, R"({"title": "Day of celebration", "date": "2028-06-09"})"));
    ASSERT_TRUE(declared);
    const auto merged = merge(table(), *declared);
    ASSERT_TRUE(merged);
    EXPECT_EQ(merged->table.first_day(), table().first_day());
    std::vector<std::string> told;
    for (const auto& change : merged->changes) told.push_back(change_text(change));
    EXPECT_EQ(told.front(), "Monday 3 January 2028 is now called A holiday (it was New Year's Day).");
    EXPECT_NE(std::find(told.begin(), told.end(), "New bank holiday: Friday 9 June 2028 (Day of celebration)."),
              told.end());
    EXPECT_NE(std::find(told.begin(), told.end(), "No longer a bank holiday: Monday 25 December 2028 (Christmas Day)."),
              told.end());
    EXPECT_FALSE(merged->table.is_working_day(2028y / June / 9).value());
    EXPECT_TRUE(merged->table.is_working_day(2028y / December / 25).value());
    EXPECT_EQ(merge(table(), table()).value().changes, std::vector<BankHolidayChange>{});
}

TEST(MergingBankHolidays, RefusesAGapBetweenYears) {
    const auto later = BankHolidays::of([] {
        std::vector<BankHoliday> list;
        for (unsigned d = 7; d < 11; ++d) list.push_back({2030y / January / day{d}, "x", false});
        for (unsigned d = 14; d < 18; ++d) list.push_back({2030y / January / day{d}, "x", false});
        return list;
    }());
    ASSERT_TRUE(later);
    const auto merged = merge(table(), *later);
    ASSERT_FALSE(merged);
    EXPECT_EQ(code_of(merged.error()), "bank-holiday-year-incomplete");
}

}  // namespace hearken::calendar
