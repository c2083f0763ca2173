// Persons as they are kept: details with names, identifiers, the keys they are found by, and every change ever made.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/instant.hpp"
#include "core/result.hpp"
#include "people/identifier.hpp"
#include "people/person.hpp"
#include "store/database.hpp"

namespace hearken::store {

/// Who changed a record, for person_change and the record's own provenance.
struct ChangedBy {
    UserId user;
    OrganisationId organisation;
    Instant at;
    std::string reason;
};

struct StoredPerson {
    people::Person person;
    std::vector<people::Identifier> identifiers;
    Instant created_at, updated_at;
    UserId created_by;
    OrganisationId created_at_organisation;
};

/// A new person, with their identifiers. The person's revision must be 1.
void add_person(Transaction& transaction, const people::Person& person, const std::vector<people::Identifier>& identifiers,
                const ChangedBy& by);

/// Saves the next revision (`person.revision()` = the one held + 1; made by Person::revised). When somebody saved since
/// the revision this was made from: Conflict, code "changed", one reason for each field that they changed, naming the
/// field and what it is now, so that the second editor sees what changed and loses nothing.
Result<void> change_person(Transaction& transaction, const people::Person& person, const ChangedBy& by);
/// Replaces the identifiers, whatever the revision; the old ones stay in person_change.
void change_identifiers(Transaction& transaction, const PersonId& person, const std::vector<people::Identifier>& identifiers,
                        const ChangedBy& by);

std::optional<StoredPerson> find_person(Reading& reading, const PersonId& id);
std::vector<StoredPerson> find_persons(Reading& reading, const std::vector<PersonId>& ids);

/// The few words that a list needs.
struct PersonLine {
    PersonId id;
    people::PersonKind kind = people::PersonKind::Child;
    std::string display_name, list_name;
    people::Birth birth;
};
std::vector<PersonLine> person_lines(Reading& reading, const std::vector<PersonId>& ids);

/// Everyone who holds, or held, that number. Numbers unique only at one place need their issuer.
std::vector<PersonId> persons_with_identifier(Reading& reading, people::IdentifierKind kind, const std::string& value,
                                              const std::string& issuer = {});

struct PersonChange {
    std::string id;
    PersonId person;
    Instant at;
    UserId by;
    OrganisationId organisation;
    std::string what;                ///< created | details | identifiers | address | relationship | registration …
    std::string before, after;       ///< JSON text of the fields that changed
    std::string reason;
};
std::vector<PersonChange> changes_of_person(Reading& reading, const PersonId& person);  ///< oldest first
/// Written by the functions of this module; for a change that casework makes around a person (a merge undone).
void note_person_change(Transaction& transaction, const PersonId& person, const ChangedBy& by, const std::string& what,
                        const std::string& before_json, const std::string& after_json);

}  // namespace hearken::store
