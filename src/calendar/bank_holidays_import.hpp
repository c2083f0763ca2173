// Reads the bank holiday list that GOV.UK publishes.
#pragma once
#include <string_view>

#include "calendar/bank_holidays.hpp"

namespace hearken::calendar {

/// `text` is the JSON of https://www.gov.uk/bank-holidays.json; the division "england-and-wales" is taken. Refused with
/// every fault found: not JSON, no such division, an event without a title or a date that exists, and all that
/// BankHolidays::of refuses. A pure function over the text.
Result<BankHolidays> bank_holidays_from_govuk_json(std::string_view text);

}  // namespace hearken::calendar
