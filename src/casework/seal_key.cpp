#include "casework/seal_key.hpp"

#include "auth/sealed_text.hpp"
#include "store/settings.hpp"

namespace hearken::casework {

std::string seal_key(World& world) {
    constexpr char kName[] = "seal-key";
    const auto held = world.database.read([&](store::Reading& reading) { return store::installation_value(reading, kName); });
    if (!held.empty()) return held;
    return world.database.write([&](store::Transaction& transaction) {
        auto key = store::installation_value(transaction, kName);  // another server may have been first
        if (key.empty()) store::set_installation_value(transaction, kName, key = auth::new_seal_key());
        return key;
    });
}

}  // namespace hearken::casework
