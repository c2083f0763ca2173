// How a person stands with a service: facts that conditions ask for without opening anybody's case.
#pragma once
#include <string>
#include <vector>

#include "core/id.hpp"
#include "store/database.hpp"

namespace hearken::store {

/// Whether the organisation owns, or owned, a case about this person; `not_counting` is left out, so that a case does not
/// answer for itself.
bool is_known_to(Reading& reading, const PersonId& person, const OrganisationId& organisation, const CaseId& not_counting);

/// A part that somebody has in an open case about this person, anywhere in the partnership; newest case first.
struct PartInCase {
    CaseId case_id;
    std::string procedure, involvement, who;  ///< who: a user, or a person
    OrganisationId owner;                     ///< of that case
    bool restricted = false;                  ///< that case: only those named may know of it
};
std::vector<PartInCase> parts_in_open_cases(Reading& reading, const PersonId& person);

/// Open cases in which one of these people is a subject, oldest first; of one procedure, or of any.
std::vector<CaseId> open_cases_about(Reading& reading, const std::vector<PersonId>& people, const std::string& procedure = {});

/// That a person is in another case, whoever's it is. Restricted ones are left out: they answer for themselves alone.
struct Elsewhere {
    PersonId person;
    std::string procedure, state;  ///< state: open | closed (also where only this person's own course has ended)
};
std::vector<Elsewhere> cases_elsewhere(Reading& reading, const std::vector<PersonId>& people, const CaseId& not_counting);

/// Every open case: for counting clocks again when the calendar changed.
std::vector<CaseId> open_cases(Reading& reading);

}  // namespace hearken::store
