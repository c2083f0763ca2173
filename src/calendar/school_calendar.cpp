#include "calendar/school_calendar.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "calendar/moment_text.hpp"

namespace hearken::calendar {

using namespace std::chrono;

SchoolCalendar::SchoolCalendar(std::vector<Term> terms, std::vector<Closure> closures)
    : terms_(std::move(terms)), closures_(std::move(closures)) {
    held_.from = terms_.front().dates.from;
    held_.until = terms_.back().dates.until;
    if (held_.from.month() == September) held_.from = LocalDate{held_.from.year(), September, day{1}};
    if (held_.until.month() >= June && held_.until.month() <= August)
        held_.until = LocalDate{held_.until.year(), August, day{31}};
}

Result<SchoolCalendar> SchoolCalendar::of(std::vector<Term> terms, std::vector<Closure> closures) {
    Refusal refusal;
    const auto fault = [&](std::string code, std::string text, std::string field) {
        refusal.reasons.push_back({std::move(code), std::move(text), std::move(field)});
    };
    const auto earlier = [](const auto& a, const auto& b) { return a.dates.from < b.dates.from; };
    if (terms.empty()) fault("no-terms", "Give the first and last day of at least one term.", "terms");
    for (size_t i = 0; i < terms.size(); ++i)
        if (terms[i].dates.until < terms[i].dates.from)
            fault("term-ends-before-it-starts",
                  fmt::format("{} ends ({}) before it starts ({}). Correct one of the dates.", terms[i].name,
                              date_text(terms[i].dates.until), date_text(terms[i].dates.from)),
                  fmt::format("terms[{}]", i));
    for (size_t i = 0; i < closures.size(); ++i) {
        const auto& [dates, reason] = closures[i];
        if (dates.until < dates.from)
            fault("closure-ends-before-it-starts",
                  fmt::format("The closure from {} ends before it starts ({}). Correct one of the dates.",
                              date_text(dates.from), date_text(dates.until)),
                  fmt::format("closures[{}]", i));
        if (reason.empty())
            fault("closure-without-reason",
                  fmt::format("Say why the school is closed on {}, for example 'INSET day'.", date_text(dates.from)),
                  fmt::format("closures[{}]", i));
    }
    std::sort(terms.begin(), terms.end(), earlier);
    std::sort(closures.begin(), closures.end(), earlier);
    for (size_t i = 1; i < terms.size(); ++i)
        if (terms[i].dates.from <= terms[i - 1].dates.until)
            fault("terms-overlap",
                  fmt::format("{} starts on {}, before {} has ended. Correct one of the dates.", terms[i].name,
                              date_text(terms[i].dates.from), terms[i - 1].name),
                  "terms");
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    return SchoolCalendar{std::move(terms), std::move(closures)};
}

std::optional<std::string_view> SchoolCalendar::why_not(LocalDate date, const BankHolidays& bank_holidays) const {
    const bool in_term =
        std::any_of(terms_.begin(), terms_.end(), [&](const Term& term) { return term.dates.contains(date); });
    if (!in_term) return "school holiday";
    for (const auto& closure : closures_)
        if (closure.dates.contains(date)) return closure.reason;
    if (const auto* holiday = bank_holidays.on(date)) return holiday->name;
    if (weekday_of(date) == Saturday) return "Saturday";
    if (weekday_of(date) == Sunday) return "Sunday";
    return std::nullopt;
}

const Term* SchoolCalendar::term_after(LocalDate date, int n) const {
    for (const auto& term : terms_)
        if (term.dates.from > date && --n == 0) return &term;
    return nullptr;
}

}  // namespace hearken::calendar
