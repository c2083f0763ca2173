#include "casework/once.hpp"

#include "store/idempotency.hpp"

namespace hearken::casework {

Result<std::optional<std::string>> made_before(store::Reading& reading, const access::Actor& actor, const Once& once) {
    if (once.key.empty()) return std::optional<std::string>{};
    const auto earlier = store::find_idempotent_answer(reading, actor.user, once.key);
    if (!earlier) return std::optional<std::string>{};
    if (earlier->request_digest != once.digest)
        return refuse(RefusalCode::Conflict, "idempotency-key", "This Idempotency-Key was used for another request. Use a new key for each new thing.", "Idempotency-Key");
    return std::optional{earlier->response};
}

void remember_made(World& world, store::Transaction& transaction, const access::Actor& actor, const Once& once, const std::string& made) {
    if (once.key.empty()) return;
    if (!store::keep_idempotent_answer(transaction, actor.user, once.key, {once.digest, 201, made, world.clock.now()}))
        throw store::Contention("the same Idempotency-Key is being used at this moment");
}

}  // namespace hearken::casework
