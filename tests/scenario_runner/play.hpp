// Playing a scenario: acts, the passing of time, and what must then be so.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "scenario_runner/theatre.hpp"

namespace hearken::scenario {

/// Plays `file`'s text over `cast`'s on an empty database. Each failure is one sentence with its line.
std::vector<std::string> play(const std::string& story, const std::string& cast, const std::string& database);

}  // namespace hearken::scenario
