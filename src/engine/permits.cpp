#include "engine/permits.hpp"

#include <algorithm>

namespace hearken::engine {

namespace {

/// A relation as it is said: "home authority".
std::string in_words(std::string id) {
    std::replace(id.begin(), id.end(), '-', ' ');
    return id;
}

const procedure::Prohibition* declared(const Definition& definition, const std::string& id) {
    for (const auto& prohibition : definition.prohibitions)
        if (prohibition.id == id) return &prohibition;
    return nullptr;
}

bool is_act(const std::string& written, const std::string& act) {
    return written == act ||
           (written.size() > act.size() && written.ends_with(act) && written[written.size() - act.size() - 1] == '.');
}

bool names_act(const std::vector<std::string>& forbidden, const std::string& act) {
    return std::any_of(forbidden.begin(), forbidden.end(), [&](const std::string& one) { return is_act(act, one); });
}

bool forbids(const std::string& prohibition, const std::string& act, const Scene& scene) {
    if (const auto* known = declared(scene.definition, prohibition)) return names_act(known->forbids, act);
    if (const auto told = scene.world.forbids.find(prohibition); told != scene.world.forbids.end())
        return names_act(told->second, act);
    if (scene.world.vocabulary == nullptr) return false;
    const auto& acts = scene.world.vocabulary->forbidden_acts;
    return std::any_of(acts.begin(), acts.end(), [&](const auto& one) { return is_act(act, one.first); });
}

std::string with_article(const std::string& title) {
    const bool vowel = !title.empty() && std::string_view("aeio").find(title.front()) != std::string_view::npos;
    return (vowel ? "an " : "a ") + title;
}

}  // namespace

bool acts_for_one_of(const Surroundings& world, const std::string& role, const std::vector<std::string>& wanted) {
    return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& one) {
        return one == "anyone" || one == role || (world.vocabulary != nullptr && world.vocabulary->acts_as(role, one));
    });
}

std::string one_of_roles(const Surroundings& world, const std::vector<std::string>& roles) {
    std::string text;
    for (size_t i = 0; i < roles.size(); ++i) {
        if (i > 0) text += i + 1 == roles.size() ? " or " : ", ";
        text += with_article(role_title(world, roles[i]));
    }
    return text.empty() ? "anyone concerned" : text;
}

std::vector<Reason> why_not_theirs(const Place& place, const ActedBy& by, const Scene& scene) {
    const Task& task = *place.task;
    // Anyone who sees the case, where it is the owner's; otherwise anyone on the side whose right it is (the referrer's).
    if (contains(task.roles, "anyone") && relation_of(place) == "owner") return {};
    std::vector<Reason> reasons;
    if (!acts_for_one_of(scene.world, by.role, task.roles))
        reasons.push_back({"role",
                           "This is for " + one_of_roles(scene.world, task.roles) + ". You are acting as " +
                               with_article(role_title(scene.world, by.role)) +
                               ": change role if you hold it, or ask them to do it.",
                           {}});
    const std::string& relation = relation_of(place);
    const auto organisation = scene.state.organisations.find(relation);
    if (organisation == scene.state.organisations.end() || organisation->second.empty())
        reasons.push_back(
            {"relation-missing",
             "Nobody is recorded as the " + in_words(relation) + " in this case yet. Record which organisation that is first.",
             {}});
    else if (organisation->second != by.organisation)
        reasons.push_back(
            {"organisation",
             relation == "owner"
                 ? "This belongs to the organisation responsible for the case, which is not the one you are acting for."
                 : "This belongs to the " + in_words(relation) + ", which is not the organisation you are acting for.",
             {}});
    return reasons;
}

std::set<std::string> prohibitions_in_force(const Scene& scene) {
    std::set<std::string> in_force = scene.world.prohibitions;
    for (const auto& [prohibition, person] : scene.state.prohibitions) in_force.insert(prohibition);
    return in_force;
}

std::vector<Reason> why_forbidden(const std::string& act, const Scene& scene) {
    std::vector<Reason> reasons;
    for (const auto& prohibition : prohibitions_in_force(scene)) {
        if (!forbids(prohibition, act, scene)) continue;
        const auto* known = declared(scene.definition, prohibition);
        // One set in another case is obeyed without showing that case to the person refused.
        const std::string says =
            known != nullptr && !known->says.empty()
                ? known->says
                : "A restriction is in force about somebody in this case: do not do this. Ask your "
                  "safeguarding lead or manager before anything is said to anyone.";
        reasons.push_back({"prohibited:" + prohibition, says, {}});
    }
    return reasons;
}

std::string silencing_prohibition(const procedure::Notice& notice, const Scene& scene) {
    if (!notice.silenced_by_prohibitions) return {};
    const auto in_force = prohibitions_in_force(scene);
    return in_force.empty() ? std::string() : *in_force.begin();
}

}  // namespace hearken::engine
