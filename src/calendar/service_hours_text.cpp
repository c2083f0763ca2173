// Reading service hours as a definition or an administrator writes them.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>

#include "calendar/service_hours.hpp"

namespace hearken::calendar {

using namespace std::chrono;

namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// The front of `text` up to `separator`, which is dropped; all of it where there is none.
std::string_view take_until(std::string_view& text, char separator) {
    const auto at = text.find(separator);
    const auto front = text.substr(0, at);
    text = at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
    return trimmed(front);
}

std::optional<unsigned> weekday_number(std::string_view name) {
    static constexpr std::string_view kNames[] = {"sunday",   "monday", "tuesday", "wednesday",
                                                  "thursday", "friday", "saturday"};
    for (unsigned i = 0; i < 7; ++i)
        if (name == kNames[i] || name == kNames[i].substr(0, 3)) return i;
    return std::nullopt;
}

/// "9", "9:00", "17:30", "24:00".
std::optional<LocalTime> time_of_day(std::string_view text) {
    const auto whole = [](std::string_view part) -> std::optional<int> {
        if (part.empty() || part.size() > 2 || !std::all_of(part.begin(), part.end(), ::isdigit)) return std::nullopt;
        int value = 0;
        for (const char c : part) value = value * 10 + (c - '0');
        return value;
    };
    const bool has_minutes = text.find(':') != std::string_view::npos;
    const auto hour = whole(take_until(text, ':'));
    const auto minute = has_minutes ? whole(text) : std::optional{0};
    if (!hour || !minute || *minute > 59) return std::nullopt;
    const LocalTime time = hours{*hour} + minutes{*minute};
    return time <= hours{24} ? std::optional{time} : std::nullopt;
}

/// "monday-friday 9:00-17:00" added to the week; false where it is not understood.
bool add_rule(std::string_view rule, ServiceHours::Week& week) {
    const auto days_text = take_until(rule, ' ');
    auto times = trimmed(rule);
    const auto from = time_of_day(take_until(times, '-'));
    const auto until = time_of_day(trimmed(times));
    if (!from || !until) return false;
    if (days_text == "daily") {
        for (auto& day : week) day.push_back({*from, *until});
        return true;
    }
    auto rest = days_text;
    const auto first = weekday_number(take_until(rest, '-'));
    const auto last = rest.empty() ? first : weekday_number(trimmed(rest));
    if (!first || !last) return false;
    for (unsigned day = *first;; day = (day + 1) % 7) {
        week[day].push_back({*from, *until});
        if (day == *last) return true;
    }
}

}  // namespace

Result<ServiceHours> ServiceHours::parse(std::string_view text, std::string field) {
    std::string lower(trimmed(text));
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
    if (lower == "always") return always();
    Refusal refusal;
    Week week;
    bool open_on_bank_holidays = false;
    std::vector<Opening> on_bank_holidays;
    std::string_view rest = lower;
    do {
        const auto rule = take_until(rest, ';');
        constexpr std::string_view kBankHolidays = "bank holidays";
        if (rule.starts_with(kBankHolidays) || rule.starts_with("daily ")) open_on_bank_holidays = true;
        // Hours of their own are read as those of one day.
        Week then;
        const bool has_own = rule.starts_with("bank holidays ") && add_rule("sunday " + std::string(rule.substr(kBankHolidays.size() + 1)), then);
        if (auto good = of(then, true); !good) refusal.reasons.insert(refusal.reasons.end(), good.error().reasons.begin(), good.error().reasons.end());
        on_bank_holidays.insert(on_bank_holidays.end(), then[0].begin(), then[0].end());
        if (rule != kBankHolidays && !has_own && !add_rule(rule, week))
            refusal.reasons.push_back({"hours-not-understood",
                                       fmt::format("'{}' are not hours that are understood. Write 'Monday-Friday "
                                                   "9:00-17:00', 'daily 8:00-20:00' or 'always', with ';' between.",
                                                   rule),
                                       field});
    } while (!rest.empty());
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    auto hours = of(std::move(week), open_on_bank_holidays);
    if (hours) hours->bank_holiday_openings_ = std::move(on_bank_holidays);
    return hours;
}

}  // namespace hearken::calendar
