#include "store/verify.hpp"

#include "store/sql.hpp"
#include "store/verify_parts.hpp"

namespace hearken::store {

namespace {

/// Damaged pages, and indexes that no longer agree with their tables: what a flipped byte does before any record is read.
void verify_storage(Database& database, VerifyReport& report) {
    if (database.backend() != Backend::Sqlite) return;  // PostgreSQL: run it with data checksums (docs/operating.md)
    try {
        database.read([&](Reading& reading) {
            for (const Row& row : Sql(reading, "select integrity_check from pragma_integrity_check").rows())
                if (row.text(0) != "ok") report.findings.push_back({Finding::Where::Storage, "file", row.text(0)});
        });
    } catch (const DatabaseDamaged& damage) {
        report.findings.push_back({Finding::Where::Storage, "file", damage.what()});
    }
}

template <class Verify>
void unless_damaged(VerifyReport& report, Finding::Where where, Verify verify) {
    try {
        verify();
    } catch (const DatabaseDamaged& damage) {
        report.findings.push_back({where, "file", damage.what()});
    }
}

}  // namespace

VerifyReport verify(Database& database, const std::function<void(const std::string& doing, long done)>& progress) {
    VerifyReport report;
    const auto tell = [&](const std::string& doing, long done) {
        if (progress) progress(doing, done);
    };
    tell("reading the file", 0);
    verify_storage(database, report);
    unless_damaged(report, Finding::Where::CaseEvents, [&] { verify_cases(database, report, [&](long done) { tell("events", done); }); });
    unless_damaged(report, Finding::Where::Audit, [&] { verify_audit(database, report, [&](long done) { tell("audit lines", done); }); });
    return report;
}

}  // namespace hearken::store
