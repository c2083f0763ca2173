#include "casework/demonstration_people.hpp"

#include <algorithm>

#include "casework/actors.hpp"
#include "store/users.hpp"

namespace hearken::casework {

namespace {

bool made_for_it(const store::UserAccount& user) { return user.sign_in_name.starts_with("demo.") && user.state == "active"; }

std::vector<store::UserAccount> made_for_demonstration(store::Reading& reading) {
    std::vector<store::UserAccount> users;
    store::Page page{500, {}};
    do {
        auto found = store::list_users(reading, {}, page);
        std::copy_if(found.items.begin(), found.items.end(), std::back_inserter(users), made_for_it);
        page.after = found.next;
    } while (!page.after.empty());
    std::sort(users.begin(), users.end(), [](const auto& one, const auto& other) { return one.sign_in_name < other.sign_in_name; });
    return users;
}

}  // namespace

std::vector<DemonstrationPlace> demonstration_people(World& world) {
    std::vector<DemonstrationPlace> places;
    if (!world.demonstration) return places;
    world.database.read([&](store::Reading& reading) {
        for (const auto& user : made_for_demonstration(reading)) {
            const auto roles = roles_to_choose_from(world, reading, user.id);
            const std::string where = roles.empty() ? "Without a role today" : roles.front().organisation_name;
            auto place = std::find_if(places.begin(), places.end(), [&](const auto& one) { return one.organisation == where; });
            if (place == places.end()) place = places.insert(places.end(), {where, {}});
            place->people.push_back({user.id, user.display_name, user.job_title, roles});
        }
    });
    return places;
}

bool is_demonstration_person(World& world, const UserId& user) {
    if (!world.demonstration) return false;
    const auto found = world.database.read([&](store::Reading& reading) { return store::find_user(reading, user); });
    return found && made_for_it(*found);
}

}  // namespace hearken::casework
