// hearken rebuild: recreates the read tables from the events, or proves them equal.
#include "casework/case_record.hpp"
#include "cli/app.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "store/rebuild.hpp"

namespace hearken::cli {

ExitCode rebuild(const Config& config, bool check_only) {
    const SystemClock clock;
    auto app = App::open(config, clock, App::Migrate::Never);
    if (!app) return tell_refusal(app.error());
    store::RebuildReport report;
    {
        Progress progress("Cases");
        report = store::rebuild((*app)->database(), check_only ? store::RebuildMode::Compare : store::RebuildMode::Replace,
                                [&](const engine::CaseState& state) { return casework::definition_of((*app)->world(), state); },
                                [&](long done, long in_all) { progress.at(done, in_all); });
    }
    for (const auto& difference : report.differences) say("case " + difference.case_id.str() + ", " + difference.table + ": " + difference.text);
    const std::string counted = std::to_string(report.cases) + " cases, " + std::to_string(report.events) + " events";
    if (report.equal()) {
        say(counted + ": the read tables are equal to what the events say.");
        return ExitCode::Ok;
    }
    const std::string differences = std::to_string(report.differences.size()) + " differences";
    if (check_only) {
        say(counted + ": " + differences + ". `hearken rebuild` writes what the events say over them.");
        return ExitCode::Refused;
    }
    say(counted + ": " + differences + ", now mended. Ask yourself how they came about: nothing but Hearken should write to its database.");
    return ExitCode::Ok;
}

}  // namespace hearken::cli
