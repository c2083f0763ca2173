#include "casework/gathering.hpp"

#include <algorithm>
#include <set>

#include "people/household.hpp"
#include "store/cases.hpp"
#include "store/households.hpp"
#include "store/standing.hpp"

namespace hearken::casework {

namespace {

/// A referral, its strategy discussion, its enquiries: no course of this partnership is longer.
constexpr int kCasesBack = 6;

/// Children of the case it comes from, and of those that came from.
void add_children_of_origin(World& world, store::Reading& reading, const CaseRecord& from, std::set<PersonId>& family) {
    for (const auto& subject : subjects_in(from.state)) family.insert(subject);
    std::string before = from.events.front().details.contains("from-case") ? from.events.front().details.at("from-case") : std::string{};
    for (int step = 0; step < kCasesBack && !before.empty(); ++step) {
        const auto record = load_case(world, reading, CaseId{before});
        if (!record) return;
        for (const auto& subject : subjects_in(record->state)) family.insert(subject);
        const auto& details = record->events.front().details;
        before = details.contains("from-case") ? details.at("from-case") : std::string{};
    }
}

bool takes_in(const CaseRecord& host, const procedure::Definition& definition, const CaseRecord& from, const OrganisationId& owner) {
    const auto owned_by = host.state.organisations.find("owner");
    return !host.state.closed && !host.state.left.contains(definition.start.gathers_until) && owned_by != host.state.organisations.end() &&
           owned_by->second == owner && host.facts.restricted == from.facts.restricted;
}

}  // namespace

std::optional<CaseId> gathering_case(World& world, store::Reading& reading, const CaseRecord& from, const procedure::Definition& definition,
                                     const OrganisationId& owner, const std::vector<PersonId>& children) {
    if (definition.start.gathers_until.empty() || children.empty()) return std::nullopt;
    std::set<PersonId> family(children.begin(), children.end());
    const auto today = calendar::local_date_of(world.clock.now());
    for (const auto& child : children)
        for (const auto& household : people::household_members(child, today, store::households_of(reading, child)))
            family.insert(household.others.begin(), household.others.end());
    add_children_of_origin(world, reading, from, family);
    for (const auto& id : store::open_cases_about(reading, {family.begin(), family.end()}, definition.id)) {
        const auto host = load_case(world, reading, id);
        if (host && takes_in(*host, definition, from, owner)) return id;
    }
    return std::nullopt;
}

}  // namespace hearken::casework
