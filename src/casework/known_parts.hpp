// Who has which part in other open cases about somebody: what "known-INVOLVEMENT" of a definition means. Internal to
// casework; it shows those cases to nobody.
#pragma once
#include <vector>

#include "casework/world.hpp"
#include "store/standing.hpp"

namespace hearken::casework {

/// Newest case first, at any organisation. Parts that a case took over from another ("owner-from") are passed over, so
/// that nobody stays known by a message that was passed on to them.
std::vector<store::PartInCase> known_parts(const World& world, store::Reading& reading, const PersonId& person);

/// Whoever has a part in a restricted case, newest case first, where nobody has that part in a case that is not: they are
/// told what comes in, and nobody learns from it that they work with this person (decision 022).
struct HiddenPart {
    store::PartInCase part;
    std::vector<std::string> readers;  ///< users who may know of that case
};
std::vector<HiddenPart> hidden_parts(const World& world, store::Reading& reading, const PersonId& person);

/// Where whoever has this part in an open case about any of them works: the owner of that case. Empty: nobody has it.
/// A restricted case says nothing of where its owner is.
OrganisationId owner_known_by(const World& world, store::Reading& reading, const std::string& involvement, const std::vector<PersonId>& about);

}  // namespace hearken::casework
