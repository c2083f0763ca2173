// The invented people of a demonstration, to sign in as with one press. Only those made for it ("demo." in their
// sign-in name): nobody else's account can be entered this way.
#pragma once
#include <vector>

#include "casework/sign_in.hpp"

namespace hearken::casework {

struct DemonstrationPerson {
    UserId user;
    std::string name, job_title;
    std::vector<HeldRole> roles;
};
struct DemonstrationPlace {
    std::string organisation;
    std::vector<DemonstrationPerson> people;
};
/// By organisation, in the order of the people's sign-in names; each person once, under their first role. Empty
/// outside a demonstration.
std::vector<DemonstrationPlace> demonstration_people(World& world);
bool is_demonstration_person(World& world, const UserId& user);

}  // namespace hearken::casework
