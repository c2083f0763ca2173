// Bank holidays of England and Wales as a dated table, and working days by it.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/local_time.hpp"
#include "core/result.hpp"

namespace hearken::calendar {

struct BankHoliday {
    LocalDate date;    ///< the day that is not worked: the substitute day where there is one
    std::string name;  ///< as GOV.UK writes it, with a plain apostrophe
    bool substitute = false;
    bool operator==(const BankHoliday&) const = default;
};

/// A working day is Monday to Friday and not in the table. Whole years only. Immutable; read from any thread.
/// Nothing is guessed beyond the table: questions that need a day outside it are refused, saying what to import.
class BankHolidays {
  public:
    /// The product's own table, 2015 to 2028, as proclaimed up to November 2026.
    static const BankHolidays& england_and_wales();

    /// Refused with every fault: a date twice, on a Saturday or Sunday (a bank holiday there has a substitute, which
    /// is what belongs in the table), or a year between the first and the last with fewer than the eight that
    /// England and Wales always have.
    static Result<BankHolidays> of(std::vector<BankHoliday> holidays);

    LocalDate first_day() const { return LocalDate{first_year_ / std::chrono::January / 1}; }
    LocalDate last_day() const { return LocalDate{last_year_ / std::chrono::December / 31}; }
    bool covers(std::chrono::year year) const { return first_year_ <= year && year <= last_year_; }
    bool covers(LocalDate date) const { return covers(date.year()); }

    /// Sorted by date.
    const std::vector<BankHoliday>& all() const { return holidays_; }
    /// None on other days and on all days outside the table.
    const BankHoliday* on(LocalDate date) const;

    /// Refused outside the table.
    Result<bool> is_working_day(LocalDate date) const;
    /// The first working day after, or the last one before, `date`; refused where the table ends first.
    Result<LocalDate> working_day_after(LocalDate date) const;
    Result<LocalDate> working_day_before(LocalDate date) const;

    /// As is_working_day, but outside the table only weekends are known. For reminders and opening hours, which must
    /// not fail; never for a limit.
    bool is_working_day_as_far_as_known(LocalDate date) const { return !is_weekend(date) && on(date) == nullptr; }

    /// Whether the table ends within so many months after `date` (or has ended).
    bool runs_out_within(LocalDate date, int months) const;
    /// What to tell the administrator, or nothing while there is more than `months` in hand.
    std::optional<std::string> warning(LocalDate date, int months = 12) const;

    /// What to say to somebody whose question needs `date`, which is outside the table.
    Refusal beyond(LocalDate date) const;

  private:
    BankHolidays(std::vector<BankHoliday> holidays, std::chrono::year first, std::chrono::year last);

    std::vector<BankHoliday> holidays_;
    std::vector<uint16_t> index_by_day_;  ///< from first_day(): 0, or 1 + position in holidays_
    std::chrono::year first_year_;
    std::chrono::year last_year_;
};

/// What a newer table says differently, for the administrator and for recomputing open limits by a visible event.
struct BankHolidayChange {
    enum class Kind { Declared, Withdrawn, Renamed };
    Kind kind;
    BankHoliday holiday;    ///< as it now is; for Withdrawn, as it was
    std::string was_named;  ///< for Renamed
    bool operator==(const BankHolidayChange&) const = default;
};

struct MergedBankHolidays {
    BankHolidays table;
    std::vector<BankHolidayChange> changes;  ///< by date; empty when nothing is new
};

/// For every year that `newer` covers it replaces what is held; other years stay. Refused when that would leave a
/// year between them uncovered.
Result<MergedBankHolidays> merge(const BankHolidays& held, const BankHolidays& newer);

/// "New bank holiday: Friday 3 June 2022 (Platinum Jubilee bank holiday)."
std::string change_text(const BankHolidayChange& change);

}  // namespace hearken::calendar
