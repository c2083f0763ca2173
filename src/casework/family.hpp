// The people around a child: relationships, parental responsibility, addresses, households, a birth, and two records
// found to be of one person. Each decides access first, leaves an audit line, and destroys nothing.
#pragma once
#include "casework/cases.hpp"
#include "people/address.hpp"
#include "people/genogram.hpp"
#include "people/person.hpp"
#include "people/relationship.hpp"

namespace hearken::casework {

/// Everything the family pages offer to change. Addresses are masked for this reader as everywhere.
struct FamilyPage {
    PersonSummary child;
    bool unborn = false;
    struct Tie { people::Relationship relationship; PersonId other; std::string name, words, dates, note; bool current = true; };
    std::vector<Tie> ties;
    struct Lives { people::PersonAddress lives; std::string words, address, dates, protection; bool current = true; };
    std::vector<Lives> addresses;
    struct Responsibility { std::string holder, held, basis, evidence, dates; };
    std::vector<Responsibility> responsibilities;
    struct Home { HouseholdId id; std::string title; std::vector<std::tuple<PersonId, std::string, std::string, bool>> members; };  ///< (who, name, dates, current)
    std::vector<Home> households;
    std::vector<std::string> conflicts;
    std::vector<std::pair<PersonId, std::string>> people;  ///< those around, to choose from
};
Result<FamilyPage> read_family(World& world, const access::Actor& actor, const PersonId& person);

struct NewRelationship {
    PersonId other;                     ///< somebody held whom this reader may know of …
    std::string given, family_name;     ///< … or a name to start a record with
    people::RelationshipKind kind = people::RelationshipKind::OtherConnection;  ///< "the other is the <kind> of this child"
    people::Period period;
    std::string note, source;
    people::YesNo responsibility = people::YesNo::NotKnown;  ///< parental responsibility, where `says_responsibility`
    bool says_responsibility = false;
    people::ResponsibilityBasis basis = people::ResponsibilityBasis::NotKnown;
    std::string evidence;
};
/// Fields: "other", "kind", "since", "until", "source", "evidence". Gives whom it is with.
Result<PersonId> add_relationship(World& world, const access::Actor& actor, const PersonId& person, const NewRelationship& request);
/// It ended: the day it ended is kept, and the relationship stays on the record.
Result<void> end_relationship(World& world, const access::Actor& actor, const PersonId& person, const people::Relationship& relationship, std::optional<people::Date> until, const std::string& reason);

struct NewAddress {
    people::AddressText text;
    people::AddressUse use = people::AddressUse::Home;
    people::Period period;
    people::ProtectionKind protection = people::ProtectionKind::None;
    std::string protection_reason, source;
    std::vector<OrganisationId> organisations_who_may_see;  ///< besides the actor, who is always named
    std::vector<PersonId> also;                             ///< others around the child who live there too
};
/// Fields: "lines", "postcode", "since", "until", "protection.reason", "source".
Result<void> add_address(World& world, const access::Actor& actor, const PersonId& person, const NewAddress& request);
Result<void> end_address(World& world, const access::Actor& actor, const PersonId& person, const people::PersonAddress& lives, std::optional<people::Date> until, const std::string& reason);

/// Somebody around the child lives in, or has left, a household of theirs (empty id: a new one with the child in it).
Result<void> add_to_household(World& world, const access::Actor& actor, const PersonId& person, const HouseholdId& household, const PersonId& member, std::optional<people::Date> since, const std::string& source);
Result<void> leave_household(World& world, const access::Actor& actor, const PersonId& person, const HouseholdId& household, const PersonId& member, std::optional<people::Date> until, const std::string& source);

/// A child not yet born is born: the same record, with everything before it. It cannot be undone. Fields: "born", "given", "surname", "sex".
struct BirthRecorded { std::optional<people::Date> born; std::string given, surname; people::Sex sex = people::Sex::NotKnown; std::string source; };
Result<void> record_birth(World& world, const access::Actor& actor, const PersonId& person, const BirthRecorded& birth);

/// The drawing, and the same in words. For the family: households at protected addresses, carers who live at one, and
/// notes are left out.
struct PeopleMap { people::Genogram genogram; std::string name; bool for_family = false; };
Result<PeopleMap> read_people_map(World& world, const access::Actor& actor, const PersonId& person, bool for_family);

}  // namespace hearken::casework
