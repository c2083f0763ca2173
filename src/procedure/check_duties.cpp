// Duties exist, those with a deadline are timed, and different figures for one obligation are listed.
#include <algorithm>
#include <map>
#include <set>

#include "procedure/check.hpp"
#include "procedure/compose.hpp"
#include "procedure/coverage.hpp"
#include "procedure/keywords.hpp"
#include "procedure/walk.hpp"

namespace hearken::procedure {

namespace {

std::string unknown_duty(const std::string& id, const std::map<std::string, Duty>& duties) {
    std::vector<std::string> ids;
    for (const auto& [known, duty] : duties) ids.push_back(known);
    return "no duty `" + id + "` in duties.csv or timescales.csv" + did_you_mean(id, ids);
}

std::string in_words(const calendar::Period& period, const std::string& source) {
    return calendar::period_text(period) + " (" + source + ")";
}

}  // namespace

std::optional<calendar::Period> figure_of(const std::string& deadline) {
    std::string text = deadline.substr(0, deadline.find(" from "));
    const auto filler = text.find(" n/a");
    if (filler != std::string::npos) text.erase(filler);
    const auto period = calendar::parse_period(text);
    if (!period) return std::nullopt;
    return *period;
}

void Check::duties() {
    Visitor visitor;
    visitor.carries = [&](Carries& carries, const Carrier& carrier) {
        for (const std::string& id : carries.duties) {
            if (!known.duties.count(id)) {
                error(carrier.line, carrier.path, unknown_duty(id, known.duties));
            } else if (carries.how == Carried::Timed && !carrier.has_clock) {
                error(carrier.line, carrier.path,
                      "says that it times `" + id + "`, but there is no clock on it; add one with `source: [" + id +
                          "]`");
            }
        }
    };
    walk(definition, visitor);
}

void Check::figures() {
    const auto figure_of_rule = [&](const TimeRule& rule) -> std::optional<calendar::Period> {
        const Setting* setting = definition.setting(rule.setting);
        const auto period = calendar::parse_period(setting ? setting->value : rule.period);
        if (!period) return std::nullopt;
        return *period;
    };
    std::map<const Task*, std::vector<std::pair<calendar::Period, std::string>>> measures;
    Visitor visitor;
    visitor.time = [&](TimeRule& rule, const Task* task, const std::string& path) {
        if (rule.construct != TimeRule::Construct::Due && rule.construct != TimeRule::Construct::Every) return;
        const auto stated = figure_of_rule(rule);
        for (const std::string& source : rule.source) {
            const auto duty = known.duties.find(source);
            if (duty == known.duties.end()) continue;
            if (!duty->second.verified)
                warning(rule.line, path, "`" + source + "` is unverified: " + duty->second.deadline);
            const auto figure = figure_of(duty->second.deadline);
            if (stated && figure && !(*stated == *figure))
                warning(
                    rule.line, path,
                    "the clock says " + calendar::period_text(*stated) + ", its source " + in_words(*figure, source));
        }
        if (!stated || !task || rule.construct != TimeRule::Construct::Due) return;
        const std::string named = rule.source.empty() ? "no source" : rule.source.front();
        for (const auto& [other, source] : measures[task])
            if (!(other == *stated))
                warning(rule.line, path,
                        "two figures for one obligation: " + in_words(other, source) + " and " +
                            in_words(*stated, named) + "; the earlier governs, each is measured");
        measures[task].push_back({*stated, named});
    };
    walk(definition, visitor);
}

void check_duties_of_library(const Library& library, const Known& known, std::vector<Fault>& faults) {
    const auto must_exist = [&](const std::vector<Carries>& all, const std::string& file, int line,
                                const std::string& path) {
        for (const Carries& carries : all)
            for (const std::string& id : carries.duties)
                if (!known.duties.count(id))
                    faults.push_back({Fault::Severity::Error, file, line, path, unknown_duty(id, known.duties)});
    };
    for (const auto& [id, page] : library.guidance()) must_exist(page.carries, "guidance/" + id + ".md", 1, "carries");
    for (const auto& [id, editions] : library.guides())
        for (const Guide& guide : editions)
            each_carries(guide, [&](const Carries& carries, const std::string& path, int line) {
                must_exist({carries}, guide.file, line, path);
            });
    for (const CodeRule& rule : library.carried_in_code())
        must_exist(rule.carries, "carried-in-code.yaml", rule.line, rule.id);

    for (const DutyCoverage& duty : coverage(library).duties) {
        if (duty.carried.empty() || duty.duty->deadline.empty()) continue;
        if (std::any_of(duty.carried.begin(), duty.carried.end(), [](const CarriedBy& each) { return each.timed; }))
            continue;
        const bool only_shown = std::all_of(duty.carried.begin(), duty.carried.end(),
                                            [](const CarriedBy& each) { return each.how == Carried::Shown; });
        const CarriedBy& first = duty.carried.front();
        faults.push_back(
            {only_shown ? Fault::Severity::Warning : Fault::Severity::Error, first.file, first.line, first.path,
             "`" + duty.duty->id + "` has a deadline (" + duty.duty->deadline +
                 ") and nothing times it; put a clock on what carries it, with `source: [" + duty.duty->id + "]`"});
    }
}

void check_overlay(const Definition& overlay, const Known& known, std::vector<Fault>& faults) {
    const auto error = [&](const std::string& path, std::string text) {
        faults.push_back({Fault::Severity::Error, overlay.file, 1, path, std::move(text)});
    };
    if (!overlay.joins) return error("joins", "an overlay needs `joins`: which cases it joins, and while what holds");
    std::vector<const Definition*> hosts;
    for (const auto& [id, host] : known.procedures)
        if (may_join(overlay, *host) && host->status != "stub") hosts.push_back(host);
    for (const std::string& name : overlay.joins->procedures)
        if (!known.procedures.count(name)) {
            std::vector<std::string> names;
            for (const auto& [id, host] : known.procedures) names.push_back(id);
            error("joins/procedures", "no procedure `" + name + "`" + did_you_mean(name, names));
        }
    // What it adds must have a place in every host it names, or, when it may join any case, in at least one.
    const auto place = [&](const std::string& path, const std::string& what, const std::string& name,
                           const auto& exists) {
        const auto has = [&](const Definition* host) { return exists(*host); };
        const bool any_case = overlay.joins->procedures.empty();
        const auto without = std::find_if_not(hosts.begin(), hosts.end(), has);
        if (hosts.empty() || (any_case ? std::any_of(hosts.begin(), hosts.end(), has) : without == hosts.end())) return;
        error(path, any_case ? "no procedure has a " + what + " `" + name + "`"
                             : "`" + (*without)->id + "` has no " + what + " `" + name + "`");
    };
    for (const auto& [stage, tasks] : overlay.adds_tasks)
        if (stage != "anytime")
            place("adds-tasks/" + stage, "stage", stage,
                  [&, stage = stage](const Definition& host) { return host.stage(stage) != nullptr; });
    for (const auto& [task, gates] : overlay.adds_gates)
        place("adds-gates/" + task, "task", task,
              [&, task = task](const Definition& host) { return host.task(task) != nullptr; });
    for (const auto& [task, invitees] : overlay.adds_invitees)
        place("adds-invitees/" + task, "meeting", task,
              [&, task = task](const Definition& host) { return host.task(task) && host.task(task)->meeting; });
    for (const auto& added : overlay.adds_fields)
        place("adds-fields/" + added.form, "form", added.form,
              [&](const Definition& host) { return host.form(added.form) != nullptr; });
}

}  // namespace hearken::procedure
