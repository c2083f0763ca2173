#include "casework/joined.hpp"

#include <map>
#include <mutex>
#include <vector>

#include "procedure/compose.hpp"

namespace hearken::casework {

namespace {

using Shared = std::shared_ptr<const procedure::Definition>;

/// What was merged before. The parts are held, so that no other definition can come to have their addresses.
Shared merged(const Shared& host, const std::vector<Shared>& overlays) {
    static std::mutex mutex;
    static std::map<std::vector<Shared>, Shared> made;
    constexpr size_t kMost = 200;  // a library has tens of procedures; only tests have many libraries
    std::vector<Shared> parts{host};
    parts.insert(parts.end(), overlays.begin(), overlays.end());
    const std::lock_guard lock(mutex);
    if (const auto found = made.find(parts); found != made.end()) return found->second;
    if (made.size() >= kMost) made.clear();
    return made[parts] = std::make_shared<const procedure::Definition>(procedure::merge_overlays(*host, overlays, [](const auto&) { return true; }));
}

}  // namespace

Shared joined(const World& world, Shared host, const std::function<bool(const procedure::Condition&)>& holds) {
    std::vector<Shared> overlays;
    for (const auto& overlay : world.library.overlays())
        if (procedure::may_join(*overlay, *host) && holds(overlay->joins->when)) overlays.push_back(overlay);
    return overlays.empty() ? host : merged(host, overlays);
}

Shared definition_to_start(const World& world, const std::string& procedure) {
    auto host = world.library.find(procedure);
    if (!host || host->kind != "case") return host;
    return joined(world, host, [](const procedure::Condition& when) { return when.always(); });
}

}  // namespace hearken::casework
