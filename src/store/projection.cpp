#include "store/projection.hpp"

#include "store/project.hpp"

namespace hearken::store {

void project_events(Transaction& transaction, const CaseId& case_id, const CaseDefinition& definition, const engine::CaseState& before,
                    const std::vector<engine::Event>& events, const engine::CaseState& after) {
    const CaseRows held = before.opened ? load_case_rows(transaction, case_id, false) : CaseRows{};
    CaseRows rows = held;
    project(rows, case_id, definition, events, after);
    write_difference(transaction, held, rows);
}

}  // namespace hearken::store
