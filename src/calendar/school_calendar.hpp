// One school's own calendar: its terms and the days in them on which it is closed to pupils.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/bank_holidays.hpp"
#include "calendar/local_time.hpp"
#include "core/result.hpp"

namespace hearken::calendar {

struct Term {
    std::string name;  ///< "Autumn term 2026"
    DateRange dates;   ///< first and last day, both in
    bool operator==(const Term&) const = default;
};

/// Half-term, an INSET day, snow.
struct Closure {
    DateRange dates;
    std::string reason;  ///< "half-term", "INSET day": shown where a deadline skips the day
    bool operator==(const Closure&) const = default;
};

/// Immutable. A school day is a Monday to Friday of a term that is neither a closure nor a bank holiday.
class SchoolCalendar {
  public:
    /// Refused with every fault: no terms, a term or closure that ends before it starts, terms that overlap, a closure
    /// without a reason.
    static Result<SchoolCalendar> of(std::vector<Term> terms, std::vector<Closure> closures);

    /// Whether anything is known of the date. What is held runs from the first term (from 1 September where that term
    /// starts in the autumn) to the end of the last (to 31 August where that term ends in June or later: nothing is
    /// taught until the next school year).
    bool covers(LocalDate date) const { return held_.contains(date); }
    DateRange held() const { return held_; }

    bool is_school_day(LocalDate date, const BankHolidays& bank_holidays) const {
        return covers(date) && !why_not(date, bank_holidays);
    }
    /// Why a covered date is not a school day ("school holiday", "Saturday", "INSET day", "Good Friday"), or nothing.
    /// The text lives as long as this calendar and `bank_holidays`.
    std::optional<std::string_view> why_not(LocalDate date, const BankHolidays& bank_holidays) const;

    /// In order of date.
    const std::vector<Term>& terms() const { return terms_; }
    const std::vector<Closure>& closures() const { return closures_; }
    /// The n-th term (1 = the first) that starts after the date; none where it is not held.
    const Term* term_after(LocalDate date, int n) const;

  private:
    SchoolCalendar(std::vector<Term> terms, std::vector<Closure> closures);

    std::vector<Term> terms_;
    std::vector<Closure> closures_;
    DateRange held_;
};

}  // namespace hearken::calendar
