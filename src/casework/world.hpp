// What every use case is given: the database, the manual, the clock and the calendar. Built once, in cli/app.cpp.
#pragma once
#include <memory>
#include <mutex>
#include <string>

#include "calendar/bank_holidays.hpp"
#include "core/id_source.hpp"
#include "core/instant.hpp"
#include "procedure/library.hpp"
#include "store/audit_writer.hpp"
#include "store/database.hpp"

namespace hearken::casework {

/// Thread-safe: everything here is immutable or locks inside.
struct World {
    store::Database& database;
    const procedure::Library& library;
    const Clock& clock;
    IdSource& ids;
    store::AuditWriter& audit;    ///< for reads: a record is served only once its audit line is durable
    bool demonstration = false;   ///< invented people: the sign-in page offers them, the test clock is allowed

    /// Bank holidays: the product's own table with those an administrator imported. Replaced whole, never edited.
    std::shared_ptr<const calendar::BankHolidays> bank_holidays() const;
    void replace_bank_holidays(std::shared_ptr<const calendar::BankHolidays> holidays);

    World(store::Database& database, const procedure::Library& library, const Clock& clock, IdSource& ids, store::AuditWriter& audit,
          bool demonstration);

private:
    mutable std::mutex mutex_;
    std::shared_ptr<const calendar::BankHolidays> bank_holidays_;
};

}  // namespace hearken::casework
