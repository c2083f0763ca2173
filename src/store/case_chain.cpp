#include "store/case_chain.hpp"

#include "store/chain.hpp"

namespace hearken::store {

std::string event_hash(const ChainedEvent& event) {
    return Digest()
        .add(event.case_id).add(event.sequence).add(event.id).add(event.kind).add(event.occurred_at).add(event.recorded_at)
        .add(event.user).add(event.organisation).add(event.role).add(event.on_behalf_of).add(event.payload_digest)
        .add(event.previous_hash).hex();
}

std::string payload_digest(const std::string& salt, const std::string& payload) { return Digest().add(salt).add(payload).hex(); }

}  // namespace hearken::store
