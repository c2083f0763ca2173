// Writes persons, homes, relationships and registrations of invented families.
#pragma once
#include <string>

#include "casework/world.hpp"
#include "people/address.hpp"
#include "people/person.hpp"
#include "people/registration.hpp"
#include "people/relationship.hpp"
#include "store/persons.hpp"

namespace hearken::demonstration {

class FamilyMaker {
public:
    /// `first_serial`: so that the invented numbers of two makers do not meet.
    FamilyMaker(casework::World& world, store::Transaction& transaction, store::ChangedBy by, int first_serial = 0);

    /// A child or adult born so many days before today.
    PersonId person(people::PersonKind kind, const std::string& given, const std::string& surname, people::Sex sex, int days_old);
    /// With everything that is to be said; `details.names` and `birth` included.
    PersonId person(people::PersonDetails details);
    void alias(const PersonId& person, const std::string& given, const std::string& surname);

    AddressId home(const std::string& line, const std::string& place, const std::string& postcode, people::Protection protection = {});
    void lives_at(const PersonId& person, const AddressId& address, people::AddressUse use = people::AddressUse::Home);
    void household(const AddressId& address, const std::vector<PersonId>& members);

    void related(const PersonId& person, people::RelationshipKind kind, const PersonId& of, const std::string& note = {});
    void responsible(const PersonId& holder, const PersonId& child, people::ResponsibilityBasis basis, const std::string& evidence = {});

    /// On roll, in the year and class that fit the age; `form` such as "4W" is made from it.
    void on_roll(const PersonId& child, const OrganisationId& school, int days_old, char letter);
    void known_to(const PersonId& person, const OrganisationId& organisation);

    people::Date today() const { return today_; }

private:
    std::vector<people::Identifier> numbers_of(const people::PersonDetails& details);

    casework::World& world_;
    store::Transaction& transaction_;
    const store::ChangedBy by_;
    const people::Date today_;
    int serial_;
};

}  // namespace hearken::demonstration
