// hearken procedures: reading the definitions without a database.
#include <algorithm>

#include "calendar/due.hpp"
#include "cli/app.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "engine/walk.hpp"
#include "procedure/coverage.hpp"
#include "procedure/draw.hpp"
#include "web/manual/graphviz.hpp"

namespace hearken::cli {

using procedure::Fault;

namespace {

constexpr size_t kMostTold = 20;

/// The library, its errors told; nothing where it cannot be used.
std::optional<procedure::Library> usable_library(const Config& config) {
    const auto files = read_procedures(config);
    if (!files) {
        tell_refusal(files.error());
        return std::nullopt;
    }
    auto loaded = procedure::Library::load(*files);
    if (loaded.ok()) return std::move(loaded.library);
    for (const auto& fault : loaded.faults)
        if (fault.severity == Fault::Severity::Error) tell(fault_line(fault, config.procedures));
    tell("hearken: the procedures have faults. Mend them first.");
    return std::nullopt;
}

std::shared_ptr<const procedure::Definition> definition_named(const procedure::Library& library, const std::string& id) {
    if (auto found = library.find(id)) return found;
    std::string known;
    for (const auto& definition : library.all()) known += (known.empty() ? "" : ", ") + definition->id;
    tell("hearken: there is no procedure \"" + id + "\". There are: " + known + ".");
    return nullptr;
}

}  // namespace

ExitCode procedures_check(const Config& config) {
    const auto files = read_procedures(config);
    if (!files) return tell_refusal(files.error());
    const auto loaded = procedure::Library::load(*files);
    long errors = 0;
    for (const auto& fault : loaded.faults) {
        say(fault_line(fault, config.procedures));
        errors += fault.severity == Fault::Severity::Error ? 1 : 0;
    }
    const long warnings = static_cast<long>(loaded.faults.size()) - errors;
    say(std::to_string(loaded.library.all().size()) + " procedures, " + std::to_string(loaded.library.overlays().size()) + " overlays, " +
        std::to_string(loaded.library.guidance().size()) + " guidance pages, " + std::to_string(loaded.library.duties().size()) + " duties: " +
        std::to_string(errors) + " errors, " + std::to_string(warnings) + " warnings.");
    return errors == 0 ? ExitCode::Ok : ExitCode::Refused;
}

ExitCode procedures_draw(const Config& config, const DrawOptions& options) {
    const auto library = usable_library(config);
    if (!library) return ExitCode::Refused;
    const auto definition = definition_named(*library, options.procedure);
    if (!definition) return ExitCode::Refused;
    const std::string dot = procedure::draw(*definition);
    say(options.svg ? web::draw_svg(dot) : dot);
    return ExitCode::Ok;
}

ExitCode procedures_walk(const Config& config, const WalkOptions& options) {
    const auto library = usable_library(config);
    if (!library) return ExitCode::Refused;
    const auto definition = definition_named(*library, options.procedure);
    if (!definition) return ExitCode::Refused;
    const calendar::Calendars calendars;
    std::map<std::string, int> ends, stuck, broken;
    std::map<std::string, std::pair<int, std::vector<std::string>>> first_seen;
    std::set<std::string> tasks, stages;
    {
        Progress progress("Walks");
        for (int seed = 1; seed <= options.seeds; ++seed) {
            const auto walked = engine::walk(*definition, library->vocabulary(), calendars, static_cast<uint64_t>(seed));
            if (walked.closed) ++ends[walked.outcome];
            tasks.insert(walked.tasks.begin(), walked.tasks.end());
            stages.insert(walked.stages.begin(), walked.stages.end());
            for (const auto& why : walked.stuck) ++stuck[why];
            for (const auto& why : walked.broken) ++broken[why];
            for (const auto* faults : {&walked.stuck, &walked.broken})
                for (const auto& why : *faults) first_seen.try_emplace(why, seed, walked.transcript);
            progress.at(seed, options.seeds);
        }
    }
    for (const auto& [outcome, count] : ends) say("ended as " + outcome + ": " + std::to_string(count));
    for (const auto& strand : definition->strands)
        for (const auto& stage : strand.stages)
            if (!stages.contains(stage.id)) say("never entered: stage " + stage.id);
    const auto tell_faults = [&](const std::map<std::string, int>& faults, const char* kind) {
        size_t told = 0;
        for (const auto& [why, count] : faults) {
            if (++told > kMostTold) break;
            say(std::string(kind) + ", " + std::to_string(count) + " times, first with seed " + std::to_string(first_seen[why].first) + ": " + why);
            const auto& transcript = first_seen[why].second;
            for (size_t i = transcript.size() > 5 ? transcript.size() - 5 : 0; i < transcript.size(); ++i) say("    " + transcript[i]);
        }
    };
    tell_faults(stuck, "no way forward");
    tell_faults(broken, "a rule of the engine did not hold");
    say(std::to_string(options.seeds) + " walks: " + std::to_string(stuck.size()) + " states with no way forward, " + std::to_string(tasks.size()) + " tasks done.");
    return stuck.empty() && broken.empty() ? ExitCode::Ok : ExitCode::Refused;
}

ExitCode procedures_coverage(const Config& config, const CoverageOptions& options) {
    const auto library = usable_library(config);
    if (!library) return ExitCode::Refused;
    const auto coverage = procedure::coverage(*library);
    // Duties are cited as M1.initial-referral.s3; their procedure is then initial-referral. Either is understood.
    std::string only = options.procedure;
    if (!coverage.by_procedure.contains(only)) only = only.substr(only.find('.') + 1);
    if (!only.empty() && !coverage.by_procedure.contains(only)) {
        tell("hearken: duties.csv has no procedure \"" + options.procedure + "\". `hearken procedures coverage --totals` lists them.");
        return ExitCode::Refused;
    }
    say(options.json ? procedure::coverage_json(coverage, only) : procedure::coverage_text(coverage, only, !options.totals_only));
    return ExitCode::Ok;
}

}  // namespace hearken::cli
