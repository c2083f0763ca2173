// One opening may begin several cases: the procedure's own, and those of procedures that open in its place for some of
// the people (definition language, "Instead"). Internal to casework.
#pragma once
#include <utility>

#include "casework/case_change.hpp"

namespace hearken::casework {

struct Opened {
    CaseId first;                          ///< the procedure's own; where nothing of it opened, the first in its place
    std::vector<CaseId> others;            ///< every other case that came of it
    std::vector<OpenedInstead> instead;
    std::vector<std::pair<CaseId, std::vector<PersonId>>> about;  ///< each case begun here, and about whom
};

/// `open` is the whole opening, with all subjects. Files that its answers name become part of the case they went into.
Result<Opened> open_all(World& world, store::Transaction& transaction, std::shared_ptr<const procedure::Definition> definition,
                        const access::Actor& actor, const OpenCaseRequest& request, engine::OpenCase open);

/// What an idempotency key remembers of it, and the same read again.
std::string ids_of(const Opened& opened);
Opened opened_before(const World& world, store::Reading& reading, const procedure::Definition& definition, const std::string& ids);

/// How `definition` says it when `other` opens in its place.
OpenedInstead opened_instead(const procedure::Definition& definition, const procedure::Definition& other, CaseId in_case);

}  // namespace hearken::casework
