#include "web/pages/form_fields_dates.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>

#include "calendar/moment_text.hpp"

namespace hearken::web {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::string trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::string two(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

/// "March", "mar" → "3"; anything else as it is.
std::string month_number(const std::string& typed) {
    static constexpr std::array<std::string_view, 12> kMonths = {"january", "february", "march", "april", "may", "june", "july",
                                                                 "august", "september", "october", "november", "december"};
    const std::string word = lower(typed);
    if (word.size() < 3) return typed;
    for (size_t i = 0; i < kMonths.size(); ++i)
        if (kMonths[i].starts_with(word)) return std::to_string(i + 1);
    return typed;
}

std::string as_typed(const TypedDate& typed) { return typed.day + "/" + typed.month + "/" + typed.year; }

TypedDate split_typed(std::string_view text) {
    TypedDate typed;
    const auto first = text.find('/');
    const auto second = first == std::string_view::npos ? first : text.find('/', first + 1);
    typed.day = std::string(text.substr(0, first));
    if (first == std::string_view::npos) return typed;
    typed.month = std::string(text.substr(first + 1, second == std::string_view::npos ? second : second - first - 1));
    if (second != std::string_view::npos) typed.year = std::string(text.substr(second + 1));
    return typed;
}

std::string without_zeros(std::string_view digits) { return std::to_string(number(digits)); }

/// Hours and minutes of "16:50", "4.50pm", "9 am", "0910".
std::optional<minutes> time_of_day(const std::string& typed) {
    std::string text = lower(typed);
    std::erase(text, ' ');
    if (text == "midday" || text == "noon") return hours{12};
    if (text == "midnight") return hours{0};
    int after_midday = -1;
    for (const auto& [word, half] : {std::pair{"am", 0}, {"a.m.", 0}, {"pm", 1}, {"p.m.", 1}})
        if (text.ends_with(word) && after_midday < 0) {
            after_midday = half;
            text.resize(text.size() - std::string_view(word).size());
        }
    std::string hour_text = text, minute_text = "0";
    if (const auto at = text.find_first_of(":."); at != std::string::npos) {
        hour_text = text.substr(0, at);
        minute_text = text.substr(at + 1);
        if (minute_text.size() != 2) return std::nullopt;
    } else if (text.size() == 4) {
        hour_text = text.substr(0, 2);
        minute_text = text.substr(2);
    } else if (after_midday < 0) {
        return std::nullopt;
    }
    if (!all_digits(hour_text) || hour_text.size() > 2 || !all_digits(minute_text)) return std::nullopt;
    int hour = number(hour_text);
    const int minute = number(minute_text);
    if (minute > 59 || hour > 23 || (after_midday >= 0 && (hour < 1 || hour > 12))) return std::nullopt;
    if (after_midday >= 0) hour = hour % 12 + 12 * after_midday;
    return hours{hour} + minutes{minute};
}

}  // namespace

TypedDate typed_date(std::string_view answer) {
    if (answer.find('/') != std::string_view::npos) return split_typed(answer);
    const std::string_view year = answer.substr(0, answer.find('-'));
    if (!all_digits(year) || year.size() != 4) return {std::string(answer), {}, {}};
    TypedDate typed{{}, {}, std::string(year)};
    if (answer.size() >= 7) typed.month = without_zeros(answer.substr(5, 2));
    if (answer.size() >= 10) typed.day = without_zeros(answer.substr(8, 2));
    return typed;
}

std::string date_answer(const TypedDate& typed, bool approximate) {
    const TypedDate tidy{trim(typed.day), month_number(trim(typed.month)), trim(typed.year)};
    if (tidy.empty()) return {};
    const auto fits = [](const std::string& part) { return all_digits(part) && part.size() <= 2; };
    const bool year = all_digits(tidy.year) && tidy.year.size() == 4;
    if (year && fits(tidy.month) && fits(tidy.day)) return tidy.year + "-" + two(number(tidy.month)) + "-" + two(number(tidy.day));
    if (approximate && year && tidy.day.empty() && fits(tidy.month)) return tidy.year + "-" + two(number(tidy.month));
    if (approximate && year && tidy.day.empty() && tidy.month.empty()) return tidy.year;
    return as_typed({typed.day, typed.month, typed.year});
}

TypedMoment typed_moment(std::string_view answer) {
    if (const auto instant = instant_from_iso(answer)) {
        const auto time = std::chrono::floor<minutes>(calendar::local_time_of(*instant));
        const auto hour = std::chrono::floor<hours>(time);
        return {typed_date(calendar::iso_date(calendar::local_date_of(*instant))), two(static_cast<int>(hour.count())) + ":" + two(static_cast<int>((time - hour).count()))};
    }
    const auto bar = answer.find('|');
    if (bar == std::string_view::npos) return {typed_date(answer), {}};
    return {split_typed(answer.substr(0, bar)), std::string(answer.substr(bar + 1))};
}

std::string moment_answer(const TypedMoment& typed) {
    if (typed.date.empty() && trim(typed.time).empty()) return {};
    const auto date = calendar::parse_date(date_answer(typed.date));
    const auto time = time_of_day(trim(typed.time));
    if (date && time) return to_iso(calendar::instant_of(*date, *time));
    return as_typed(typed.date) + "|" + typed.time;
}

}  // namespace hearken::web
