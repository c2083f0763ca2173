#include "access/access.hpp"

namespace hearken::access {

CaseRule case_rule(const Actor& actor) { return {actor.user, actor.organisation, actor.team, actor.reach, actor.areas}; }

namespace {

bool sees_fully(const CaseRule& rule, const CaseFacts& facts) {
    if (facts.named.contains(rule.user)) return true;
    if (facts.restricted) return false;
    if (!facts.area.empty() && !rule.areas.contains(facts.area)) return false;
    // Somebody involved from an organisation with a side of its own (the referrer) sees that side, not everything.
    const bool on_a_side = facts.parties.contains(rule.organisation) && facts.owner != rule.organisation && !facts.shared_with.contains(rule.organisation);
    if (facts.involved.contains(rule.user) && !on_a_side) return true;
    const bool own = !rule.organisation.empty() && facts.owner == rule.organisation;
    if (rule.reach == Reach::Team) return own && !rule.team.empty() && facts.team == rule.team;
    return rule.reach == Reach::Organisation && (own || facts.shared_with.contains(rule.organisation));
}

bool sees_as_party(const CaseRule& rule, const CaseFacts& facts) {
    return !facts.restricted && (rule.reach == Reach::Organisation || facts.involved.contains(rule.user)) && facts.parties.contains(rule.organisation);
}

}  // namespace

CaseView view_of(const CaseRule& rule, const CaseFacts& facts) {
    if (rule.reach == Reach::None || rule.user.empty() || facts.excluded.contains(rule.user)) return CaseView::None;
    if (rule.reach != Reach::OwnRecording) {
        if (sees_fully(rule, facts)) return CaseView::Full;
        if (sees_as_party(rule, facts)) return CaseView::Party;
    }
    return facts.opened_by == rule.user ? CaseView::Receipt : CaseView::None;
}

PersonView view_of(const Actor& actor, const PersonFacts& facts) {
    if (actor.reach == Reach::None || actor.user.empty()) return PersonView::None;
    const bool registered_here = facts.registered_at.contains(actor.organisation);
    if (actor.reach == Reach::OwnRecording)  // choosing a pupil to record about
        return registered_here ? PersonView::NameOnly : PersonView::None;
    if (facts.in_case_seen_fully) return PersonView::Full;
    if (registered_here && (actor.reach == Reach::Team || actor.reach == Reach::Organisation)) return PersonView::Full;
    // A person just entered here, not yet on any roll, must be found again by those who entered them.
    const bool known_here = facts.in_case_seen_as_party || (facts.registered_at.empty() && facts.created_at == actor.organisation);
    return actor.searches_index || known_here ? PersonView::NameOnly : PersonView::None;
}

bool may_read_address(const Actor& actor, bool is_protected, const std::set<UserId>& address_readers) {
    return !is_protected || address_readers.contains(actor.user);
}

}  // namespace hearken::access
