// Bringing a children in need census return, made by an earlier system, into cases and chronologies. The same return
// twice changes nothing the second time; a later one adds and corrects, and what it no longer says stays, and is said.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "access/access.hpp"
#include "casework/world.hpp"
#include "core/result.hpp"
#include "returns/cin_census.hpp"

namespace hearken::casework {

struct CinCensusRequest {
    OrganisationId organisation;  ///< children's social care of the authority whose return it is
    std::string xml;
    bool dry_run = false;         ///< everything is tried, then undone
};

struct CinCensusDone {
    std::string year, authority;  ///< as the return says
    size_t children = 0, children_added = 0, children_found = 0, children_left_out = 0;
    size_t episodes = 0, episodes_added = 0, episodes_changed = 0, episodes_unchanged = 0;
    size_t chronology_entries = 0;             ///< added
    std::vector<returns::Doubt> doubts;        ///< of the file, and of what could not be taken over as the record's own
};

/// Refused with "not-xml", "not-a-return" or "organisation". In steps of a few children, each whole or not at all: an
/// import that is interrupted is finished by starting it again.
Result<CinCensusDone> import_cin_census(World& world, const access::Actor& actor, const CinCensusRequest& request,
                                        const std::function<void(size_t done, size_t in_all)>& progress = {});

}  // namespace hearken::casework
