// Who covers when: the rota, who is away, and the school's written arrangement.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/instant.hpp"
#include "core/result.hpp"
#include "store/database.hpp"

namespace hearken::store {

/// One line of the rota. From `starts_at` up to, not including, `ends_at`.
struct CoverTurn {
    std::string id;
    OrganisationId organisation;
    std::string service;  ///< of vocabulary.yaml
    Instant starts_at, ends_at;
    UserId lead;
    bool on_site = true;
    std::string telephone;  ///< where they are reached when they are not on site
    UserId governor;        ///< on call; empty: whoever the register names
    UserId planned_by;
    Instant planned_at;
    std::optional<Instant> withdrawn_at = {};
};
void add_cover_turn(Transaction& transaction, const CoverTurn& turn);
/// False when there is no such turn at this organisation, or it was withdrawn before.
bool withdraw_cover_turn(Transaction& transaction, const OrganisationId& organisation, const std::string& id, Instant now);
/// Not withdrawn, that overlap the time from `from` up to `until`, in order of time.
std::vector<CoverTurn> cover_turns_between(Reading& reading, const OrganisationId& organisation, Instant from, Instant until);

/// Why somebody is away is not asked.
struct Absence {
    std::string id;
    OrganisationId organisation;
    UserId user;
    Instant away_from;
    std::optional<Instant> away_until;  ///< none: until they say that they are back
    UserId recorded_by;
    Instant recorded_at;
};
void add_absence(Transaction& transaction, const Absence& absence);
/// Whoever is away at `at` is back from then on. Gives how many absences it ended.
long end_absences(Transaction& transaction, const OrganisationId& organisation, const UserId& user, Instant at);
/// That overlap the time from `from` up to `until`, in order of time.
std::vector<Absence> absences_between(Reading& reading, const OrganisationId& organisation, Instant from, Instant until);

struct CoverArrangement {
    OrganisationId organisation;
    std::string arrangement, fallback;
    bool number_in_staff_room = false, number_in_office = false;
    Instant published_at;
    UserId published_by;
    int revision = 0;  ///< 0: none has been published
};
std::optional<CoverArrangement> cover_arrangement_of(Reading& reading, const OrganisationId& organisation);
/// Conflict (code "changed") when somebody published since the revision it was based on.
Result<void> keep_cover_arrangement(Transaction& transaction, const CoverArrangement& arrangement);

}  // namespace hearken::store
