// Who lives with whom.
#pragma once
#include <vector>

#include "people/household.hpp"
#include "store/database.hpp"
#include "store/persons.hpp"

namespace hearken::store {

/// Adds the household, or replaces it with its members; the change is noted on every member, old and new.
void keep_household(Transaction& transaction, const people::Household& household, const ChangedBy& by);
std::vector<people::Household> households_of(Reading& reading, const PersonId& person);

}  // namespace hearken::store
