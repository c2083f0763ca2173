// School terms, closures, bank holidays that an administrator imported, and opening hours.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "calendar/bank_holidays.hpp"
#include "calendar/school_calendar.hpp"
#include "core/id.hpp"
#include "core/result.hpp"
#include "store/database.hpp"

namespace hearken::store {

/// Replaces the school's whole calendar.
void keep_school_calendar(Transaction& transaction, const OrganisationId& school, const std::vector<calendar::Term>& terms,
                          const std::vector<calendar::Closure>& closures);
struct StoredSchoolCalendar {
    std::vector<calendar::Term> terms;
    std::vector<calendar::Closure> closures;
};
StoredSchoolCalendar school_calendar_of(Reading& reading, const OrganisationId& school);

/// The imported table (it replaces the product's own for the years it covers); empty when none was imported.
void keep_bank_holidays(Transaction& transaction, const std::vector<calendar::BankHoliday>& holidays, Instant now);
std::vector<calendar::BankHoliday> imported_bank_holidays(Reading& reading);

/// Opening hours of a service at an organisation, in the words calendar::ServiceHours::parse reads; the service's own
/// where the organisation is empty.
void keep_service_hours(Transaction& transaction, const std::string& service, const OrganisationId& organisation, const std::string& hours);
std::optional<std::string> service_hours_of(Reading& reading, const std::string& service, const OrganisationId& organisation);

}  // namespace hearken::store
