#include "calendar/service_hours.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "calendar/moment_text.hpp"

namespace hearken::calendar {

using namespace std::chrono;

namespace {

constexpr LocalTime kDayEnds = hours{24};
constexpr int kFurthestOpening = 366;  ///< days looked ahead for the next opening

void check(std::vector<Opening>& openings, const std::string& when, Refusal& refusal) {
    std::sort(openings.begin(), openings.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
    for (size_t i = 0; i < openings.size(); ++i) {
        const auto [from, until] = openings[i];
        if (from < LocalTime{0} || until <= from || until > kDayEnds)
            refusal.reasons.push_back({"opening-ends-before-it-starts",
                                       fmt::format("On {} the service closes before it opens. For a night service give "
                                                   "the hours up to 24:00, and those after it on the next day.",
                                                   when),
                                       "hours"});
        else if (i > 0 && from < openings[i - 1].until)
            refusal.reasons.push_back(
                {"openings-overlap", fmt::format("On {} two openings overlap. Join them.", when), "hours"});
    }
}

}  // namespace

ServiceHours::ServiceHours(Week week, bool open_on_bank_holidays, std::vector<ExceptionalDay> exceptions, bool assumed)
    : week_(std::move(week)),
      exceptions_(std::move(exceptions)),
      open_on_bank_holidays_(open_on_bank_holidays),
      assumed_(assumed) {}

Result<ServiceHours> ServiceHours::of(Week week, bool open_on_bank_holidays, std::vector<ExceptionalDay> exceptions) {
    static constexpr const char* kDays[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                            "Thursday", "Friday", "Saturday"};
    Refusal refusal;
    for (size_t day = 0; day < week.size(); ++day) check(week[day], kDays[day], refusal);
    std::sort(exceptions.begin(), exceptions.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
    for (size_t i = 0; i < exceptions.size(); ++i) {
        check(exceptions[i].openings, date_text(exceptions[i].date), refusal);
        if (i > 0 && exceptions[i].date == exceptions[i - 1].date)
            refusal.reasons.push_back({"exception-twice",
                                       fmt::format("{} is given twice. Keep one.", date_text(exceptions[i].date)),
                                       "exceptions"});
    }
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    return ServiceHours{std::move(week), open_on_bank_holidays, std::move(exceptions), false};
}

const ServiceHours& ServiceHours::unknown() {
    static const std::vector<Opening> nine_to_five{{hours{9}, hours{17}}};
    static const ServiceHours hours_assumed{
        Week{{{}, nine_to_five, nine_to_five, nine_to_five, nine_to_five, nine_to_five, {}}}, false, {}, true};
    return hours_assumed;
}

const ServiceHours& ServiceHours::always() {
    static const std::vector<Opening> all_day{{hours{0}, kDayEnds}};
    static const ServiceHours round_the_clock{
        Week{{all_day, all_day, all_day, all_day, all_day, all_day, all_day}}, true, {}, false};
    return round_the_clock;
}

const std::vector<Opening>& ServiceHours::openings_on(LocalDate date, const BankHolidays& bank_holidays) const {
    static const std::vector<Opening> closed;
    const auto found = std::lower_bound(exceptions_.begin(), exceptions_.end(), date,
                                        [](const ExceptionalDay& day, LocalDate d) { return day.date < d; });
    if (found != exceptions_.end() && found->date == date) return found->openings;
    if (!open_on_bank_holidays_ && bank_holidays.on(date) != nullptr) return closed;
    if (!bank_holiday_openings_.empty() && bank_holidays.on(date) != nullptr) return bank_holiday_openings_;
    return week_[weekday_of(date).c_encoding()];
}

bool ServiceHours::is_open(Instant instant, const BankHolidays& bank_holidays) const {
    const LocalTime time = local_time_of(instant);
    const auto& openings = openings_on(local_date_of(instant), bank_holidays);
    return std::any_of(openings.begin(), openings.end(),
                       [&](const Opening& opening) { return opening.from <= time && time < opening.until; });
}

std::optional<Instant> ServiceHours::next_opening(Instant instant, const BankHolidays& bank_holidays) const {
    if (is_open(instant, bank_holidays)) return instant;
    LocalDate date = local_date_of(instant);
    for (int ahead = 0; ahead <= kFurthestOpening; ++ahead, date = plus_days(date, 1))
        for (const auto& opening : openings_on(date, bank_holidays))
            if (const Instant opens = instant_of(date, opening.from); opens > instant) return opens;
    return std::nullopt;
}

std::optional<Instant> ServiceHours::opening_on(LocalDate date, const BankHolidays& bank_holidays) const {
    const auto& openings = openings_on(date, bank_holidays);
    if (openings.empty()) return std::nullopt;
    return instant_of(date, openings.front().from);
}

std::optional<Instant> ServiceHours::closing_on(LocalDate date, const BankHolidays& bank_holidays) const {
    const auto& openings = openings_on(date, bank_holidays);
    if (openings.empty()) return std::nullopt;
    return openings.back().until == kDayEnds ? end_of_local_day(date) : instant_of(date, openings.back().until);
}

}  // namespace hearken::calendar
