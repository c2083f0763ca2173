// Written out, not computed: what counts is what was proclaimed (Banking and Financial Dealings Act 1971, section 1 and
// Schedule 1, and royal proclamations for moved and additional days), and each line can be checked by eye.
#include "calendar/bank_holidays.hpp"

namespace hearken::calendar {

namespace {

struct Row {
    int year;
    unsigned month;
    unsigned day;
    const char* name;
    bool substitute = false;
};

constexpr Row kTable[] = {
    {2015, 1, 1, "New Year's Day"},
    {2015, 4, 3, "Good Friday"},
    {2015, 4, 6, "Easter Monday"},
    {2015, 5, 4, "Early May bank holiday"},
    {2015, 5, 25, "Spring bank holiday"},
    {2015, 8, 31, "Summer bank holiday"},
    {2015, 12, 25, "Christmas Day"},
    {2015, 12, 28, "Boxing Day", true},
    {2016, 1, 1, "New Year's Day"},
    {2016, 3, 25, "Good Friday"},
    {2016, 3, 28, "Easter Monday"},
    {2016, 5, 2, "Early May bank holiday"},
    {2016, 5, 30, "Spring bank holiday"},
    {2016, 8, 29, "Summer bank holiday"},
    {2016, 12, 26, "Boxing Day"},
    {2016, 12, 27, "Christmas Day", true},
    {2017, 1, 2, "New Year's Day", true},
    {2017, 4, 14, "Good Friday"},
    {2017, 4, 17, "Easter Monday"},
    {2017, 5, 1, "Early May bank holiday"},
    {2017, 5, 29, "Spring bank holiday"},
    {2017, 8, 28, "Summer bank holiday"},
    {2017, 12, 25, "Christmas Day"},
    {2017, 12, 26, "Boxing Day"},
    {2018, 1, 1, "New Year's Day"},
    {2018, 3, 30, "Good Friday"},
    {2018, 4, 2, "Easter Monday"},
    {2018, 5, 7, "Early May bank holiday"},
    {2018, 5, 28, "Spring bank holiday"},
    {2018, 8, 27, "Summer bank holiday"},
    {2018, 12, 25, "Christmas Day"},
    {2018, 12, 26, "Boxing Day"},
    {2019, 1, 1, "New Year's Day"},
    {2019, 4, 19, "Good Friday"},
    {2019, 4, 22, "Easter Monday"},
    {2019, 5, 6, "Early May bank holiday"},
    {2019, 5, 27, "Spring bank holiday"},
    {2019, 8, 26, "Summer bank holiday"},
    {2019, 12, 25, "Christmas Day"},
    {2019, 12, 26, "Boxing Day"},
    {2020, 1, 1, "New Year's Day"},
    {2020, 4, 10, "Good Friday"},
    {2020, 4, 13, "Easter Monday"},
    {2020, 5, 8, "Early May bank holiday (VE day)"},
    {2020, 5, 25, "Spring bank holiday"},
    {2020, 8, 31, "Summer bank holiday"},
    {2020, 12, 25, "Christmas Day"},
    {2020, 12, 28, "Boxing Day", true},
    {2021, 1, 1, "New Year's Day"},
    {2021, 4, 2, "Good Friday"},
    {2021, 4, 5, "Easter Monday"},
    {2021, 5, 3, "Early May bank holiday"},
    {2021, 5, 31, "Spring bank holiday"},
    {2021, 8, 30, "Summer bank holiday"},
    {2021, 12, 27, "Christmas Day", true},
    {2021, 12, 28, "Boxing Day", true},
    {2022, 1, 3, "New Year's Day", true},
    {2022, 4, 15, "Good Friday"},
    {2022, 4, 18, "Easter Monday"},
    {2022, 5, 2, "Early May bank holiday"},
    {2022, 6, 2, "Spring bank holiday"},
    {2022, 6, 3, "Platinum Jubilee bank holiday"},
    {2022, 8, 29, "Summer bank holiday"},
    {2022, 9, 19, "Bank Holiday for the State Funeral of Queen Elizabeth II"},
    {2022, 12, 26, "Boxing Day"},
    {2022, 12, 27, "Christmas Day", true},
    {2023, 1, 2, "New Year's Day", true},
    {2023, 4, 7, "Good Friday"},
    {2023, 4, 10, "Easter Monday"},
    {2023, 5, 1, "Early May bank holiday"},
    {2023, 5, 8, "Bank holiday for the coronation of King Charles III"},
    {2023, 5, 29, "Spring bank holiday"},
    {2023, 8, 28, "Summer bank holiday"},
    {2023, 12, 25, "Christmas Day"},
    {2023, 12, 26, "Boxing Day"},
    {2024, 1, 1, "New Year's Day"},
    {2024, 3, 29, "Good Friday"},
    {2024, 4, 1, "Easter Monday"},
    {2024, 5, 6, "Early May bank holiday"},
    {2024, 5, 27, "Spring bank holiday"},
    {2024, 8, 26, "Summer bank holiday"},
    {2024, 12, 25, "Christmas Day"},
    {2024, 12, 26, "Boxing Day"},
    {2025, 1, 1, "New Year's Day"},
    {2025, 4, 18, "Good Friday"},
    {2025, 4, 21, "Easter Monday"},
    {2025, 5, 5, "Early May bank holiday"},
    {2025, 5, 26, "Spring bank holiday"},
    {2025, 8, 25, "Summer bank holiday"},
    {2025, 12, 25, "Christmas Day"},
    {2025, 12, 26, "Boxing Day"},
    {2026, 1, 1, "New Year's Day"},
    {2026, 4, 3, "Good Friday"},
    {2026, 4, 6, "Easter Monday"},
    {2026, 5, 4, "Early May bank holiday"},
    {2026, 5, 25, "Spring bank holiday"},
    {2026, 8, 31, "Summer bank holiday"},
    {2026, 12, 25, "Christmas Day"},
    {2026, 12, 28, "Boxing Day", true},
    {2027, 1, 1, "New Year's Day"},
    {2027, 3, 26, "Good Friday"},
    {2027, 3, 29, "Easter Monday"},
    {2027, 5, 3, "Early May bank holiday"},
    {2027, 5, 31, "Spring bank holiday"},
    {2027, 8, 30, "Summer bank holiday"},
    {2027, 12, 27, "Christmas Day", true},
    {2027, 12, 28, "Boxing Day", true},
    {2028, 1, 3, "New Year's Day", true},
    {2028, 4, 14, "Good Friday"},
    {2028, 4, 17, "Easter Monday"},
    {2028, 5, 1, "Early May bank holiday"},
    {2028, 5, 29, "Spring bank holiday"},
    {2028, 8, 28, "Summer bank holiday"},
    {2028, 12, 25, "Christmas Day"},
    {2028, 12, 26, "Boxing Day"},
};

BankHolidays make() {
    std::vector<BankHoliday> holidays;
    holidays.reserve(std::size(kTable));
    for (const Row& row : kTable)
        holidays.push_back(
            {LocalDate{std::chrono::year{row.year}, std::chrono::month{row.month}, std::chrono::day{row.day}}, row.name,
             row.substitute});
    return BankHolidays::of(std::move(holidays)).value();
}

}  // namespace

const BankHolidays& BankHolidays::england_and_wales() {
    static const BankHolidays table = make();
    return table;
}

}  // namespace hearken::calendar
