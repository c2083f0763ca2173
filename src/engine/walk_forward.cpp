#include "engine/walk_forward.hpp"

#include <algorithm>

#include "engine/gates.hpp"
#include "engine/waiting.hpp"

namespace hearken::engine {

namespace {

using procedure::Effect;

bool ends(const std::vector<Effect>& effects, const Definition& definition) {
    return std::any_of(effects.begin(), effects.end(), [&](const Effect& effect) {
        if (effect.kind == Effect::Kind::CloseCase || effect.kind == Effect::Kind::EndChild) return true;
        const Stage* entered = effect.kind == Effect::Kind::EnterStage ? definition.stage(effect.name) : nullptr;
        return entered != nullptr && !entered->ends.empty();
    });
}

bool may_end_something(const Task& task, const Definition& definition) {
    if (ends(task.then, definition)) return true;
    return task.decision && std::any_of(task.decision->options.begin(), task.decision->options.end(),
                                        [&](const auto& option) { return comes_to_an_end(option, definition); });
}

/// Whether doing it sets, opens, enters … what a condition of this name asks about. To ask for it anew is the way back, not forward.
bool brings_about(const Task& task, const std::string& name) {
    const auto does = [&](const std::vector<Effect>& effects) {
        return std::any_of(effects.begin(), effects.end(), [&](const Effect& effect) { return effect.kind != Effect::Kind::ReopenTask && effect.name == name; });
    };
    return does(task.then) || (task.decision && std::any_of(task.decision->options.begin(), task.decision->options.end(),
                                                            [&](const auto& option) { return does(option.then); }));
}

template <class Each>
void each_task(const Definition& definition, Each each) {
    for (const auto& strand : definition.strands)
        for (const auto& stage : strand.stages) std::for_each(stage.tasks.begin(), stage.tasks.end(), each);
    std::for_each(definition.anytime.begin(), definition.anytime.end(), each);
}

class Waiting {
public:
    explicit Waiting(const Scene& scene) : scene_(scene) {}

    std::set<std::string> look() {
        for (const auto& [strand, stage_id] : scene_.state.stage_of) {
            for (const auto& reason : waiting_for(scene_.definition, scene_.state, strand, scene_.world))
                if (reason.code.starts_with("task:")) want(reason.code.substr(5));
            const Stage* stage = scene_.definition.stage(stage_id);
            if (stage == nullptr) continue;
            for (const auto& gate : stage->leave_when)
                if (is_shut(gate, stage_id, scene_, {})) want_what_is_asked(gate.that);
            for (const auto& next : stage->next) want_what_is_asked(next.when);
        }
        for (const auto& ends : scene_.definition.child_ends) want_what_is_asked(ends.when);
        each_task(scene_.definition, [&](const Task& task) {
            if (may_end_something(task, scene_.definition)) want(task.id);
        });
        return std::move(wanted_);
    }

private:
    /// The task, and where it is not open or its gates are shut, what it waits for in its turn.
    void want(const std::string& id) {
        const Task* task = scene_.definition.task(id);
        if (task == nullptr || !wanted_.insert(id).second) return;
        for (const auto& gate : task->needs)
            if (is_shut(gate, id, scene_, {})) want_what_is_asked(gate.that);
        const bool open = std::any_of(scene_.state.tasks.begin(), scene_.state.tasks.end(),
                                      [&](const TaskState& state) { return state.task == id && state.open(); });
        if (open) return;
        want_what_is_asked(task->when);
        if (task->upon) want(task->upon->name);
    }

    void want_what_is_asked(const Condition& condition) {
        for (const auto& inner : condition.of) want_what_is_asked(inner);
        if (condition.name.empty()) return;
        want(condition.name);
        const Form* form = condition.kind == Condition::Kind::Answer ? form_and_field(scene_.definition, condition.name).first : nullptr;
        each_task(scene_.definition, [&](const Task& task) {
            if (form != nullptr ? task.form == form->id : brings_about(task, condition.name)) want(task.id);
        });
    }

    const Scene& scene_;
    std::set<std::string> wanted_;
};

}  // namespace

std::set<std::string> tasks_waited_for(const Scene& scene) { return Waiting(scene).look(); }

bool comes_to_an_end(const procedure::DecisionOption& option, const Definition& definition) {
    return ends(option.then, definition);
}

bool goes_back(const procedure::DecisionOption& option) {
    return std::any_of(option.then.begin(), option.then.end(), [](const Effect& effect) { return effect.kind == Effect::Kind::ReopenTask; });
}

}  // namespace hearken::engine
