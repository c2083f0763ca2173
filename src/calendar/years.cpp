#include "calendar/years.hpp"

#include <fmt/format.h>

namespace hearken::calendar {

using namespace std::chrono;

namespace {

NamedYear year_from(LocalDate date, month first_month, char between) {
    const year starts = date.month() < first_month ? date.year() - years{1} : date.year();
    const LocalDate from{starts, first_month, day{1}};
    return {fmt::format("{}{}{:02}", int(starts), between, (int(starts) + 1) % 100),
            {from, plus_days(plus_months(from, 12), -1)}};
}

}  // namespace

NamedYear partnership_year_of(LocalDate date) { return year_from(date, April, '-'); }
NamedYear school_year_of(LocalDate date) { return year_from(date, September, '/'); }

}  // namespace hearken::calendar
