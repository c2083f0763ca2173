// Stages can be reached and left, the case can end, and no gate stays shut for ever.
#include <algorithm>
#include <set>

#include "procedure/check.hpp"

namespace hearken::procedure {

namespace {

using Kind = Condition::Kind;

Condition leaf(Kind kind, const std::string& name, std::vector<std::string> values = {}) {
    Condition made;
    made.kind = kind;
    made.name = name;
    made.values = std::move(values);
    return made;
}

Condition whole(Kind kind, std::vector<Condition> of) {
    Condition made;
    made.kind = kind;
    made.of = std::move(of);
    return made;
}

/// The decisions a condition tests; `only` is cleared when it tests anything else, which may still change by itself.
void decisions_in(const Condition& condition, std::set<std::string>& decisions, bool& only) {
    for (const Condition& inner : condition.of) decisions_in(inner, decisions, only);
    if (condition.kind == Kind::Decided)
        decisions.insert(condition.name);
    else if (condition.kind != Kind::All && condition.kind != Kind::Any && condition.kind != Kind::Not)
        only = false;
}

bool leaves_stage(const std::vector<Effect>& effects) {
    return std::any_of(effects.begin(), effects.end(), [](const Effect& effect) {
        return effect.when.always() &&
               (effect.kind == Effect::Kind::CloseCase || effect.kind == Effect::Kind::EnterStage);
    });
}

/// The option that leaves the case with no next stage, when the ways on are chosen by decisions alone.
bool some_option_leads_nowhere(const Check& check, const Stage& stage) {
    std::set<std::string> decisions;
    bool only_decisions = true;
    std::vector<Condition> ways, unmet;
    for (const Stage::Next& next : stage.next) {
        if (next.when.always()) return false;
        decisions_in(next.when, decisions, only_decisions);
        ways.push_back(next.when);
    }
    if (!only_decisions || ways.empty()) return false;
    for (const std::string& decision : decisions) {
        const Task* task = check.definition.task(decision);
        if (!task || !task->decision || !task->when.always()) return false;
        unmet.push_back(leaf(Kind::Decided, decision));
        for (const DecisionOption& option : task->decision->options)
            if (leaves_stage(option.then)) ways.push_back(leaf(Kind::Decided, decision, {option.id}));
    }
    unmet.push_back(whole(Kind::Not, {whole(Kind::Any, ways)}));
    ConditionFacts facts = check.facts();
    facts.takes_several = nullptr;  // an option that no way mentions leads nowhere, whoever else chose another
    return can_hold(whole(Kind::All, unmet), facts);
}

}  // namespace

void Check::stages() {
    if (definition.start.roles.empty())
        error(std::max(1, definition.start.line), "start/roles", "nobody may open this: write `start: {roles: [..]}`");
    const bool has_main = std::any_of(definition.strands.begin(), definition.strands.end(),
                                      [](const Strand& each) { return each.id == "main"; });
    if (!has_main) error(1, "strands", "no main course: write `stages:`, or a strand with `id: main`");
    const auto gates = [&](const std::vector<Gate>& all, const std::string& stage, const std::string& path) {
        for (const Gate& gate : all) {
            if (gate.strength != GateStrength::Block || !gate.unless.never() || !can_hold(gate.that, facts())) continue;
            if (!can_hold(gate.that, facts(stage)))
                error(gate.line, path + "/" + gate.id,
                      "this gate never opens: what it waits for happens only in a later stage");
        }
    };
    for (const Strand& strand : definition.strands) {
        const std::string at = "strands/" + strand.id;
        if (!graph.startable.count(strand.id)) {
            error(strand.line, at,
                  "this strand never starts: write `starts-when`, or the effect {start: " + strand.id + "}");
            continue;
        }
        for (const Stage& stage : strand.stages) {
            const std::string path = (definition.strands.size() == 1 ? "stages/" : at + "/stages/") + stage.id;
            if (!graph.reachable.count(stage.id)) {
                error(stage.line, path,
                      "this stage cannot be reached: no `next` and no {enter: " + stage.id + "} leads to it");
                continue;
            }
            const bool goes_on = graph.ways.count(stage.id) > 0;
            if (!goes_on && !graph.ends_here.count(stage.id)) {
                error(stage.line, path, "a dead end: write `next`, or `ends` with an outcome");
            } else if (!graph.can_end(stage.id)) {
                error(stage.line, path,
                      std::string(strand.case_waits ? "the case" : "the strand") +
                          " cannot end from here: every way leads round in a circle");
            }
            if (!stage.next.empty() && !stage.ends.empty())
                error(stage.line, path, "a stage has `next` or `ends`, not both");
            if (some_option_leads_nowhere(*this, stage))
                error(stage.line, path + "/next",
                      "an option of the decision leads nowhere; add a last `next` without `when`");
            for (const Stage::Next& next : stage.next)
                if (can_hold(next.when, facts()) && !can_hold(next.when, facts(stage.id)))
                    error(stage.line, path + "/next/" + next.to,
                          "this way is never taken: what it waits for happens only in a later stage");
            gates(stage.leave_when, stage.id, path + "/gate");
            for (const Task& task : stage.tasks) gates(task.needs, stage.id, path + "/tasks/" + task.id + "/needs");
        }
    }
}

}  // namespace hearken::procedure
