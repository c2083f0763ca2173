// How a person stands with a service: facts that conditions ask for without opening anybody's case.
#pragma once
#include <vector>

#include "core/id.hpp"
#include "store/database.hpp"

namespace hearken::store {

struct Standing {
    bool has_allocated_worker = false;    ///< in an open case about them, anywhere in the partnership
    bool known_to_organisation = false;   ///< it owns, or owned, another case about them
};
/// `not_counting` is left out, so that a case does not answer for itself.
Standing standing_of(Reading& reading, const PersonId& person, const OrganisationId& organisation, const CaseId& not_counting);

/// Who is allocated to this person in open cases (users), with the case.
struct AllocatedWorker {
    CaseId case_id;
    UserId user;
    OrganisationId organisation;
};
std::vector<AllocatedWorker> allocated_workers_of(Reading& reading, const PersonId& person);

/// Every open case: for counting clocks again when the calendar changed.
std::vector<CaseId> open_cases(Reading& reading);

}  // namespace hearken::store
