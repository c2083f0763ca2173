#include "casework/childs_worker.hpp"

#include <algorithm>

#include "casework/known_parts.hpp"

namespace hearken::casework {

bool has_worker(World& world, const PersonId& child) {
    return world.database.read([&](store::Reading& reading) {
        const auto parts = known_parts(world, reading, child);
        return std::any_of(parts.begin(), parts.end(), [](const auto& part) { return part.involvement == "allocated-worker" && !part.restricted; });
    });
}

}  // namespace hearken::casework
