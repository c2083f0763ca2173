#include "calendar/ages.hpp"

namespace hearken::calendar {

using namespace std::chrono;

LocalDate date_age_reached(LocalDate date_of_birth, int years, int months_over) {
    const LocalDate same_day = date_of_birth + months{12 * years + months_over};
    return same_day.ok() ? same_day : plus_days(plus_months(date_of_birth, 12 * years + months_over), 1);
}

std::optional<int> age_in_months_on(LocalDate date_of_birth, LocalDate date) {
    if (date < date_of_birth) return std::nullopt;
    const int months_apart = static_cast<int>(
        (year_month{date.year(), date.month()} - year_month{date_of_birth.year(), date_of_birth.month()}).count());
    return date_age_reached(date_of_birth, 0, months_apart) <= date ? months_apart : months_apart - 1;
}

std::optional<int> age_on(LocalDate date_of_birth, LocalDate date) {
    const auto in_months = age_in_months_on(date_of_birth, date);
    return in_months ? std::optional{*in_months / 12} : std::nullopt;
}

DateRange look_back(LocalDate date, int months_back) { return {plus_months(date, -months_back), date}; }

}  // namespace hearken::calendar
