#include "calendar/stated_clock.hpp"

#include <fmt/format.h>

#include "calendar/explain.hpp"
#include "calendar/moment_text.hpp"

namespace hearken::calendar {

namespace {

bool drop_front(std::string_view& text, std::string_view front) {
    if (text.substr(0, front.size()) != front) return false;
    text.remove_prefix(front.size());
    return true;
}

ClockAnswer answer_of(const HouseAlert& alert) {
    ClockAnswer answer{alert.at, std::nullopt, {}};
    answer.lines.push_back(fmt::format("The stopwatch runs from {}.", weekday_moment_text(alert.started)));
    answer.lines.push_back(fmt::format(
        "House alert {} {}: a prompt to act, not a limit that can be breached.",
        alert.urgency == Urgency::Now ? "at" : "at the end of",
        alert.urgency == Urgency::Now ? weekday_moment_text(alert.at) : weekday_date_text(local_date_of(alert.at))));
    if (alert.estimated) answer.lines.push_back("Estimated: the time at which it began is not known.");
    return answer;
}

}  // namespace

Result<StatedClock> parse_clock(std::string_view text, std::string field) {
    std::string_view rest = text;
    if (!drop_front(rest, "within ")) drop_front(rest, "every ");
    if (const auto urgency = parse_urgency(rest)) return StatedClock{*urgency};
    auto period = parse_period(rest, std::move(field));
    if (!period) return refuse(std::move(period.error()));
    return StatedClock{*period};
}

Result<ClockAnswer> answer_clock(const ClockQuestion& question, const Calendars& calendars,
                                 std::optional<Instant> now) {
    const auto from = parse_moment(question.from, "from");
    const auto clock = parse_clock(question.within, "within");
    Refusal refusal;
    if (!from) refusal.reasons = from.error().reasons;
    if (!clock)
        refusal.reasons.insert(refusal.reasons.end(), clock.error().reasons.begin(), clock.error().reasons.end());
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));

    if (const auto* urgency = std::get_if<Urgency>(&*clock)) {
        if (question.before)
            return refuse(RefusalCode::Invalid, "no-lead",
                          "An urgency cannot be counted back from an event. Give a lead, for example '14 days'.",
                          "within");
        const auto alert = urgency_alert(*urgency, *from, calendars.bank_holidays);
        if (!alert) return refuse(alert.error());
        return answer_of(*alert);
    }
    const Period& period = std::get<Period>(*clock);
    auto limit =
        question.before || period.before ? due_before(*from, period, calendars, now) : due(*from, period, calendars);
    if (!limit) return refuse(std::move(limit.error()));
    auto lines = explain(*limit);
    return ClockAnswer{limit->at, std::move(*limit), std::move(lines)};
}

}  // namespace hearken::calendar
