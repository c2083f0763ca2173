#include "procedure/stage_graph.hpp"

#include <functional>
#include <vector>

namespace hearken::procedure {

namespace {

/// Every effect a task may have, whatever is decided.
void each_effect(const Task& task, const std::function<void(const Effect&)>& seen) {
    for (const Effect& effect : task.then) seen(effect);
    if (task.decision)
        for (const DecisionOption& option : task.decision->options)
            for (const Effect& effect : option.then) seen(effect);
}

}  // namespace

StageGraph::StageGraph(const Definition& definition) {
    for (const Strand& strand : definition.strands) {
        if (strand.id == "main" || !strand.starts_when.never()) startable.insert(strand.id);
        for (const Stage& stage : strand.stages) strand_of[stage.id] = strand.id;
    }
    // `at` is the stage an effect happens in, empty for one that may happen in any.
    const auto follow = [&](const Effect& effect, const std::string& at) {
        if (effect.kind == Effect::Kind::StartStrand) startable.insert(effect.name);
        if (effect.kind == Effect::Kind::EnterStage) {
            const auto target = strand_of.find(effect.name);
            if (target == strand_of.end()) return;
            const bool same_strand = !at.empty() && strand_of[at] == target->second;
            for (const auto& [stage, strand] : strand_of)
                if (same_strand ? stage == at : strand == target->second) ways[stage].insert(effect.name);
        }
        if (effect.kind == Effect::Kind::CloseCase) {
            for (const auto& [stage, strand] : strand_of)
                if (at.empty() || strand_of[at] != strand || stage == at) ends_here.insert(stage);
        }
    };
    for (const Strand& strand : definition.strands)
        for (const Stage& stage : strand.stages) {
            for (const Stage::Next& next : stage.next) ways[stage.id].insert(next.to);
            if (!stage.ends.empty()) ends_here.insert(stage.id);
            for (const Task& task : stage.tasks) {
                stage_of_task[task.id] = stage.id;
                each_effect(task, [&](const Effect& effect) { follow(effect, stage.id); });
            }
        }
    for (const Task& task : definition.anytime) {
        stage_of_task[task.id] = "";
        each_effect(task, [&](const Effect& effect) { follow(effect, ""); });
    }
    for (const Effect& effect : definition.start.then) follow(effect, "");
    for (const Strand& strand : definition.strands)
        if (startable.count(strand.id) && !strand.stages.empty())
            for (const std::string& stage : from(strand.stages.front().id)) reachable.insert(stage);
}

std::set<std::string> StageGraph::from(const std::string& stage) const {
    std::set<std::string> seen;
    std::vector<std::string> open{stage};
    while (!open.empty()) {
        const std::string at = open.back();
        open.pop_back();
        if (!strand_of.count(at) || !seen.insert(at).second) continue;
        const auto found = ways.find(at);
        if (found != ways.end()) open.insert(open.end(), found->second.begin(), found->second.end());
    }
    return seen;
}

bool StageGraph::may_precede(const std::string& stage, const std::string& now) const {
    const auto strand = strand_of.find(stage), strand_now = strand_of.find(now);
    if (strand == strand_of.end() || strand_now == strand_of.end()) return false;
    if (!reachable.count(stage)) return false;
    return strand->second != strand_now->second || from(stage).count(now) > 0;
}

bool StageGraph::can_end(const std::string& stage) const {
    for (const std::string& later : from(stage))
        if (ends_here.count(later)) return true;
    return false;
}

bool StageGraph::task_reachable(const std::string& task) const {
    const auto found = stage_of_task.find(task);
    return found != stage_of_task.end() && (found->second.empty() || reachable.count(found->second));
}

}  // namespace hearken::procedure
