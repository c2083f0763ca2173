#include "casework/known_parts.hpp"

namespace hearken::casework {

std::vector<store::PartInCase> known_parts(const World& world, store::Reading& reading, const PersonId& person) {
    auto parts = store::parts_in_open_cases(reading, person);
    std::erase_if(parts, [&](const store::PartInCase& part) {
        const auto definition = world.library.find(part.procedure);
        return definition && !definition->start.owner_from.empty();
    });
    return parts;
}

OrganisationId owner_known_by(const World& world, store::Reading& reading, const std::string& involvement, const std::vector<PersonId>& about) {
    for (const auto& person : about)
        for (const auto& part : known_parts(world, reading, person))
            if (part.involvement == involvement) return part.owner;
    return {};
}

}  // namespace hearken::casework
