#include "casework/names.hpp"

#include <set>

#include "store/organisations.hpp"
#include "store/persons.hpp"
#include "store/users.hpp"

namespace hearken::casework {

namespace {
const std::string kNotHeld = "somebody not held here";
}

void Names::know_people(const std::vector<PersonId>& ids) {
    std::set<PersonId> unknown;
    for (const auto& id : ids)
        if (id && !people_.contains(id.str())) unknown.insert(id);
    if (unknown.empty()) return;
    for (const auto& line : store::person_lines(reading_, {unknown.begin(), unknown.end()})) {
        people_[line.id.str()] = line.display_name;
        listed_[line.id.str()] = line.list_name;
    }
}

const std::string& Names::of_person(const PersonId& id) {
    const auto [at, added] = people_.try_emplace(id.str());
    if (added) {
        const auto lines = id ? store::person_lines(reading_, {id}) : std::vector<store::PersonLine>{};
        const auto* found = lines.empty() ? nullptr : &lines.front();
        at->second = found ? found->display_name : kNotHeld;
        listed_[id.str()] = found ? found->list_name : kNotHeld;
    }
    return at->second;
}

const std::string& Names::for_list(const PersonId& id) {
    of_person(id);
    return listed_[id.str()];
}

const std::string& Names::of_user(const UserId& id) {
    const auto [at, added] = users_.try_emplace(id.str());
    if (added) {
        const auto found = id ? store::find_user(reading_, id) : std::nullopt;
        at->second = !id ? "Hearken" : found ? found->display_name : kNotHeld;
    }
    return at->second;
}

const std::string& Names::of_organisation(const OrganisationId& id) {
    const auto [at, added] = organisations_.try_emplace(id.str());
    if (added) {
        const auto found = id ? store::find_organisation(reading_, id) : std::nullopt;
        at->second = !id ? "" : found ? found->name : kNotHeld;  // what the system does by itself is done by no organisation
    }
    return at->second;
}

std::string Names::of_anyone(const std::string& id) {
    if (const auto& person = of_person(PersonId{id}); person != kNotHeld) return person;
    if (const auto& user = of_user(UserId{id}); user != kNotHeld) return user;
    if (const auto& organisation = of_organisation(OrganisationId{id}); organisation != kNotHeld) return organisation;
    return id;  // a name typed where nobody is held
}

}  // namespace hearken::casework
