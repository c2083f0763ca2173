// Where a new case goes: by kind of organisation and by area (M4.duty-to-refer: "to the right authority").
#include <algorithm>

#include "casework/case_change.hpp"
#include "casework/known_parts.hpp"
#include "store/organisations.hpp"

namespace hearken::casework {

namespace {

/// A question about where a party's area is ("RELATION-area") says nothing of where the case goes.
bool is_of_a_relation(const procedure::Definition& definition, const std::string& field) {
    return std::any_of(definition.relations.begin(), definition.relations.end(), [&](const auto& relation) { return field == relation + "-area"; });
}

/// The area named by an answer to a question whose options are the partnership's local authorities.
std::string area_answered(const procedure::Definition& definition, const engine::Answers& answers) {
    const auto* form = definition.form(definition.start.form);
    if (!form) return {};
    for (const auto& field : form->fields) {
        if (field.code_list != "local-authorities" || is_of_a_relation(definition, field.id)) continue;
        const auto found = answers.find(field.id);
        if (found != answers.end() && !found->second.blank()) return found->second.first();
    }
    return {};
}

bool owns(const procedure::Definition& definition, const std::string& kind) {
    return std::find(definition.owner_kinds.begin(), definition.owner_kinds.end(), kind) != definition.owner_kinds.end();
}

}  // namespace

Result<OrganisationId> route_owner(World& world, store::Reading& reading, const procedure::Definition& definition, const OrganisationId& sender,
                                   const engine::Answers& answers, const std::vector<PersonId>& about) {
    if (const auto part = procedure::known_involvement(definition.start.owner_from); !part.empty())
        if (auto known = owner_known_by(world, reading, part, about); !known.empty()) return known;
    const auto from = store::find_organisation(reading, sender);
    const std::string asked = area_answered(definition, answers);
    // What an organisation begins as its owner stays its own, wherever the child lives.
    const bool is_their_own = definition.start.relation == "owner";
    if (from && owns(definition, from->kind) && (is_their_own || asked.empty() || asked == from->area || asked == "elsewhere")) return sender;
    const std::string area = asked.empty() || asked == "elsewhere" ? (from ? from->area : std::string{}) : asked;
    OrganisationId any;
    for (const auto& kind : definition.owner_kinds)
        for (const auto& candidate : store::list_organisations(reading, {kind, {}, false}, {200, {}}).items) {
            if (candidate.area == area) return candidate.id;
            if (any.empty()) any = candidate.id;
        }
    // The sender covers several areas or none of ours: somebody receives it now and passes it on. A child in danger must
    // never wait for the right address.
    if (!any.empty()) return any;
    return refuse(RefusalCode::Invalid, "no-receiver",
                  "Nobody is set up to receive this. Ask the administrator; if the child is in danger now, ring 999.", "local-authority");
}

}  // namespace hearken::casework
