// Read tables, written in the same transaction as the events they come from.
#pragma once
#include <functional>
#include <memory>
#include <vector>

#include "core/id.hpp"
#include "engine/event.hpp"
#include "engine/state.hpp"
#include "procedure/model.hpp"
#include "store/database.hpp"

namespace hearken::store {

/// The definition a case runs by, overlays merged; and whether its area is walled off (some role's `areas:` names it),
/// in which case only roles that name the area, and people named, read it.
struct CaseDefinition {
    std::shared_ptr<const procedure::Definition> definition;
    bool walled = false;
};

/// Brings the read tables of one case from `before` (the state at the events' start) to `after`. `events` are those
/// that append_events gave back.
///   restricted   CaseOpened details restricted=yes, or FactSet "restricted" yes/no
///   team         CaseOpened details team=ID, or FactSet "team"
///   named-reader, excluded   PersonInvolved with that element (details until: it has ended)
///   shared with  Shared to an organisation: of the whole case (element empty) → relation "shared-with", which sees it
///                fully; of one version → relation "sent-version", a party; details copied-to=CASE: neither
void project_events(Transaction& transaction, const CaseId& case_id, const CaseDefinition& definition,
                    const engine::CaseState& before, const std::vector<engine::Event>& events, const engine::CaseState& after);

}  // namespace hearken::store
