#include "casework/responsibilities.hpp"

#include "casework/audit_trail.hpp"
#include "store/responsibilities.hpp"

namespace hearken::casework {

namespace {
constexpr char kEdition[] = "2020-12-08";  // of the Caldicott principles; a later one asks again
}

std::optional<Instant> responsibilities_accepted(World& world, const access::Actor& actor) {
    return world.database.read([&](store::Reading& reading) { return store::responsibilities_accepted(reading, actor.user, kEdition); });
}

Result<void> accept_responsibilities(World& world, const access::Actor& actor) {
    constexpr auto action = access::Action::ReadOwnWork;
    if (auto may = allowed(world, actor, action); !may) return may;
    world.database.write([&](store::Transaction& transaction) {
        store::accept_responsibilities(transaction, actor.user, kEdition, world.clock.now());
        auto line = audit_line(world, actor, action);
        line.detail = std::string("responsibilities accepted:") + kEdition;
        store::append_audit(transaction, std::move(line));
    });
    return {};
}

}  // namespace hearken::casework
