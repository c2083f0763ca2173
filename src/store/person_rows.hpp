// A person to and from rows. Internal to store/persons.cpp.
#pragma once
#include <map>
#include <string>

#include "store/persons.hpp"
#include "store/sql.hpp"

namespace hearken::store {

/// Writes person (insert where `is_new`) and its names.
void write_person(Transaction& transaction, const people::Person& person, const ChangedBy& by, bool is_new);
void write_identifiers(Transaction& transaction, const PersonId& person, const std::vector<people::Identifier>& identifiers);
std::vector<people::Identifier> identifiers_of(Reading& reading, const PersonId& person);

/// Every field with what it says, for person_change and for showing a second editor what changed. Empty ones left out.
std::map<std::string, std::string> fields_of(const people::PersonDetails& details);
std::map<std::string, std::string> fields_of(const std::vector<people::Identifier>& identifiers);

/// Indexes the person again under the keys of people/name_search.hpp and people/matching.hpp.
void index_person(Transaction& transaction, const StoredPerson& stored);

}  // namespace hearken::store
