// Brothers and sisters go together: the case of a procedure that takes a further child in (definition language,
// `gathers-until`). Internal to casework.
#pragma once
#include "casework/case_record.hpp"

namespace hearken::casework {

/// The open case of `definition`, owned by `owner`, that these children join instead of another being opened: one about a
/// child who lives with them, or about a child of the case it comes from or of the cases that came from, while the stage
/// of `gathers-until` has not been left. None where there is no such case, or where one of the two is restricted and the
/// other is not: a child never comes to be read by more people than before.
std::optional<CaseId> gathering_case(World& world, store::Reading& reading, const CaseRecord& from, const procedure::Definition& definition,
                                     const OrganisationId& owner, const std::vector<PersonId>& children);

}  // namespace hearken::casework
