// Addresses, who lives at them, and who may read the protected ones. The words of a protected address leave here only
// inside people::Address, which needs a permit (access/address_permits.hpp) to give them up.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/result.hpp"
#include "people/address.hpp"
#include "store/database.hpp"
#include "store/persons.hpp"

namespace hearken::store {

void add_address(Transaction& transaction, const people::Address& address);
/// Words and protection at once. Conflict (code "changed") when somebody saved since `revision`.
Result<void> change_address(Transaction& transaction, const people::Address& address, int revision, const ChangedBy& by);

struct StoredAddress {
    people::Address address;
    int revision = 1;
};
std::optional<StoredAddress> find_address(Reading& reading, const AddressId& id);
std::vector<StoredAddress> find_addresses(Reading& reading, const std::vector<AddressId>& ids);
/// Every protected address of these people, ever: leaving documents are searched for them.
std::vector<people::Address> protected_addresses_of(Reading& reading, const std::vector<PersonId>& persons);

void add_person_address(Transaction& transaction, const people::PersonAddress& lives, const ChangedBy& by);
/// Ends one that is in force; false when there is none.
bool end_person_address(Transaction& transaction, const people::PersonAddress& lives, people::Date until, const ChangedBy& by);
std::vector<people::PersonAddress> addresses_of_person(Reading& reading, const PersonId& person);
/// Who lives, or lived, there.
std::vector<people::PersonAddress> persons_at_address(Reading& reading, const AddressId& address);

}  // namespace hearken::store
