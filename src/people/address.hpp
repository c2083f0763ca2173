// An address, and the protection that keeps a refuge or a confidential placement from being seen.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/id.hpp"
#include "core/result.hpp"
#include "people/dates.hpp"

namespace hearken::access {
class AddressPermits;
}
namespace hearken::store {
class AddressRows;
}
namespace hearken::sharing {
class ProtectedPlaces;  // looks for it in what leaves, and shows it to nobody
}

namespace hearken::people {

/// The words of an address. Reaching them through Address needs a permit when the address is protected.
struct AddressText {
    std::vector<std::string> lines = {};
    std::string postcode = {};  ///< normalised; empty for an address abroad or of no fixed abode
    std::string uprn = {};      ///< unique property reference number: up to 12 digits, or empty
    bool operator==(const AddressText&) const = default;
};

enum class ProtectionKind { None, Refuge, ConfidentialPlacement, Other };
std::string_view code_of(ProtectionKind kind);   ///< "none", "refuge", "confidential-placement", "other"
std::string_view label_of(ProtectionKind kind);

/// Why an address is hidden and from whom it is not. Nobody sees it for being senior: only those named.
struct Protection {
    ProtectionKind kind = ProtectionKind::None;
    std::string reason = {};
    std::vector<UserId> users_who_may_see = {};
    std::vector<TeamId> teams_who_may_see = {};
    std::vector<OrganisationId> organisations_who_may_see = {};
    bool operator==(const Protection&) const = default;
};

/// The permission to read the words of one protected address. Only `access` (having decided), `store` (which keeps the
/// rows) and `sharing` (which looks for them in what leaves) can make one: there is no other constructor, so a page that forgets to ask cannot show it.
class MaySeeProtectedAddress {
public:
    const AddressId& address() const { return address_; }

private:
    friend class hearken::access::AddressPermits;
    friend class hearken::sharing::ProtectedPlaces;
    friend class hearken::store::AddressRows;
    explicit MaySeeProtectedAddress(AddressId address) : address_(std::move(address)) {}

    AddressId address_;
};

/// What may be shown of an address to this reader.
struct AddressView {
    bool masked = false;
    AddressText text = {};  ///< empty when masked
    std::string note = {};  ///< when masked: what to show in its place, which does not say what kind of place it is
    std::string one_line() const;  ///< "4 Mill Lane, Aldbury, CB1 1AA", or the note
};

class Address {
public:
    /// Tidies and checks; fields "lines", "postcode", "uprn", "protection.reason", "protection.who".
    static Result<Address> make(AddressId id, AddressText text, Protection protection = {});
    /// From the store: not checked again.
    static Address restored(AddressId id, AddressText text, Protection protection);

    const AddressId& id() const { return id_; }
    bool is_protected() const { return protection_.kind != ProtectionKind::None; }
    const Protection& protection() const { return protection_; }

    /// The words, where the address is not protected; null where it is.
    const AddressText* open_text() const { return is_protected() ? nullptr : &text_; }
    /// The words of any address, with a permit for this one. A permit for another address is our bug and stops.
    const AddressText& text(const MaySeeProtectedAddress& permit) const;

    /// Whether `document` holds this address (its postcode, or its first line): leaving documents are searched
    /// for protected addresses without showing them.
    bool is_mentioned_in(std::string_view document) const;

    Result<Address> with_protection(Protection protection) const;

private:
    Address(AddressId id, AddressText text, Protection protection);

    AddressId id_;
    AddressText text_;
    Protection protection_;
};

/// What a reader sees: the words of an open address; of a protected one the note only, unless there is a permit.
AddressView masked(const Address& address);
AddressView masked(const Address& address, const std::optional<MaySeeProtectedAddress>& permit);

enum class AddressUse { Home, Temporary, TermTime, Placement };
std::string_view code_of(AddressUse use);   ///< "home", "temporary", "term-time", "placement"
std::string_view label_of(AddressUse use);

/// Who lives (or lived) where, as what, from when until when. A child may have two homes at once.
struct PersonAddress {
    PersonId person = {};
    AddressId address = {};
    AddressUse use = AddressUse::Home;
    Period period = {};
    bool operator==(const PersonAddress&) const = default;
};

/// Those of `all` at which `person` lives on `day`: homes first, then placements, term-time, temporary; within each
/// the latest begun first.
std::vector<PersonAddress> addresses_of(const PersonId& person, Date day, const std::vector<PersonAddress>& all);

}  // namespace hearken::people
