// What has been written in a case so far, to stand beside a task that asks somebody to act on it.
#pragma once
#include "casework/views.hpp"
#include "casework/world.hpp"

namespace hearken::casework {

struct RecordedBeside {
    std::vector<FormView> asked;     ///< the form the case began with: what it is about
    std::vector<FormView> others;    ///< every other form so far
    std::vector<DecisionView> decisions;
    std::vector<TaskView> limits;    ///< what only has to happen in time: its clocks bound every other task
};
/// Only what this reader may read, and of forms that are written for each child only those about `child` (every child
/// where it is empty). Questions without an answer are left
/// out. Decisions likewise; none where the reader has only a side of the case.
Result<RecordedBeside> recorded_beside(World& world, const access::Actor& actor, const CaseId& in_case, const PersonId& child);

}  // namespace hearken::casework
