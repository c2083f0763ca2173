// What must be so at a point of a scenario: the keys of "then".
#pragma once
#include <string>
#include <vector>

#include "scenario_runner/acts.hpp"

namespace hearken::scenario {

/// One sentence for each thing that is not so.
std::vector<std::string> check(Theatre& theatre, const Cases& cases, const YAML::Node& then);

}  // namespace hearken::scenario
