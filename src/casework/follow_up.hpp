// What events ask for outside their own case: linked cases, notices, silence, and background work. Internal to casework.
#pragma once
#include "casework/case_change.hpp"

namespace hearken::casework {

Result<void> follow_up(World& world, store::Transaction& transaction, CaseRecord& record, const std::vector<engine::Event>& events,
                       Change& change);

/// Asks that an open case be looked at again when time alone next brings something about, and at the latest tomorrow.
void ask_for_next_look(World& world, store::Transaction& transaction, const CaseRecord& record);

/// Every role that may do what `role` does, itself included: whose trays and notices show its work.
std::set<std::string> roles_acting_as(const procedure::Vocabulary& vocabulary, const std::string& role);

}  // namespace hearken::casework
