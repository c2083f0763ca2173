// One act of a scenario: "dana does: concern/weigh".
#pragma once
#include <map>
#include <string>
#include <vector>

#include "scenario_runner/theatre.hpp"

namespace hearken::scenario {

/// The cases of a story by the names it gives them.
using Cases = std::map<std::string, CaseId>;

/// Fails (one sentence each) where the act was refused and should not have been, or the other way round.
std::vector<std::string> perform(Theatre& theatre, Cases& cases, const std::string& user, const std::string& verb, const YAML::Node& step);

/// "case", "case/task" and " for child" taken apart.
struct Spot {
    std::string in_case, task, clock;
    std::string child;
};
Spot spot(const std::string& text);
CaseId case_called(const Cases& cases, const std::string& name);

/// The case's state, straight from its events.
engine::CaseState state_of(Theatre& theatre, const CaseId& id);

}  // namespace hearken::scenario
