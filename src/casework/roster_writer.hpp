// Carries out one row of a roster plan. Internal to casework.
#pragma once
#include <map>
#include <string>

#include "casework/world.hpp"
#include "people/roster_plan.hpp"
#include "store/persons.hpp"

namespace hearken::casework {

/// Parents and homes of this school's pupils, so that those of brothers and sisters are written once. A parent is known
/// again by name and telephone together: names alone never join two records.
struct RosterFamilies {
    std::map<std::string, PersonId> contacts;
    std::map<std::string, AddressId> homes;

    void add(const PersonId& person, const people::RosterContact& contact);
    void add(const AddressId& address, const people::AddressText& text);
};

/// Lives as long as one transaction.
class RosterWriter {
public:
    RosterWriter(World& world, store::Transaction& transaction, RosterFamilies& families, const OrganisationId& school, store::ChangedBy by, people::Date today)
        : world_(world), transaction_(transaction), families_(families), school_(school), by_(std::move(by)), today_(today) {}

    /// The child whom the row is now recorded as. Refused, naming the row, where the details do not hold together.
    Result<PersonId> write(const people::RosterItem& item);
    void end_registration(const PersonId& person);

private:
    Result<PersonId> write_child(const people::RosterItem& item);
    void write_numbers(const people::RosterItem& item);
    void write_registration(const PersonId& child, const people::RosterItem& item);
    void write_address(const PersonId& child, const people::RosterItem& item);
    void write_contacts(const PersonId& child, const people::RosterItem& item);
    PersonId contact_person(const PersonId& child, const people::RosterContact& contact);
    AddressId address_for(const people::AddressText& text);

    World& world_;
    store::Transaction& transaction_;
    RosterFamilies& families_;
    const OrganisationId school_;
    const store::ChangedBy by_;
    const people::Date today_;
};

}  // namespace hearken::casework
