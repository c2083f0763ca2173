// hearken import cin-census.
#include <fmt/format.h>

#include <fstream>
#include <map>

#include "casework/import_cin_census.hpp"
#include "cli/app.hpp"
#include "cli/commands.hpp"
#include "cli/console_users.hpp"
#include "cli/files.hpp"

namespace hearken::cli {

namespace {

using returns::Doubt;

const char* word(Doubt::Severity severity) { return severity == Doubt::Severity::Error ? "error" : "query"; }

/// No child's number and no value: what is said on the screen may be kept in a log. The report has both.
std::string line_of(const Doubt& doubt) {
    return fmt::format("line {}: {}{}: {}{}: {}", doubt.line, word(doubt.severity), doubt.rule.empty() ? "" : " " + doubt.rule, doubt.place.empty() ? "" : doubt.place + ", ", doubt.item, doubt.why);
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        // A spreadsheet would take these at the beginning for a formula.
        if (out.size() == 1 && (c == '=' || c == '+' || c == '-' || c == '@')) out += '\'';
        out += c;
    }
    return out + "\"";
}

bool write_report(const std::string& file, const std::vector<Doubt>& doubts) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << "line,severity,rule,child,place,item,written,why\r\n";
    for (const auto& one : doubts)
        out << one.line << ',' << word(one.severity) << ',' << quoted(one.rule) << ',' << quoted(one.child) << ',' << quoted(one.place) << ',' << quoted(one.item) << ',' << quoted(one.written) << ',' << quoted(one.why) << "\r\n";
    return static_cast<bool>(out.flush());
}

void say_doubts(const std::vector<Doubt>& doubts, bool each) {
    std::map<std::string, size_t> counts;
    for (const auto& one : doubts) {
        if (each) say(line_of(one));
        ++counts[std::string(word(one.severity)) + (one.rule.empty() ? " (no rule of the return)" : " " + one.rule) + ", " + one.item];
    }
    if (!each)
        for (const auto& [what, count] : counts) say(fmt::format("{} × {}", count, what));
}

void say_done(const casework::CinCensusDone& done, bool dry_run) {
    say(fmt::format("{}Return of {} by authority {}: {} children ({} new, {} known{}), {} episodes ({} new, {} changed, {} unchanged), {} entries in chronologies, {} values in doubt.{}",
                    dry_run ? "Dry run. " : "", done.year, done.authority, done.children, done.children_added, done.children_found,
                    done.children_left_out == 0 ? "" : fmt::format(", {} left out for want of a number", done.children_left_out), done.episodes, done.episodes_added, done.episodes_changed,
                    done.episodes_unchanged, done.chronology_entries, done.doubts.size(), dry_run ? " Nothing was changed." : ""));
}

}  // namespace

ExitCode import_cin_census(const Config& config, const CinCensusOptions& options) {
    const auto text = read_file(options.file);
    if (!text) return tell_refusal(Refusal::of(RefusalCode::Invalid, "file", options.file + " cannot be read. Check the name.", "file"));
    const SystemClock clock;
    auto app = App::open(config, clock, App::Migrate::Never);
    if (!app) return tell_refusal(app.error());
    auto& world = (*app)->world();
    const auto organisation = world.database.read([&](store::Reading& reading) { return organisation_named(reading, options.organisation); });
    if (!organisation) return tell_refusal(organisation.error());

    Progress progress("Children");
    const auto done = casework::import_cin_census(world, administrator_at_the_console(), {organisation->id, *text, options.dry_run},
                                                  [&](size_t so_far, size_t in_all) { progress.at(static_cast<long>(so_far), static_cast<long>(in_all)); });
    if (!done) return tell_refusal(done.error());
    say_doubts(done->doubts, options.dry_run);
    say_done(*done, options.dry_run);
    if (!options.report.empty()) {
        if (!write_report(options.report, done->doubts)) return tell_refusal(Refusal::of(RefusalCode::Invalid, "report", options.report + " could not be written.", "report"));
        say("Every value in doubt, with the child's number and what was written, is in " + options.report + ". It is about children: keep it as you keep their records.");
    } else if (!done->doubts.empty()) {
        say("--report FILE.csv writes every value in doubt with the child's number.");
    }
    if (done->children_left_out == 0) return ExitCode::Ok;
    tell(fmt::format("hearken: {} children have no number of the authority and could not be brought in.", done->children_left_out));
    return ExitCode::Refused;
}

}  // namespace hearken::cli
