// Who holds which role where, from when until when, and for whom they stand in.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/result.hpp"
#include "store/database.hpp"

namespace hearken::store {

using Date = std::chrono::year_month_day;

struct RoleHeld {
    RoleHeldId id;
    UserId user;
    std::string role;  ///< of vocabulary.yaml
    OrganisationId organisation;
    TeamId team;
    Date held_from;
    std::optional<Date> held_until;  ///< the last day, included
    RoleHeldId cover_for;            ///< stands in for that holding (deputy, out of hours)
    UserId given_by;
    int revision = 1;
    bool operator==(const RoleHeld&) const = default;
};

void add_role_held(Transaction& transaction, const RoleHeld& held);
Result<RoleHeld> change_role_held(Transaction& transaction, RoleHeld held);
std::optional<RoleHeld> find_role_held(Reading& reading, const RoleHeldId& id);
/// In force on that day, those held in their own right first.
std::vector<RoleHeld> roles_in_force(Reading& reading, const UserId& user, Date on);
/// Every holding ever, newest first: history is never removed.
std::vector<RoleHeld> roles_ever_held(Reading& reading, const UserId& user);
/// Who holds any of these roles at an organisation on that day, including those who cover; own holders first.
std::vector<RoleHeld> holders_of(Reading& reading, const OrganisationId& organisation, const std::vector<std::string>& roles,
                                 Date on);

}  // namespace hearken::store
