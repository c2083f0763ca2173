// When each child of a case was last seen, as rows.
#pragma once
#include <vector>

#include "engine/event.hpp"
#include "engine/state.hpp"
#include "procedure/model.hpp"
#include "store/case_rows.hpp"

namespace hearken::store {

/// The fact by which a definition says that a child was seen: yes, alone, or no (it was tried in vain). Of an event that names no
/// child it holds for every child who was in the case by then.
inline constexpr char kChildSeen[] = "child-seen";

void put_seen(CaseRows& rows, const CaseId& case_id, const procedure::Definition& definition, const std::vector<engine::Event>& events, const engine::CaseState& after);

}  // namespace hearken::store
