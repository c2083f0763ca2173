#include "core/instant.hpp"

#include <fmt/format.h>

#include <charconv>

namespace hearken {

using namespace std::chrono;

std::string to_iso(Instant instant) {
    const auto day = floor<days>(instant);
    const year_month_day date{day};
    const hh_mm_ss time{instant - day};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", int(date.year()), unsigned(date.month()),
                       unsigned(date.day()), time.hours().count(), time.minutes().count(), time.seconds().count());
}

namespace {

/// Takes exactly `width` digits off the front of `text`.
std::optional<int> take_digits(std::string_view& text, size_t width) {
    if (text.size() < width) return std::nullopt;
    int value = 0;
    for (char c : text.substr(0, width)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(width);
    return value;
}

bool take(std::string_view& text, char expected) {
    if (text.empty() || text.front() != expected) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<seconds> take_offset(std::string_view& text) {
    if (text == "Z" || text == "z") return seconds{0};
    const bool behind = !text.empty() && text.front() == '-';
    if (!take(text, '+') && !take(text, '-')) return std::nullopt;
    const auto h = take_digits(text, 2);
    if (!h || !take(text, ':')) return std::nullopt;
    const auto m = take_digits(text, 2);
    if (!m || !text.empty() || *h > 14 || *m > 59) return std::nullopt;
    const seconds offset = hours{*h} + minutes{*m};
    return behind ? -offset : offset;
}

}  // namespace

std::optional<Instant> instant_from_iso(std::string_view text) {
    const auto y = take_digits(text, 4);
    if (!y || !take(text, '-')) return std::nullopt;
    const auto mo = take_digits(text, 2);
    if (!mo || !take(text, '-')) return std::nullopt;
    const auto d = take_digits(text, 2);
    if (!d || !(take(text, 'T') || take(text, ' '))) return std::nullopt;
    const auto h = take_digits(text, 2);
    if (!h || !take(text, ':')) return std::nullopt;
    const auto mi = take_digits(text, 2);
    if (!mi) return std::nullopt;
    std::optional<int> s = 0;
    if (take(text, ':')) s = take_digits(text, 2);
    if (!s || *h > 23 || *mi > 59 || *s > 59) return std::nullopt;
    const auto offset = take_offset(text);
    const year_month_day date{year{*y}, month(*mo), day(*d)};
    if (!offset || !date.ok()) return std::nullopt;
    return sys_days{date} + hours{*h} + minutes{*mi} + seconds{*s} - *offset;
}

Instant SystemClock::now() const { return floor<seconds>(system_clock::now()); }

TestClock::TestClock(Instant start) : seconds_(start.time_since_epoch().count()) {}
Instant TestClock::now() const { return Instant{seconds{seconds_.load()}}; }
void TestClock::set(Instant instant) { seconds_.store(instant.time_since_epoch().count()); }

}  // namespace hearken
