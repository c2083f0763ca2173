#include "casework/choices.hpp"

#include <algorithm>

#include "casework/case_record.hpp"
#include "casework/names.hpp"
#include "store/organisations.hpp"
#include "store/users.hpp"

namespace hearken::casework {

namespace {
constexpr int kMost = 600;
}

std::vector<Choosable> people_of_case(World& world, const access::Actor& actor, const CaseId& in_case) {
    return world.database.read([&](store::Reading& reading) {
        std::vector<Choosable> people;
        const auto record = load_case(world, reading, in_case);
        if (!record || access::view_of(actor, record->facts) != access::CaseView::Full) return people;
        Names names(reading);
        for (const auto& subject : record->state.subjects) people.push_back({subject.person.str(), names.of_person(subject.person)});
        for (const auto& [part, who] : record->state.involvements)
            for (const auto& one : who)
                if (std::none_of(people.begin(), people.end(), [&](const Choosable& known) { return known.id == one; })) people.push_back({one, names.of_anyone(one)});
        return people;
    });
}

std::vector<Choosable> colleagues(World& world, const access::Actor& actor) {
    return world.database.read([&](store::Reading& reading) {
        store::UserFilter filter;
        filter.organisation = actor.organisation;
        std::vector<Choosable> users;
        for (const auto& user : store::list_users(reading, filter, {kMost, {}}).items) users.push_back({user.id.str(), user.display_name + (user.job_title.empty() ? "" : " (" + user.job_title + ")")});
        return users;
    });
}

std::vector<Choosable> organisations_to_choose_from(World& world, const std::string& kind) {
    return world.database.read([&](store::Reading& reading) {
        store::OrganisationFilter filter;
        filter.kind = kind;
        std::vector<Choosable> organisations;
        for (const auto& one : store::list_organisations(reading, filter, {kMost, {}}).items) organisations.push_back({one.id.str(), one.name});
        return organisations;
    });
}

}  // namespace hearken::casework
