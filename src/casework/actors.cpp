#include "casework/actors.hpp"

#include <map>

#include "calendar/local_time.hpp"
#include "store/organisations.hpp"
#include "store/users.hpp"

namespace hearken::casework {

namespace {

access::Reach reach_named(const std::string& name) {
    if (name == "organisation") return access::Reach::Organisation;
    if (name == "team") return access::Reach::Team;
    if (name == "involved") return access::Reach::Involved;
    if (name == "own-recording") return access::Reach::OwnRecording;
    return access::Reach::None;  // deny by default
}

const procedure::Vocabulary::Role* role_in(const World& world, const std::string& role) {
    const auto& roles = world.library.vocabulary().roles;
    const auto found = roles.find(role);
    return found == roles.end() ? nullptr : &found->second;
}

}  // namespace

access::Actor actor_in(const World& world, store::Reading& reading, const store::RoleHeld& held) {
    access::Actor actor;
    actor.user = held.user;
    actor.holding = held.id;
    actor.role = held.role;
    actor.organisation = held.organisation;
    actor.team = held.team;
    if (const auto organisation = store::find_organisation(reading, held.organisation))
        actor.organisation_kind = organisation->kind;
    if (const auto* role = role_in(world, held.role)) {
        actor.reach = reach_named(role->reads);
        actor.records_only = role->records_only;
        actor.searches_index = role->searches_index;
        actor.areas = {role->areas.begin(), role->areas.end()};
        actor.administers = {role->administers.begin(), role->administers.end()};
    }
    return actor;
}

std::vector<HeldRole> roles_to_choose_from(const World& world, store::Reading& reading, const UserId& user) {
    const auto today = calendar::local_date_of(world.clock.now());
    const auto held = store::roles_in_force(reading, user, today);
    std::vector<HeldRole> roles;
    for (const auto& one : held) {
        HeldRole role{one.id, one.role, one.role, {}, one.organisation, {}};
        if (const auto* known = role_in(world, one.role)) role.role_title = known->title;
        if (const auto organisation = store::find_organisation(reading, one.organisation)) role.organisation_name = organisation->name;
        if (one.cover_for)
            if (const auto covered = store::find_role_held(reading, one.cover_for))
                if (const auto whose = store::find_user(reading, covered->user)) role.cover_for = whose->display_name;
        roles.push_back(std::move(role));
    }
    return roles;
}

std::set<std::string> roles_worked_as(const World& world, const access::Actor& actor) {
    std::set<std::string> roles{actor.role};
    if (const auto* role = role_in(world, actor.role)) roles.insert(role->may_act_as.begin(), role->may_act_as.end());
    return roles;
}

bool needs_second_factor(const World& world, const std::string& role) {
    const auto* known = role_in(world, role);
    return !known || known->reads_children;
}

engine::ActedBy acted_by(const access::Actor& actor) { return {actor.user, actor.organisation, actor.role, {}}; }

}  // namespace hearken::casework
