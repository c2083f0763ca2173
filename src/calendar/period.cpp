#include "calendar/period.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>

namespace hearken::calendar {

namespace {

constexpr int kMost = 9999;

struct UnitWord {
    std::string_view one;
    Unit unit;
};

/// The first of each unit is how it is printed; all are read, with and without a plural s.
constexpr UnitWord kUnits[] = {
    {"minute", Unit::Minutes},
    {"hour", Unit::Hours},
    {"day", Unit::Days},
    {"calendar day", Unit::Days},
    {"working day", Unit::WorkingDays},
    {"school day", Unit::SchoolDays},
    {"week", Unit::Weeks},
    {"month", Unit::Months},
    {"calendar month", Unit::Months},
    {"term", Unit::Terms},
    {"school term", Unit::Terms},
    {"year", Unit::Years},
};

struct CadenceWord {
    std::string_view word;
    Period period;
};

constexpr CadenceWord kCadences[] = {
    {"daily", {Unit::Days, 1}},       {"weekly", {Unit::Weeks, 1}},   {"fortnightly", {Unit::Weeks, 2}},
    {"six weekly", {Unit::Weeks, 6}}, {"monthly", {Unit::Months, 1}}, {"bimonthly", {Unit::Months, 2}},
    {"quarterly", {Unit::Months, 3}}, {"termly", {Unit::Terms, 1}},   {"annual", {Unit::Years, 1}},
    {"annually", {Unit::Years, 1}},   {"yearly", {Unit::Years, 1}},
};

constexpr std::string_view kNumbers[] = {"one",   "two",   "three", "four", "five",   "six",
                                         "seven", "eight", "nine",  "ten",  "eleven", "twelve"};

/// Lower case, single spaces, hyphens and underscores between words as spaces; a sign before a figure stays.
std::string simplified(std::string_view text) {
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
        char c = static_cast<char>(std::tolower(static_cast<unsigned char>(text[i])));
        const bool after_digit = !out.empty() && std::isdigit(static_cast<unsigned char>(out.back()));
        const bool before_digit = i + 1 < text.size() && std::isdigit(static_cast<unsigned char>(text[i + 1]));
        if (c == '_' || c == '\t' || c == '\n') c = ' ';
        if (c == '-' && after_digit && before_digit) {
            out += " to ";
            continue;
        }
        if (c == '-' && !before_digit) c = ' ';
        if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

bool drop_end(std::string_view& text, std::string_view end) {
    if (text.size() < end.size() || text.substr(text.size() - end.size()) != end) return false;
    text.remove_suffix(end.size());
    return true;
}

std::string_view take_word(std::string_view& text) {
    const auto at = text.find(' ');
    const auto word = text.substr(0, at);
    text = at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
    return word;
}

std::optional<int> number(std::string_view word) {
    for (size_t i = 0; i < std::size(kNumbers); ++i)
        if (word == kNumbers[i]) return static_cast<int>(i) + 1;
    if (word.empty() || word.size() > 6) return std::nullopt;
    int value = 0;
    for (const char c : word) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<Unit> unit_of(std::string_view words) {
    for (const auto& [one, unit] : kUnits)
        if (words == one ||
            (words.size() == one.size() + 1 && words.back() == 's' && words.substr(0, one.size()) == one))
            return unit;
    return std::nullopt;
}

tl::unexpected<Refusal> not_understood(std::string_view text, std::string why, std::string field) {
    return refuse(RefusalCode::Invalid, "period-not-understood", fmt::format("'{}': {}", text, why), std::move(field));
}

constexpr const char* kForms =
    "this is not a length of time that is understood. Write for example '1 working day', '24 hours', '24 hours in the "
    "working week', '10 days', '6 to 8 weeks', '6 months', '1 year', '5 school days', '1 term', 'same day', 'before "
    "next "
    "school day' or '14 days before'.";

bool is_word_without_figure(std::string_view words) {
    static constexpr std::string_view kWords[] = {"regular",    "regularly", "regular intervals", "ongoing",
                                                  "frequently", "routinely", "as required",       "periodically"};
    return std::find(std::begin(kWords), std::end(kWords), words) != std::end(kWords);
}

}  // namespace

Result<Period> parse_period(std::string_view text, std::string field) {
    const std::string plain = simplified(text);
    std::string_view rest = plain;
    if (rest == "same day" || rest == "0 days" || rest == "0 day") return Period{Unit::SameDay, 0};
    if (rest == "before next school day" || rest == "before the next school day")
        return Period{Unit::BeforeNextSchoolDay, 0};
    for (const auto& [word, period] : kCadences)
        if (rest == word) return period;
    if (is_word_without_figure(rest))
        return not_understood(text,
                              "no interval is invented for a word without a figure. Leave the period out and have "
                              "each review set the next date, or give a house figure as a setting.",
                              std::move(field));
    if (!rest.empty() && rest.front() == '-')
        return not_understood(text, "a length of time is not negative. Write '14 days before' to count back.",
                              std::move(field));

    Period period;
    period.before = drop_end(rest, " before");
    const bool working_week = drop_end(rest, " in the working week") || drop_end(rest, " in working week");
    const auto first = number(take_word(rest));
    if (!first) return not_understood(text, kForms, std::move(field));
    period.count = *first;
    if (rest.substr(0, 3) == "to ") {
        rest.remove_prefix(3);
        const auto upper = number(take_word(rest));
        if (!upper) return not_understood(text, kForms, std::move(field));
        period.guide = *first;
        period.count = *upper;
        if (period.guide >= period.count)
            return not_understood(text,
                                  "a range runs from the smaller to the larger figure, for example '6 to 8 weeks'.",
                                  std::move(field));
    }
    const auto unit = unit_of(rest);
    if (!unit) return not_understood(text, kForms, std::move(field));
    period.unit = *unit;
    if (working_week) {
        if (period.unit != Unit::Hours)
            return not_understood(text,
                                  "only hours are counted 'in the working week'. Write for example '24 hours in the "
                                  "working week', or '1 working day'.",
                                  std::move(field));
        period.unit = Unit::WorkingWeekHours;
    }
    if (*first == 0)
        return not_understood(text,
                              "nothing is due in no time. Write 'same day', or give an urgency (now, today, soon).",
                              std::move(field));
    if (period.count > kMost)
        return not_understood(text, fmt::format("at most {} can be counted. Use a larger unit.", kMost),
                              std::move(field));
    if (period.before && (period.unit == Unit::Terms || period.unit == Unit::WorkingWeekHours))
        return not_understood(text,
                              "this cannot be counted back from an event. Use days, working days, weeks or months.",
                              std::move(field));
    return period;
}

std::string period_text(const Period& period) {
    if (period.unit == Unit::SameDay) return "same day";
    if (period.unit == Unit::BeforeNextSchoolDay) return "before next school day";
    const Unit printed = period.unit == Unit::WorkingWeekHours ? Unit::Hours : period.unit;
    const auto word =
        std::find_if(std::begin(kUnits), std::end(kUnits), [&](const auto& u) { return u.unit == printed; });
    return fmt::format("{}{} {}{}{}{}", period.guide > 0 ? fmt::format("{} to ", period.guide) : "", period.count,
                       word->one, period.count == 1 ? "" : "s",
                       period.unit == Unit::WorkingWeekHours ? " in the working week" : "",
                       period.before ? " before" : "");
}

}  // namespace hearken::calendar
