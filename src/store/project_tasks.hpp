// Tasks, their clocks and whose tray they lie in, as rows.
#pragma once
#include "engine/state.hpp"
#include "procedure/model.hpp"
#include "store/case_rows.hpp"

namespace hearken::store {

void put_tasks(CaseRows& rows, const CaseId& case_id, const procedure::Definition& definition, const engine::CaseState& state);

}  // namespace hearken::store
