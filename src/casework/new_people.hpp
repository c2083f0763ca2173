// Starting a record for somebody a case names who is not held yet. Internal to casework.
#pragma once
#include "casework/cases.hpp"

namespace hearken::casework {

/// A new person from a name and, perhaps, a date of birth; known to the actor's organisation from today. Matching with
/// people already held is offered afterwards: a worry must never wait for it.
Result<PersonId> add_named_person(World& world, store::Transaction& transaction, const access::Actor& actor, const NewSubject& subject);

}  // namespace hearken::casework
