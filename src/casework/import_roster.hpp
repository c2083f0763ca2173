// Taking in a school's roll from CSV: a preview, then the import. The same file twice changes nothing the second time.
#pragma once
#include <functional>
#include <map>
#include <string>

#include "access/access.hpp"
#include "casework/world.hpp"
#include "core/result.hpp"
#include "people/roster_plan.hpp"

namespace hearken::casework {

struct RosterRequest {
    OrganisationId school;
    std::string csv;
    std::map<std::string, std::string> told;  ///< heading → column, before recognition
    people::RosterDecisions decisions;        ///< about rows that may be children already held
    bool end_leavers = false;                 ///< end the registration of pupils in no row
};

struct RosterPreview {
    people::ColumnMapping mapping;
    people::RosterPlan plan;
    size_t rows = 0;
    std::map<PersonId, std::string> names;  ///< list names of candidates and leavers, for the person who decides
};
/// Changes nothing. Refusals name "file", "school" or a heading.
Result<RosterPreview> preview_roster(World& world, const access::Actor& actor, const RosterRequest& request);

struct RosterDone {
    size_t added = 0, changed = 0, unchanged = 0, ended = 0;
    size_t kept_out = 0, undecided = 0;  ///< rows with errors; rows that may be children already held
    std::vector<std::string> notes;      ///< what was not taken and why, by row, without names
};
/// In steps of a few rows, each whole or not at all: an import that is interrupted is finished by starting it again.
/// Rows that may be children already held and were not decided are left out. Refused (code "many-leavers") when so many
/// pupils would leave that the file is likely a part of the roll.
Result<RosterDone> import_roster(World& world, const access::Actor& actor, const RosterRequest& request,
                                 const std::function<void(size_t done, size_t in_all)>& progress = {});

}  // namespace hearken::casework
