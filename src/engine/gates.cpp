#include "engine/gates.hpp"

#include "engine/permits.hpp"

namespace hearken::engine {

namespace {

std::string otherwise_text(const Gate& gate) {
    return gate.otherwise.empty() ? "Something else has to be done first." : gate.otherwise;
}

}  // namespace

bool is_lifted(const Gate& gate, const Scene& scene, const PersonId& subject) {
    // A gate without an `unless` has the condition that is always so: that is no emergency.
    return !gate.unless.always() && holds(gate.unless, scene.definition, scene.state, scene.world, subject);
}

bool is_shut(const Gate& gate, const std::string& element, const Scene& scene, const PersonId& subject) {
    return !holds(gate.that, scene.definition, scene.state, scene.world, subject) && !is_lifted(gate, scene, subject) &&
           !scene.state.bypassed.contains({element, gate.id});
}

bool may_bypass(const Gate& gate, const ActedBy& by, const Surroundings& world) {
    return acts_for_one_of(world, by.role, gate.bypass_by);
}

GateFindings find_at_gates(const Task& task, const ActedBy& by, const Scene& scene, const PersonId& subject) {
    GateFindings found;
    for (const auto& gate : task.needs) {
        const std::string code = "gate:" + gate.id;
        if (!is_shut(gate, task.id, scene, subject)) {
            if (is_lifted(gate, scene, subject) &&
                !holds(gate.that, scene.definition, scene.state, scene.world, subject))
                found.warnings.push_back({code, "Not asked for in an emergency: " + otherwise_text(gate), {}});
            continue;
        }
        if (gate.strength == GateStrength::Warn) {
            found.warnings.push_back({code, otherwise_text(gate), {}});
        } else if (gate.strength == GateStrength::AskWhy) {
            found.asks_why.push_back({code, otherwise_text(gate) + " If you go ahead, say why.", "why"});
            found.to_pass.push_back(&gate);
        } else if (may_bypass(gate, by, scene.world)) {
            found.asks_why.push_back(
                {code, otherwise_text(gate) + " In your role you may go ahead without it: say why.", "why"});
            found.to_pass.push_back(&gate);
        } else {
            std::string text = otherwise_text(gate);
            if (!gate.bypass_by.empty())
                text += " Only " + one_of_roles(scene.world, gate.bypass_by) + " may go ahead without it.";
            found.blocked.push_back({code, text, {}});
        }
    }
    return found;
}

}  // namespace hearken::engine
