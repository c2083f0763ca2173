// hearken procedures: reading the definitions without a database.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "calendar/due.hpp"
#include "cli/app.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "engine/walk_many.hpp"
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

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : "; ") + word;
    return text.empty() ? "none" : text;
}

void tell_faults(const std::map<std::string, engine::WalkTally::Fault>& faults, const char* kind) {
    size_t told = 0;
    for (const auto& [why, fault] : faults) {
        if (++told > kMostTold) break;
        say(std::string(kind) + ", " + std::to_string(fault.count) + " times, first with seed " + std::to_string(fault.first_seed) + ": " + why);
        for (const auto& line : fault.transcript) say("    " + line);
    }
}

unsigned cores(const WalkOptions& options) {
    return options.cores > 0 ? static_cast<unsigned>(options.cores) : std::max(1U, std::thread::hardware_concurrency());
}

/// What was found is said the same however many cores walked; how long it took goes to the terminal.
bool walk_one(const procedure::Definition& definition, const procedure::Vocabulary& vocabulary, const WalkOptions& options) {
    const calendar::Calendars calendars;
    const auto begun = std::chrono::steady_clock::now();
    engine::WalkTally tally;
    {
        Progress progress("Walks of " + definition.id);
        tally = engine::walk_many(definition, vocabulary, calendars, static_cast<uint64_t>(options.seeds), cores(options),
                                  [&](uint64_t done) { progress.at(static_cast<long>(done), options.seeds); });
    }
    const double seconds = std::max(0.001, std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
    tell(fmt::format("{}: {:.1f} seconds, {:.0f} walks a second.", definition.id, seconds, static_cast<double>(tally.walks) / seconds));
    for (const auto& [outcome, count] : tally.ends)
        if (!options.all) say("ended as " + outcome + ": " + std::to_string(count));
    for (const auto& strand : definition.strands)
        for (const auto& stage : strand.stages)
            if (!tally.stages.contains(stage.id)) say(definition.id + ", never entered: stage " + stage.id);
    tell_faults(tally.stuck, "no way forward");
    tell_faults(tally.broken, "a rule of the engine did not hold");
    for (const auto& [seed, walk] : tally.unended)
        say(fmt::format("not ended, seed {}: after {} steps in {}; open: {}", seed, walk.steps, joined(walk.stages), joined(walk.open_tasks)));
    say(fmt::format("{}: {} walks, {} ended, {} not; {} steps each, {} at most; {} tasks done.", definition.id, tally.walks, tally.ended,
                    tally.walks - tally.ended, tally.steps / std::max(1L, tally.walks), tally.longest, tally.tasks.size()));
    return tally.faultless();
}

/// One walk, act by act: how a seed that did not end is understood.
bool tell_walk(const procedure::Definition& definition, const procedure::Vocabulary& vocabulary, const WalkOptions& options) {
    const auto walked = engine::walk(definition, vocabulary, calendar::Calendars{}, static_cast<uint64_t>(options.seed));
    for (const auto& line : walked.transcript) say(line);
    for (const auto& why : walked.stuck) say("no way forward: " + why);
    for (const auto& rule : walked.broken) say("a rule of the engine did not hold: " + rule);
    if (!walked.closed) say("open: " + joined(walked.open_tasks));
    say(fmt::format("{}, seed {}: {} after {} steps.", definition.id, options.seed, walked.closed ? "ended as " + walked.outcome : "not ended", walked.steps));
    return walked.closed && walked.stuck.empty() && walked.broken.empty();
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
    if (options.all == !options.procedure.empty()) {
        tell("hearken: name one procedure, or say --all.");
        return ExitCode::Usage;
    }
    const auto library = usable_library(config);
    if (!library) return ExitCode::Refused;
    std::vector<std::shared_ptr<const procedure::Definition>> definitions;
    if (!options.all) definitions.push_back(definition_named(*library, options.procedure));
    if (!options.all && definitions.front() == nullptr) return ExitCode::Refused;
    for (const auto& definition : library->all())
        if (options.all && definition->kind == "case" && definition->status != "stub") definitions.push_back(definition);
    bool faultless = true;
    for (const auto& definition : definitions)
        faultless = (options.seed > 0 ? tell_walk : walk_one)(*definition, library->vocabulary(), options) && faultless;
    if (options.all)
        say(std::to_string(definitions.size()) + " procedures walked: " + (faultless ? "every walk came to an end." : "not every walk was as it should be."));
    return faultless ? ExitCode::Ok : ExitCode::Refused;
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
