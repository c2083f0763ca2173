#include "engine/signing.hpp"

#include <algorithm>

#include "engine/permits.hpp"

namespace hearken::engine {

namespace {

bool is_relation(const procedure::Decision& decision, const std::string& signer) {
    return contains(decision.agree, signer) && !contains(decision.approved_by, signer);
}

bool is_organisation(const Scene& scene, const std::string& relation, const OrganisationId& organisation) {
    const auto found = scene.state.organisations.find(relation);
    return found != scene.state.organisations.end() && found->second == organisation;
}

bool may_sign_for(const Place& place, const std::string& signer, const ActedBy& by, const Scene& scene) {
    if (!is_relation(*place.task->decision, signer))
        return acts_for_one_of(scene.world, by.role, {signer}) &&
               is_organisation(scene, relation_of(place), by.organisation);
    // Organisations that must agree each sign for themselves, in a role that reads.
    if (!is_organisation(scene, signer, by.organisation)) return false;
    if (scene.world.vocabulary == nullptr) return true;
    const auto role = scene.world.vocabulary->roles.find(by.role);
    return role == scene.world.vocabulary->roles.end() || !role->second.records_only;
}

std::string who_may_sign(const Place& place, const TaskState& state, const Scene& scene) {
    std::vector<std::string> roles, relations;
    for (const auto& signer : state.awaits)
        (is_relation(*place.task->decision, signer) ? relations : roles).push_back(signer);
    std::string who =
        roles.empty() ? "" : one_of_roles(scene.world, roles) + " of the organisation whose decision it is";
    if (!relations.empty()) who += (who.empty() ? "the " : ", and the ") + joined(relations, ", the ");
    return who;
}

}  // namespace

std::string signature_of(const Place& place, const TaskState& state, const ActedBy& by, const Scene& scene) {
    if (!place.task->decision) return {};
    if (state.awaits.contains(by.role) && may_sign_for(place, by.role, by, scene)) return by.role;
    for (const auto& signer : state.awaits)
        if (may_sign_for(place, signer, by, scene)) return signer;
    return {};
}

std::vector<Reason> why_not_sign(const Place& place, const TaskState& state, const ActedBy& by, const Scene& scene) {
    std::vector<Reason> reasons;
    if (!place.task->decision) return reasons;
    if (signature_of(place, state, by, scene).empty())
        reasons.push_back({"role",
                           "This awaits the signature of " + who_may_sign(place, state, scene) +
                               ". Change role if you hold it, or ask them.",
                           {}});
    // Two signatures are two people's: somebody who holds both roles has one pair of eyes.
    const bool signed_already = std::any_of(state.signatures.begin(), state.signatures.end(), [&](const auto& signature) { return signature.second.user == by.user; });
    if (signed_already && !by.user.empty())
        reasons.push_back({"signed-already", "You have signed this already, in another role. Somebody else has to give the other signature.", {}});
    const bool own = by.user == state.decided_by.user || by.user == state.done_by.user;
    if (place.task->decision->not_self && own && !by.user.empty())
        reasons.push_back(
            {"not-self", "You decided this yourself, so somebody else has to sign it. Ask another who may.", {}});
    return reasons;
}

}  // namespace hearken::engine
