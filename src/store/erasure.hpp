// Lawful erasure: the words are destroyed, the chain still verifies, and that it was done can be seen.
#pragma once
#include <string>

#include "core/result.hpp"
#include "store/audit.hpp"
#include "store/rebuild.hpp"

namespace hearken::store {

/// Destroys what was said in an event (its text, answers and free details, and files that no other event names); who, when, kind, element, subject and codes
/// remain, so that the case's course still computes. Read tables of the case are recreated and the audit line is
/// written, in the same transaction. `by` names who, in which role; its action and detail are set here.
Result<void> erase_payload(Transaction& transaction, const EventId& event, const std::string& lawful_reason, AuditLine by,
                           const DefinitionOf& definition_of);

/// What the audit line of an erasure says, so that verify() can hold the erasure to it.
std::string erasure_detail(const std::string& event, const std::string& remaining_digest);

}  // namespace hearken::store
