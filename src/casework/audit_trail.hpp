// Leaving audit lines, the same way everywhere: who, in which role, what, how it ended, and whom it showed.
#pragma once
#include <vector>

#include "access/access.hpp"
#include "casework/world.hpp"
#include "core/result.hpp"
#include "store/audit.hpp"

namespace hearken::casework {

store::AuditLine audit_line(const World& world, const access::Actor& actor, access::Action action);

/// A read: durable when it returns, so that nothing is served without it.
void note_read(World& world, const access::Actor& actor, access::Action action, const CaseId& in_case,
               std::vector<PersonId> shown, std::string detail = {});
/// A refusal: kept with its reason codes. Gives the refusal back, to be returned.
tl::unexpected<Refusal> note_refusal(World& world, const access::Actor& actor, access::Action action, const CaseId& in_case,
                                     Refusal refusal, std::vector<PersonId> about = {});

/// access::may, with the refusal audited.
Result<void> allowed(World& world, const access::Actor& actor, access::Action action, const CaseId& in_case = {});

}  // namespace hearken::casework
