// How an event's place in its case's chain is computed. Shared by appending and verifying.
#pragma once
#include <string>

namespace hearken::store {

/// The columns of case_event that are chained, as text, before the hash.
struct ChainedEvent {
    std::string case_id;
    long sequence = 0;
    std::string id, kind, occurred_at, recorded_at, user, organisation, role, on_behalf_of, payload_digest, previous_hash;
};
std::string event_hash(const ChainedEvent& event);
std::string payload_digest(const std::string& salt, const std::string& payload);

}  // namespace hearken::store
