#include "calendar/bank_holidays.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "calendar/moment_text.hpp"

namespace hearken::calendar {

using namespace std::chrono;

namespace {

constexpr int kFewestInAYear = 8;

}  // namespace

BankHolidays::BankHolidays(std::vector<BankHoliday> holidays, year first, year last)
    : holidays_(std::move(holidays)), first_year_(first), last_year_(last) {
    index_by_day_.resize(static_cast<size_t>(days_between(first_day(), last_day())) + 1);
    for (size_t i = 0; i < holidays_.size(); ++i)
        index_by_day_[static_cast<size_t>(days_between(first_day(), holidays_[i].date))] = static_cast<uint16_t>(i + 1);
}

Result<BankHolidays> BankHolidays::of(std::vector<BankHoliday> holidays) {
    Refusal refusal;
    const auto fault = [&](std::string code, std::string text) {
        refusal.reasons.push_back({std::move(code), std::move(text), "bank-holidays"});
    };
    if (holidays.empty()) {
        fault("no-bank-holidays", "There are no bank holidays in this list. Check that it is the GOV.UK list.");
        return refuse(std::move(refusal));
    }
    std::sort(holidays.begin(), holidays.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
    std::map<year, int> in_year;
    for (size_t i = 0; i < holidays.size(); ++i) {
        const LocalDate date = holidays[i].date;
        ++in_year[date.year()];
        if (i > 0 && holidays[i - 1].date == date)
            fault("bank-holiday-twice", fmt::format("{} is listed twice. Remove one of them.", date_text(date)));
        if (is_weekend(date))
            fault("bank-holiday-on-weekend", fmt::format("{} ({}) is not a weekday. Give its substitute day instead.",
                                                         weekday_date_text(date), holidays[i].name));
    }
    const year first = holidays.front().date.year(), last = holidays.back().date.year();
    for (year y = first; y <= last; ++y)
        if (in_year[y] < kFewestInAYear)
            fault("bank-holiday-year-incomplete",
                  fmt::format("{} has {} bank holidays; England and Wales have at least {} every year. Complete the "
                              "year or leave it out.",
                              int(y), in_year[y], kFewestInAYear));
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    return BankHolidays{std::move(holidays), first, last};
}

const BankHoliday* BankHolidays::on(LocalDate date) const {
    if (!covers(date)) return nullptr;
    const auto index = index_by_day_[static_cast<size_t>(days_between(first_day(), date))];
    return index == 0 ? nullptr : &holidays_[index - 1u];
}

Refusal BankHolidays::beyond(LocalDate date) const {
    return Refusal::of(RefusalCode::Invalid, "beyond-bank-holidays",
                       fmt::format("Working days cannot be counted as far as {}: bank holidays are held from {} to {}. "
                                   "Import the GOV.UK list for that year.",
                                   date_text(date), date_text(first_day()), date_text(last_day())));
}

Result<bool> BankHolidays::is_working_day(LocalDate date) const {
    if (!covers(date)) return refuse(beyond(date));
    return is_working_day_as_far_as_known(date);
}

Result<LocalDate> BankHolidays::working_day_after(LocalDate date) const {
    for (LocalDate day = plus_days(date, 1);; day = plus_days(day, 1)) {
        if (!covers(day)) return refuse(beyond(day));
        if (is_working_day_as_far_as_known(day)) return day;
    }
}

Result<LocalDate> BankHolidays::working_day_before(LocalDate date) const {
    for (LocalDate day = plus_days(date, -1);; day = plus_days(day, -1)) {
        if (!covers(day)) return refuse(beyond(day));
        if (is_working_day_as_far_as_known(day)) return day;
    }
}

bool BankHolidays::runs_out_within(LocalDate date, int months) const { return plus_months(date, months) > last_day(); }

std::optional<std::string> BankHolidays::warning(LocalDate date, int months) const {
    if (!runs_out_within(date, months)) return std::nullopt;
    return fmt::format(
        "Bank holidays are held only {} {}. Deadlines in working days cannot be counted beyond then. "
        "Import the GOV.UK list of bank holidays.",
        date > last_day() ? "up to" : "until", date_text(last_day()));
}

Result<MergedBankHolidays> merge(const BankHolidays& held, const BankHolidays& newer) {
    std::vector<BankHoliday> together;
    for (const auto& holiday : held.all())
        if (!newer.covers(holiday.date)) together.push_back(holiday);
    together.insert(together.end(), newer.all().begin(), newer.all().end());
    auto table = BankHolidays::of(std::move(together));
    if (!table) return refuse(std::move(table.error()));

    std::vector<BankHolidayChange> changes;
    using Kind = BankHolidayChange::Kind;
    for (const auto& holiday : newer.all()) {
        const BankHoliday* was = held.on(holiday.date);
        if (was == nullptr)
            changes.push_back({Kind::Declared, holiday, {}});
        else if (was->name != holiday.name)
            changes.push_back({Kind::Renamed, holiday, was->name});
    }
    for (const auto& holiday : held.all())
        if (newer.covers(holiday.date) && newer.on(holiday.date) == nullptr)
            changes.push_back({Kind::Withdrawn, holiday, {}});
    std::sort(changes.begin(), changes.end(),
              [](const auto& a, const auto& b) { return a.holiday.date < b.holiday.date; });
    return MergedBankHolidays{std::move(*table), std::move(changes)};
}

std::string change_text(const BankHolidayChange& change) {
    const std::string day = weekday_date_text(change.holiday.date);
    switch (change.kind) {
        case BankHolidayChange::Kind::Declared:
            return fmt::format("New bank holiday: {} ({}).", day, change.holiday.name);
        case BankHolidayChange::Kind::Withdrawn:
            return fmt::format("No longer a bank holiday: {} ({}).", day, change.holiday.name);
        case BankHolidayChange::Kind::Renamed:
            break;
    }
    return fmt::format("{} is now called {} (it was {}).", day, change.holiday.name, change.was_named);
}

}  // namespace hearken::calendar
