#include "casework/world.hpp"

#include "store/calendars.hpp"

namespace hearken::casework {

namespace {

/// The product's own table with the years an administrator imported over it.
std::shared_ptr<const calendar::BankHolidays> holidays_held(store::Database& database) {
    const auto& own = calendar::BankHolidays::england_and_wales();
    const auto imported = database.read([](store::Reading& reading) { return store::imported_bank_holidays(reading); });
    if (imported.empty()) return std::make_shared<const calendar::BankHolidays>(own);
    const auto table = calendar::BankHolidays::of(imported);
    if (!table) return std::make_shared<const calendar::BankHolidays>(own);
    const auto merged = calendar::merge(own, *table);
    return std::make_shared<const calendar::BankHolidays>(merged ? merged->table : own);
}

}  // namespace

World::World(store::Database& its_database, const procedure::Library& its_library, const Clock& its_clock, IdSource& its_ids,
             store::AuditWriter& its_audit, bool is_demonstration)
    : database(its_database), library(its_library), clock(its_clock), ids(its_ids), audit(its_audit),
      demonstration(is_demonstration), bank_holidays_(holidays_held(its_database)) {}

std::shared_ptr<const calendar::BankHolidays> World::bank_holidays() const {
    const std::lock_guard lock(mutex_);
    return bank_holidays_;
}

void World::replace_bank_holidays(std::shared_ptr<const calendar::BankHolidays> holidays) {
    const std::lock_guard lock(mutex_);
    bank_holidays_ = std::move(holidays);
}

}  // namespace hearken::casework
