// What stands between a stage and the next, and between the case and its end.
#pragma once
#include "engine/scene.hpp"

namespace hearken::engine {

/// Empty when the stage can be left. Tasks first, then the stage's own gates.
std::vector<Reason> why_stage_waits(const Strand& strand, const Stage& stage, const Scene& scene);

/// Why the case cannot close although its last stage is done: strands that it waits for, tasks left behind, signatures
/// owed, and answers due before closing.
std::vector<Reason> why_case_waits(const Strand& main, const Scene& scene);

/// Where a stage leads now: null when none of the ways holds.
const Stage* next_stage(const Stage& stage, const Scene& scene);

bool is_main(const Definition& definition, const Strand& strand);

}  // namespace hearken::engine
