// What the administration pages show beside the lists of administration.hpp: one organisation, its teams and people,
// the roles that may be held there, a person's roles through time, and what an import of bank holidays would change.
#pragma once
#include "casework/administration.hpp"

namespace hearken::casework {

/// For anyone who administers organisations, roles or calendars.
Result<OrganisationLine> read_organisation(World& world, const access::Actor& actor, const OrganisationId& organisation);
/// Open ones by name, of one kind or (empty) of all; for choosing where a role is held or whose school year it is.
Result<std::vector<OrganisationLine>> organisations_to_choose_from(World& world, const access::Actor& actor, const std::string& kind);

/// What a new role at an organisation may be: the roles held at its kind, its teams, and whose work may be covered.
struct RoleChoices {
    struct Covered { RoleHeldId id; std::string words; };
    OrganisationLine organisation;
    std::vector<std::pair<std::string, std::string>> roles;  ///< (role, title)
    std::vector<TeamLine> teams;
    std::vector<Covered> may_be_covered;
};
Result<RoleChoices> role_choices(World& world, const access::Actor& actor, const OrganisationId& organisation);

/// Every role a user ever held, newest first.
struct RoleHolding {
    HeldRole held;
    std::string from, until;  ///< in words; until is empty while it goes on
    bool in_force = false;
};
Result<std::vector<RoleHolding>> roles_through_time(World& world, const access::Actor& actor, const UserId& user);

/// What importing this would change, without importing it.
Result<std::vector<std::string>> check_bank_holidays(World& world, const access::Actor& actor, const std::string& json);
struct BankHolidayTable {
    std::string last_day, warning;                           ///< the warning is empty while there is time in hand
    std::vector<std::pair<std::string, std::string>> coming; ///< (day in words, name), from today
};
Result<BankHolidayTable> read_bank_holidays(World& world, const access::Actor& actor);

}  // namespace hearken::casework
