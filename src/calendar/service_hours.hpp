// When a service is open: an out-of-hours team, a contact centre, a school office.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/bank_holidays.hpp"
#include "calendar/local_time.hpp"
#include "core/result.hpp"

namespace hearken::calendar {

/// From `from` up to, not including, `until`; 24h is the end of the day. A service that works through the night has two
/// openings on each date: 0h to 9h and 17h to 24h.
struct Opening {
    LocalTime from;
    LocalTime until;
    bool operator==(const Opening&) const = default;
};

/// Openings of one date, in place of that weekday's. None = closed all day.
struct ExceptionalDay {
    LocalDate date;
    std::vector<Opening> openings;
    bool operator==(const ExceptionalDay&) const = default;
};

/// Immutable. Where bank holidays are not known (outside the table) a date counts as an ordinary weekday.
class ServiceHours {
  public:
    using Week = std::array<std::vector<Opening>, 7>;  ///< by weekday, Sunday = 0

    /// Refused with every fault: an opening that ends before it starts or runs past midnight, openings that overlap,
    /// an exception given twice.
    static Result<ServiceHours> of(Week week, bool open_on_bank_holidays, std::vector<ExceptionalDay> exceptions = {});
    /// "Monday-Friday 9:00-17:00; Saturday 10:00-12:00", "daily 8:00-20:00", "always", each optionally followed by
    /// "; bank holidays" where the service also opens then ("daily" and "always" do), or by "; bank holidays 0:00-24:00" where
    /// it has hours of its own then, as a team has that stands in for offices that are closed. Refused with what is understood.
    static Result<ServiceHours> parse(std::string_view text, std::string field = {});
    /// For a service whose hours nobody has told us: Monday to Friday, 9am to 5pm, not on bank holidays.
    static const ServiceHours& unknown();
    static const ServiceHours& always();

    /// True of unknown(): whoever shows an answer must say that these hours are assumed.
    bool assumed() const { return assumed_; }

    bool is_open(Instant instant, const BankHolidays& bank_holidays) const;
    /// The instant itself where the service is open, otherwise when it next opens. None where it does not open within a
    /// year.
    std::optional<Instant> next_opening(Instant instant, const BankHolidays& bank_holidays) const;
    /// First opening and last closing of a date; none where it is closed all day. A closing at midnight is the last
    /// second of the date.
    std::optional<Instant> opening_on(LocalDate date, const BankHolidays& bank_holidays) const;
    std::optional<Instant> closing_on(LocalDate date, const BankHolidays& bank_holidays) const;

  private:
    ServiceHours(Week week, bool open_on_bank_holidays, std::vector<ExceptionalDay> exceptions, bool assumed);
    const std::vector<Opening>& openings_on(LocalDate date, const BankHolidays& bank_holidays) const;

    Week week_;
    std::vector<ExceptionalDay> exceptions_;  ///< by date
    bool open_on_bank_holidays_;
    std::vector<Opening> bank_holiday_openings_;  ///< in place of the weekday's; none: the weekday's own
    bool assumed_;
};

}  // namespace hearken::calendar
