// The Department's rules about a Children in Need census return that a value can contradict, as doubts.
#pragma once
#include "returns/cin_census.hpp"

namespace hearken::returns {

/// Adds a doubt for every contradiction between values that were read.
void add_rule_doubts(CinCensus& census);

}  // namespace hearken::returns
