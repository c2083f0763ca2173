#include "people/household.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "people/checks.hpp"

namespace hearken::people {

Result<Household> checked(Household household) {
    Checks checks;
    if (household.members.empty()) checks.wrong("required", "Add at least one person to the household.", "members");
    for (size_t i = 0; i < household.members.size(); ++i) {
        const HouseholdMember& member = household.members[i];
        const std::string field = fmt::format("members.{}", i);
        if (member.person.empty()) checks.wrong("required", "Choose the person.", field + ".person");
        if (!member.period.ok())
            checks.wrong("period", "A person must not leave the household before they join. Check both dates.",
                         field + ".until");
        for (size_t j = 0; j < i; ++j)
            if (household.members[j].person == member.person && household.members[j].period.overlaps(member.period))
                checks.wrong("twice", "This person is already in the household at that time. Change the dates or remove "
                                      "one entry.",
                             field + ".person");
    }
    if (!checks.passed()) return refuse(std::move(checks).refusal());
    return household;
}

std::vector<LivesWith> household_members(const PersonId& child, Date day, const std::vector<Household>& households) {
    std::vector<LivesWith> out;
    for (const Household& household : households) {
        LivesWith lives{household.id, {}};
        bool child_is_there = false;
        for (const HouseholdMember& member : household.members) {
            if (!member.period.covers(day)) continue;
            if (member.person == child) child_is_there = true;
            else lives.others.push_back(member.person);
        }
        if (child_is_there) out.push_back(std::move(lives));
    }
    return out;
}

}  // namespace hearken::people
