// Who lives with whom, from when until when.
#pragma once
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/result.hpp"
#include "people/dates.hpp"

namespace hearken::people {

struct HouseholdMember {
    PersonId person = {};
    Period period = {};
    bool operator==(const HouseholdMember&) const = default;
};

/// People who live together. A child may belong to two households, with each parent.
struct Household {
    HouseholdId id = {};
    AddressId address = {};  ///< may be protected; the household itself names no place
    std::vector<HouseholdMember> members = {};
    bool operator==(const Household&) const = default;
};

/// Refuses a member without a person, periods that end before they start, and the same person twice at one time.
Result<Household> checked(Household household);

/// One of the households a child lives in, and the others who live there on that day.
struct LivesWith {
    HouseholdId household = {};
    std::vector<PersonId> others = {};
    bool operator==(const LivesWith&) const = default;
};

std::vector<LivesWith> household_members(const PersonId& child, Date day, const std::vector<Household>& households);

}  // namespace hearken::people
