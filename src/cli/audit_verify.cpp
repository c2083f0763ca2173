// hearken audit verify: finds whatever was changed, removed, reordered or added behind Hearken's back.
#include "cli/app.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "store/migrate.hpp"
#include "store/verify.hpp"

namespace hearken::cli {

namespace {

const char* where(store::Finding::Where place) {
    switch (place) {
        case store::Finding::Where::Storage: return "storage";
        case store::Finding::Where::CaseEvents: return "case";
        case store::Finding::Where::Audit: return "audit line";
    }
    return "storage";
}

}  // namespace

ExitCode audit_verify(const Config& config) try {
    if (!database_exists(config)) return tell_refusal(no_database(config));
    const auto database = store::Database::open(config.database);
    if (database->read([](store::Reading& reading) { return store::schema_version(reading); }) == 0) {
        tell("hearken: the database at " + database->described() + " is empty: there is nothing to verify. Check `database` and --database.");
        return ExitCode::Refused;
    }
    store::VerifyReport report;
    {
        Progress progress("Verifying");
        report = store::verify(*database, [&](const std::string& doing, long done) { progress.at(doing, done); });
    }
    for (const auto& finding : report.findings)
        say(std::string(where(finding.where)) + (finding.subject.empty() ? "" : " " + finding.subject) + ": " + finding.text);
    say(std::to_string(report.cases) + " cases, " + std::to_string(report.events) + " events (" + std::to_string(report.erased) + " lawfully erased), " +
        std::to_string(report.audit_lines) + " audit lines.");
    if (!report.audit_head.empty()) say("Head of the audit: " + report.audit_head);
    if (report.sound()) {
        say("Nothing was changed, removed, reordered or added.");
        return ExitCode::Ok;
    }
    tell("hearken: " + std::to_string(report.findings.size()) + " findings, listed above. Stop the service, keep this database as it is, and compare it with the latest good copy (docs/operating.md, \"When verifying finds something\").");
    return ExitCode::Refused;
} catch (const store::DatabaseDamaged& damage) {
    // Here damage is what was looked for, so it is a finding and no failure of the command.
    say(std::string("storage: ") + damage.what());
    tell("hearken: the database itself is damaged. Stop the service, keep the file as it is, and go back to the latest good copy (docs/operating.md, \"When verifying finds something\").");
    return ExitCode::Refused;
}

}  // namespace hearken::cli
