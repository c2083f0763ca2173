#include "calendar/moment_text.hpp"

#include <fmt/format.h>

#include <optional>

namespace hearken::calendar {

using namespace std::chrono;

namespace {

constexpr const char* kWeekdays[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
constexpr const char* kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                   "July",    "August",   "September", "October", "November", "December"};

const char* month_name(LocalDate date) { return kMonths[unsigned(date.month()) - 1]; }

std::optional<int> digits(std::string_view text, size_t from, size_t width) {
    if (text.size() < from + width) return std::nullopt;
    int value = 0;
    for (const char c : text.substr(from, width)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

/// Of exactly "2026-04-02".
std::optional<LocalDate> date_of(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto y = digits(text, 0, 4), m = digits(text, 5, 2), d = digits(text, 8, 2);
    if (!y || !m || !d) return std::nullopt;
    const LocalDate date{year{*y}, month(*m), day(*d)};
    return date.ok() ? std::optional{date} : std::nullopt;
}

/// Of exactly "16:50" or "16:50:30".
std::optional<LocalTime> time_of(std::string_view text) {
    if ((text.size() != 5 && text.size() != 8) || text[2] != ':') return std::nullopt;
    const auto h = digits(text, 0, 2), m = digits(text, 3, 2);
    const auto s = text.size() == 5 ? std::optional{0} : text[5] == ':' ? digits(text, 6, 2) : std::nullopt;
    if (!h || !m || !s || *h > 23 || *m > 59 || *s > 59) return std::nullopt;
    return hours{*h} + minutes{*m} + seconds{*s};
}

}  // namespace

std::string date_text(LocalDate date) {
    return fmt::format("{} {} {}", unsigned(date.day()), month_name(date), int(date.year()));
}

std::string weekday_day_text(LocalDate date) {
    return fmt::format("{} {} {}", kWeekdays[weekday_of(date).c_encoding()], unsigned(date.day()), month_name(date));
}

std::string weekday_date_text(LocalDate date) { return fmt::format("{} {}", weekday_day_text(date), int(date.year())); }

std::string time_text(LocalTime time) {
    const auto whole = floor<minutes>(time).count();
    if (whole == 0) return "midnight";
    if (whole == 12 * 60) return "midday";
    const auto hour = whole / 60, minute = whole % 60, shown = hour % 12 == 0 ? 12 : hour % 12;
    const char* half = hour < 12 ? "am" : "pm";
    return minute == 0 ? fmt::format("{}{}", shown, half) : fmt::format("{}:{:02}{}", shown, minute, half);
}

std::string moment_text(Instant instant) {
    return fmt::format("{} at {}", date_text(local_date_of(instant)), time_text(local_time_of(instant)));
}

std::string weekday_moment_text(Instant instant) {
    return fmt::format("{} on {}", time_text(local_time_of(instant)), weekday_date_text(local_date_of(instant)));
}

std::string iso_date(LocalDate date) {
    return fmt::format("{:04}-{:02}-{:02}", int(date.year()), unsigned(date.month()), unsigned(date.day()));
}

Result<LocalDate> parse_date(std::string_view text, std::string field) {
    if (const auto date = date_of(text)) return *date;
    return refuse(RefusalCode::Invalid, "date-not-understood",
                  fmt::format("'{}' is not a date that exists. Write it as year, month, day: 2026-04-02.", text),
                  std::move(field));
}

Result<Anchor> parse_moment(std::string_view text, std::string field) {
    if (const auto date = date_of(text)) return Anchor::on(*date);
    if (text.size() > 10 && (text[10] == 'T' || text[10] == ' ')) {
        const auto date = date_of(text.substr(0, 10));
        const auto time = time_of(text.substr(11));
        if (date && time) return Anchor::at_instant(instant_of(*date, *time));
        if (const auto instant = instant_from_iso(text)) return Anchor::at_instant(*instant);
    }
    return refuse(RefusalCode::Invalid, "moment-not-understood",
                  fmt::format("'{}' is not a date and time that exists. Write 2026-04-02T16:50 for a local time, "
                              "2026-04-02T15:50Z with a zone, or 2026-04-02 where no time is known.",
                              text),
                  std::move(field));
}

}  // namespace hearken::calendar
