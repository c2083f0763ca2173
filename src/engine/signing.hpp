// Whose signature a decision awaits, and who may give it.
#pragma once
#include "engine/scene.hpp"

namespace hearken::engine {

/// The signature this actor would give: in their very role if that is awaited, else one that they may act for; empty
/// when none is theirs. One act gives one signature.
std::string signature_of(const Place& place, const TaskState& state, const ActedBy& by, const Scene& scene);

/// Why this actor may not sign; empty when they may. A second pair of eyes: whoever decided, or did the work, never
/// signs it, in whatever role (M1.initial-referral.s14, .s24).
std::vector<Reason> why_not_sign(const Place& place, const TaskState& state, const ActedBy& by, const Scene& scene);

}  // namespace hearken::engine
