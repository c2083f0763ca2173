#include "people/dates.hpp"

#include <array>
#include <vector>

#include "calendar/ages.hpp"
#include "calendar/local_time.hpp"
#include "calendar/moment_text.hpp"
#include "people/text.hpp"

namespace hearken::people {

using namespace std::chrono;

namespace {

constexpr std::array<const char*, 12> kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                                 "July",    "August",   "September", "October", "November", "December"};

std::optional<int> number(std::string_view text) {
    if (text.empty() || text.size() > 4) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<int> month_number(std::string_view text) {
    if (const auto n = number(text)) return n;
    for (size_t i = 0; i < kMonths.size(); ++i) {
        const std::string name = folded(kMonths[i]);
        if (text == name || text == name.substr(0, 3)) return static_cast<int>(i + 1);
    }
    return std::nullopt;
}

std::string_view without_midnight(std::string_view text) {
    for (const std::string_view ending : {"T00:00:00Z", "T00:00:00", " 00:00:00", " 00:00", " 0:00"})
        if (text.ends_with(ending)) return text.substr(0, text.size() - ending.size());
    return text;
}

}  // namespace

bool Period::covers(Date day) const { return (!from || *from <= day) && (!until || day <= *until); }

bool Period::overlaps(const Period& other) const {
    const bool ends_before = until && other.from && *until < *other.from;
    const bool starts_after = from && other.until && *other.until < *from;
    return !ends_before && !starts_after;
}

bool Period::ok() const { return (!from || from->ok()) && (!until || until->ok()) && (!from || !until || *from <= *until); }

int age_in_months(Date born, Date today) { return calendar::age_in_months_on(born, today).value_or(-1); }

int age_in_years(Date born, Date today) { return calendar::age_on(born, today).value_or(-1); }

int days_between(Date from, Date to) { return calendar::days_between(from, to); }

std::string in_words(Date date) { return calendar::date_text(date); }

std::string to_iso(Date date) { return calendar::iso_date(date); }

std::optional<Date> date_from_text(std::string_view raw) {
    const std::string tidied = tidy(raw);
    const std::vector<std::string> parts = [&] {
        std::string plain(without_midnight(tidied));
        for (char& c : plain)
            if (c == '.') c = ' ';  // folding drops full stops
        return folded_words(plain);
    }();
    if (parts.size() != 3) return std::nullopt;
    const bool year_first = parts[0].size() == 4;
    const std::string& year_text = year_first ? parts[0] : parts[2];
    const std::string& day_text = year_first ? parts[2] : parts[0];
    const auto y = number(year_text);
    const auto m = month_number(parts[1]);
    const auto d = number(day_text);
    if (year_text.size() != 4 || day_text.size() > 2 || !y || !m || !d) return std::nullopt;
    const Date date{year{*y}, month(static_cast<unsigned>(*m)), day(static_cast<unsigned>(*d))};
    if (!date.ok()) return std::nullopt;
    return date;
}

}  // namespace hearken::people
