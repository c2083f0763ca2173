#include "procedure/sets_fact.hpp"

#include <algorithm>

namespace hearken::procedure {

bool sets_fact(const Definition& definition, const std::string& fact) {
    const auto among = [&](const std::vector<Effect>& effects) {
        return std::any_of(effects.begin(), effects.end(), [&](const Effect& effect) { return effect.kind == Effect::Kind::SetFact && effect.name == fact; });
    };
    const auto by_any = [&](const std::vector<Task>& tasks) {
        return std::any_of(tasks.begin(), tasks.end(), [&](const Task& task) {
            return among(task.then) || (task.decision && std::any_of(task.decision->options.begin(), task.decision->options.end(), [&](const auto& option) { return among(option.then); }));
        });
    };
    return among(definition.start.then) || by_any(definition.anytime) || std::any_of(definition.strands.begin(), definition.strands.end(), [&](const Strand& strand) {
               return std::any_of(strand.stages.begin(), strand.stages.end(), [&](const Stage& stage) { return by_any(stage.tasks); });
           });
}

}  // namespace hearken::procedure
