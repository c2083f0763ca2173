// hearken import roster.
#include "casework/import_roster.hpp"

#include <charconv>

#include "cli/app.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "store/organisations.hpp"

namespace hearken::cli {

namespace {

Result<std::map<std::string, std::string>> told_columns(const std::vector<std::string>& map) {
    std::map<std::string, std::string> told;
    Refusal refusal;
    for (const auto& text : map) {
        const size_t equals = text.rfind('=');
        if (equals == std::string::npos || equals == 0) refusal.reasons.push_back({"map", "--map " + text + ": write a heading of the file, an equals sign and what it holds, for example \"Legal surname=surname\".", "map"});
        else told[text.substr(0, equals)] = text.substr(equals + 1);
    }
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    return told;
}

Result<people::RosterDecisions> decisions_in(const std::string& file) {
    people::RosterDecisions decisions;
    if (file.empty()) return decisions;
    const auto text = read_file(file);
    if (!text) return refuse(RefusalCode::Invalid, "decisions", file + " cannot be read.", "decisions");
    const auto table = people::parse_csv(*text);
    if (!table) return refuse(table.error());
    Refusal refusal;
    for (const auto& row : table->rows) {
        size_t number = 0;
        const std::string first = row.fields.empty() ? "" : row.fields[0];
        const auto [end, error] = std::from_chars(first.data(), first.data() + first.size(), number);
        if (row.fields.size() != 2 || error != std::errc{} || end != first.data() + first.size() || row.fields[1].empty())
            refusal.reasons.push_back({"decisions", file + " line " + std::to_string(row.line) + ": write the row's number and a person's id, or \"new\".", "decisions"});
        else decisions[number] = PersonId{row.fields[1] == "new" ? "" : row.fields[1]};
    }
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    return decisions;
}

std::string plural(size_t count, const std::string& one, const std::string& many) { return std::to_string(count) + " " + (count == 1 ? one : many); }

/// Headings, problems by row, and what would be done. No names: the output may be kept in a log.
void say_preview(const casework::RosterPreview& preview) {
    for (const auto& [column, at] : preview.mapping.columns) say("column \"" + preview.mapping.header[at] + "\" is read as " + people::code_of(column));
    for (const auto& heading : preview.mapping.unused) say("column \"" + heading + "\" is not read");
    for (const auto& problem : preview.plan.problems)
        say("row " + std::to_string(problem.row) + " (line " + std::to_string(problem.line) + "): " + (problem.error ? "error: " : "warning: ") +
            (problem.column.empty() ? "" : problem.column + ": ") + problem.text);
    for (const auto& item : preview.plan.items) {
        if (item.verdict == people::RosterVerdict::Unchanged) continue;
        std::string line = "row " + std::to_string(item.entry.row) + ": " + std::string(people::code_of(item.verdict));
        for (size_t i = 0; i < item.changes.size(); ++i) line += (i == 0 ? ": " : ", ") + item.changes[i].field;
        for (const auto& candidate : item.candidates) line += " " + candidate.str();
        say(line);
    }
}

void say_done(const casework::RosterDone& done) {
    for (const auto& note : done.notes) say(note);
    say(plural(done.added, "pupil added", "pupils added") + ", " + std::to_string(done.changed) + " changed, " + std::to_string(done.unchanged) + " unchanged, " +
        plural(done.ended, "registration ended", "registrations ended") + ".");
}

}  // namespace

ExitCode import_roster(const Config& config, const RosterOptions& options) {
    casework::RosterRequest request;
    const auto text = read_file(options.file);
    const auto told = told_columns(options.map);
    const auto decisions = decisions_in(options.decisions);
    Refusal refusal;
    if (!text) refusal.reasons.push_back({"file", options.file + " cannot be read. Check the name.", "file"});
    if (!told) refusal.reasons.insert(refusal.reasons.end(), told.error().reasons.begin(), told.error().reasons.end());
    if (!decisions) refusal.reasons.insert(refusal.reasons.end(), decisions.error().reasons.begin(), decisions.error().reasons.end());
    if (!refusal.reasons.empty()) return tell_refusal(refusal);

    const SystemClock clock;
    auto app = App::open(config, clock, App::Migrate::Never);
    if (!app) return tell_refusal(app.error());
    auto& world = (*app)->world();
    const auto school = world.database.read([&](store::Reading& reading) { return store::find_organisation_by_urn(reading, options.school); });
    if (!school) return tell_refusal(Refusal::of(RefusalCode::NotFound, "no-such-school", "No school here has the URN " + options.school + ". Add it under Administration, Organisations."));
    request = {school->id, *text, *told, *decisions, options.end_leavers};

    const auto preview = casework::preview_roster(world, administrator_at_the_console(), request);
    if (!preview) return tell_refusal(preview.error());
    const auto& plan = preview->plan;
    if (options.dry_run) say_preview(*preview);
    else for (const auto& problem : plan.problems)
        tell("row " + std::to_string(problem.row) + " (line " + std::to_string(problem.line) + "): " + (problem.column.empty() ? "" : problem.column + ": ") + problem.text);
    const size_t ambiguous = plan.count(people::RosterVerdict::Ambiguous);
    if (ambiguous > 0) tell(plural(ambiguous, "row may be a child who is", "rows may be children who are") + " already recorded. Decide with --decisions (row,person); the dry run shows the records' ids.");
    if (!plan.left.empty() && !options.end_leavers) tell(plural(plan.left.size(), "pupil on the roll is", "pupils on the roll are") + " in no row. --end-leavers ends their registration.");
    if (options.dry_run) {
        say("Dry run: " + std::to_string(preview->rows) + " rows: " + std::to_string(plan.count(people::RosterVerdict::New)) + " new, " +
            std::to_string(plan.count(people::RosterVerdict::Changed)) + " changed, " + std::to_string(plan.count(people::RosterVerdict::Unchanged)) + " unchanged, " +
            std::to_string(ambiguous) + " to decide. Nothing was changed.");
        return ExitCode::Ok;
    }
    Progress progress("Rows");
    const auto done = casework::import_roster(world, administrator_at_the_console(), request, [&](size_t so_far, size_t in_all) { progress.at(static_cast<long>(so_far), static_cast<long>(in_all)); });
    if (!done) return tell_refusal(done.error());
    say_done(*done);
    if (done->kept_out == 0 && done->undecided == 0) return ExitCode::Ok;
    tell("hearken: " + plural(done->kept_out, "row was", "rows were") + " kept out for errors and " + std::to_string(done->undecided) + " left undecided; the rest is imported. Mend them and import the file again: nothing is taken twice.");
    return ExitCode::Refused;
}

}  // namespace hearken::cli
