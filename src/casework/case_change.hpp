// One change to a case, in one transaction: the engine decides, events are appended, read tables follow, and so do the
// notices, linked cases and background work that the events ask for. Internal to casework.
#pragma once
#include "casework/case_record.hpp"
#include "casework/cases.hpp"

namespace hearken::casework {

/// What a change brought about, gathered over the case and every case that it opened.
struct Change {
    CaseId in_case;
    std::vector<engine::Event> events;
    std::vector<CaseId> opened;
    bool urgent = false;  ///< never blocked: what is protected is left out of what it sends, instead of refused
};

/// Carries out `command` in a case already loaded by this transaction; `record` is brought up to date.
Result<Change> change_case(World& world, store::Transaction& transaction, CaseRecord& record, const engine::Command& command);

/// Appends events that no command of the engine makes (a link, a named reader, a clock counted again) and brings state,
/// read tables and access facts up to date. Gives them as appended.
Result<std::vector<engine::Event>> append_to_case(World& world, store::Transaction& transaction, CaseRecord& record, std::vector<engine::Event> events);

/// Starts a case from nothing: `command` is OpenCase, `definition` the newest version (overlays not yet merged).
Result<Change> start_case(World& world, store::Transaction& transaction, std::shared_ptr<const procedure::Definition> definition,
                          const engine::OpenCase& command);

/// The organisation that owns a new case of this procedure: the actor's own where it may own one; otherwise the one of
/// the right kind for the area (of the answers' local authority, or else of the organisation that sends). Before either,
/// where the definition says so, the one at which whoever is known from other cases `about` the same people works.
Result<OrganisationId> route_owner(World& world, store::Reading& reading, const procedure::Definition& definition,
                                   const OrganisationId& sender, const engine::Answers& answers, const std::vector<PersonId>& about = {});

}  // namespace hearken::casework
