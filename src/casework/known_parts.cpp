#include "casework/known_parts.hpp"

#include <algorithm>

namespace hearken::casework {

std::vector<store::PartInCase> known_parts(const World& world, store::Reading& reading, const PersonId& person) {
    auto parts = store::parts_in_open_cases(reading, person);
    std::erase_if(parts, [&](const store::PartInCase& part) {
        const auto definition = world.library.find(part.procedure);
        return definition && !definition->start.owner_from.empty();
    });
    return parts;
}

std::vector<HiddenPart> hidden_parts(const World& world, store::Reading& reading, const PersonId& person) {
    const auto parts = known_parts(world, reading, person);
    std::vector<HiddenPart> hidden;
    for (const auto& part : parts) {
        const auto openly = [&](const store::PartInCase& other) { return other.involvement == part.involvement && !other.restricted; };
        if (!part.restricted || part.involvement == "named-reader" || std::any_of(parts.begin(), parts.end(), openly)) continue;
        HiddenPart& one = hidden.emplace_back(HiddenPart{part, {part.who}});
        for (const auto& other : parts)
            if (other.case_id == part.case_id && other.involvement == "named-reader" && other.who != part.who) one.readers.push_back(other.who);
    }
    return hidden;
}

OrganisationId owner_known_by(const World& world, store::Reading& reading, const std::string& involvement, const std::vector<PersonId>& about) {
    for (const auto& person : about)
        for (const auto& part : known_parts(world, reading, person))
            if (part.involvement == involvement && !part.restricted) return part.owner;
    return {};
}

}  // namespace hearken::casework
