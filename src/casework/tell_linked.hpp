// `{tell: PROCEDURE.TASK}`: a new date reaches the reports already asked for. Internal to casework.
#pragma once
#include "casework/case_change.hpp"

namespace hearken::casework {

/// Does the task in each open case of that procedure that this case opened (about the same child, where the event is about one), with
/// what is carried to it. Nobody acts there anew: it was decided here, so whose task it is there is not asked.
Result<void> tell_linked(World& world, store::Transaction& transaction, const CaseRecord& record, const engine::Event& event, const engine::ActedBy& actor,
                         const engine::Answers& carried);

}  // namespace hearken::casework
