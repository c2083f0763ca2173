// How people are related and who holds parental responsibility, as recorded.
#pragma once
#include <string>
#include <vector>

#include "people/relationship.hpp"
#include "store/database.hpp"
#include "store/persons.hpp"

namespace hearken::store {

/// What is recorded between two people replaces what was recorded before of the same kind; the old words stay in
/// person_change of both.
void keep_relationship(Transaction& transaction, const people::Relationship& relationship, const ChangedBy& by);
bool remove_relationship(Transaction& transaction, const people::Relationship& relationship, const ChangedBy& by);
/// With this person on either side.
std::vector<people::Relationship> relationships_of(Reading& reading, const PersonId& person);
/// With any of them on either side: a child's parents' other children are found by asking about the parents.
std::vector<people::Relationship> relationships_of(Reading& reading, const std::vector<PersonId>& persons);

void keep_parental_responsibility(Transaction& transaction, const people::ParentalResponsibility& responsibility,
                                  const ChangedBy& by);
std::vector<people::ParentalResponsibility> parental_responsibility_for(Reading& reading, const PersonId& child);

}  // namespace hearken::store
