// The read tables as a function of the events: pure, and the same for one more event as for all of them.
#pragma once
#include <vector>

#include "engine/event.hpp"
#include "engine/state.hpp"
#include "store/case_rows.hpp"
#include "store/projection.hpp"

namespace hearken::store {

/// Brings `rows` from before `events` to after them; `after` is the case's state after them.
void project(CaseRows& rows, const CaseId& case_id, const CaseDefinition& definition, const std::vector<engine::Event>& events,
             const engine::CaseState& after);

}  // namespace hearken::store
