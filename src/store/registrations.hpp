// Who is on roll at, or known to, an organisation.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "people/registration.hpp"
#include "store/database.hpp"
#include "store/paging.hpp"
#include "store/persons.hpp"

namespace hearken::store {

/// Adds, or replaces the one of the same person, organisation, kind and first day.
void keep_registration(Transaction& transaction, const people::Registration& registration, const ChangedBy& by);
std::vector<people::Registration> registrations_of_person(Reading& reading, const PersonId& person);
/// Of everybody ever at that organisation, each person's in order, the latest first.
std::vector<people::Registration> registrations_at(Reading& reading, const OrganisationId& organisation, people::RegistrationKind kind);
/// One whose first day was wrong; its words stay in person_change. False when there is none.
bool remove_registration(Transaction& transaction, const people::Registration& registration, const ChangedBy& by);
/// The pupil with that admission number at that school, for a roster that is imported again.
std::optional<PersonId> person_with_local_id(Reading& reading, const OrganisationId& organisation, const std::string& local_id);

struct RollFilter {
    OrganisationId organisation;
    people::RegistrationKind kind = people::RegistrationKind::OnRoll;
    people::Date on;
    std::string year_group;
    std::string name_contains;  ///< of the list name, in any case
};
/// Persons on roll that day, by list name.
Paged<PersonLine> list_roll(Reading& reading, const RollFilter& filter, const Page& page);
long count_roll(Reading& reading, const RollFilter& filter);

}  // namespace hearken::store
