// Can a condition ever hold? Used by the checker: a required question hidden for ever, a gate that never opens.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "procedure/condition.hpp"

namespace hearken::procedure {

/// What is known about the things a condition tests. Each may be empty.
struct ConditionFacts {
    /// The values something can take (a choice's options); empty when not known.
    std::function<std::vector<std::string>(const Condition& leaf)> values_of;
    /// Several values may hold at once (a multiple choice).
    std::function<bool(const Condition& leaf)> takes_several;
    /// What else must hold for this to hold (the condition under which a question is asked at all); always, if nothing.
    std::function<Condition(const Condition& leaf)> implies;
    /// Whether what it names can have happened.
    std::function<bool(const Condition& leaf)> possible;
};

/// False only when it is certain that the condition holds in no case. Very large conditions count as able to hold.
bool can_hold(const Condition& condition, const ConditionFacts& facts = {});

}  // namespace hearken::procedure
