// An organisation lets another read entries of its own chronology: an act with a reason, of exactly the entries chosen.
#include <algorithm>

#include "casework/audit_trail.hpp"
#include "casework/chronology.hpp"
#include "casework/chronology_entries.hpp"
#include "casework/outward.hpp"
#include "store/audit.hpp"
#include "store/cases.hpp"
#include "store/life_events.hpp"
#include "store/organisations.hpp"
#include "store/visible.hpp"

namespace hearken::casework {

using access::Action;

namespace {

bool blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

/// Whether an organisation may let others read an entry: its own, and from no case that hides itself or is another's.
class Shareable {
public:
    Shareable(store::Reading& reading, const OrganisationId& organisation) : reading_(reading), organisation_(organisation) {}
    bool operator()(const store::ChronologyEntry& entry) {
        if (entry.let_read || entry.organisation != organisation_) return false;
        if (entry.by_hand) return true;
        const auto [at, added] = cases_.try_emplace(entry.case_id, false);
        if (added) {
            const auto facts = store::case_facts(reading_, entry.case_id);
            at->second = facts && facts->owner == organisation_ && !facts->restricted && facts->area.empty();
        }
        return at->second;
    }

private:
    store::Reading& reading_;
    OrganisationId organisation_;
    std::map<CaseId, bool> cases_;
};

std::vector<store::ChronologyEntry> shareable_entries(store::Reading& reading, const access::Actor& actor, const PersonId& person) {
    std::vector<store::ChronologyEntry> entries;
    Shareable shareable(reading, actor.organisation);
    store::ChronologyFilter filter;
    filter.organisation = actor.organisation;
    filter.newest_first = false;
    for (std::string after;;) {
        const auto page = store::chronology_of_persons(reading, access::case_rule(actor), store::records_of_one(reading, person), filter, {500, after});
        for (const auto& entry : page.items)
            if (shareable(entry)) entries.push_back(entry);
        if (page.next.empty()) return entries;
        after = page.next;
    }
}

Result<void> holds_nothing_protected(World& world, store::Reading& reading, const access::Actor& actor, const PersonId& person, const OrganisationId& with,
                                     const std::vector<ChronologyEntry>& chosen) {
    std::map<CaseId, sharing::ProtectedContent> kept;
    Refusal refusal{RefusalCode::GateNotMet, {}};
    for (const auto& entry : chosen) {
        auto at = kept.find(entry.in_case);
        if (at == kept.end()) {
            const auto record = entry.in_case.empty() ? std::nullopt : load_case(world, reading, entry.in_case);
            at = kept.emplace(entry.in_case, kept_from(world, reading, actor.organisation, {person}, {with, {}, {}}, record ? &*record : nullptr)).first;
        }
        bool found = at->second.is_in(entry.text) || at->second.is_in(entry.source);
        for (const auto& [impact, by] : entry.impacts) found = found || at->second.is_in(impact);
        if (found) refusal.reasons.push_back({"protected", "The entry of " + entry.when + " holds something protected, which the organisation you share with may not be told. Leave it out.", "entries"});
    }
    if (refusal.reasons.empty()) return {};
    return refuse(std::move(refusal));
}

}  // namespace

Result<ChronologySharing> read_chronology_sharing(World& world, const access::Actor& actor, const PersonId& person) {
    constexpr auto action = Action::ShareCase;
    if (auto may = allowed(world, actor, action); !may) return refuse(may.error());
    auto outcome = world.database.read([&](store::Reading& reading) -> Result<ChronologySharing> {
        if (person_view(world, reading, actor, person) != access::PersonView::Full) return refuse(no_such_person());
        Names names(reading);
        ChronologySharing sharing;
        sharing.name = names.of_person(person);
        sharing.entries = entry_views(world, reading, names, actor, shareable_entries(reading, actor, person));
        for (const auto& share : store::chronology_shares_about(reading, store::records_of_one(reading, person))) {
            if (share.organisation != actor.organisation && share.shared_with != actor.organisation) continue;
            sharing.shares.push_back({share.id, names.of_organisation(share.organisation), names.of_organisation(share.shared_with), share.basis, share.why, names.of_user(share.shared_by),
                                      share.shared_at, share.ended_at, share.ended_why, share.entries, share.organisation == actor.organisation});
        }
        for (const auto& organisation : store::list_organisations(reading, {}, {2000, {}}).items)
            if (organisation.id != actor.organisation) sharing.organisations.emplace_back(organisation.id, organisation.name);
        return sharing;
    });
    if (!outcome) return note_refusal(world, actor, action, {}, outcome.error(), {person});
    note_read(world, actor, Action::ReadChronology, {}, {person}, "chronology sharing");
    return outcome;
}

Result<void> share_chronology(World& world, const access::Actor& actor, const PersonId& person, const ShareChronology& share) {
    constexpr auto action = Action::ShareCase;
    if (auto may = allowed(world, actor, action); !may) return may;
    Refusal refusal{RefusalCode::Invalid, {}};
    if (share.with.empty() || share.with == actor.organisation) refusal.reasons.push_back({"required", "Choose the organisation that is to read it.", "with"});
    if (blank(share.basis)) refusal.reasons.push_back({"required", "Say why it is lawful: with whose consent, or why without.", "basis"});
    if (blank(share.why)) refusal.reasons.push_back({"required", "Say what they need it for.", "why"});
    if (share.entries.empty()) refusal.reasons.push_back({"required", "Choose at least one entry.", "entries"});
    auto outcome = world.database.write([&](store::Transaction& transaction) -> Result<void> {
        if (person_view(world, transaction, actor, person) != access::PersonView::Full) return refuse(no_such_person());
        if (!refusal.reasons.empty()) return refuse(refusal);
        if (!store::find_organisation(transaction, share.with)) return refuse(RefusalCode::Invalid, "required", "Choose the organisation that is to read it.", "with");
        Names names(transaction);
        std::vector<store::ChronologyEntry> chosen;
        for (const auto& entry : shareable_entries(transaction, actor, person))
            if (std::find(share.entries.begin(), share.entries.end(), entry.event) != share.entries.end()) chosen.push_back(entry);
        if (chosen.size() != share.entries.size())
            return refuse(RefusalCode::Invalid, "not-ours", "One of the entries is not your organisation's to share, or is in a restricted record. Choose again.", "entries");
        if (auto safe = holds_nothing_protected(world, transaction, actor, person, share.with, entry_views(world, transaction, names, actor, chosen)); !safe) return safe;
        store::ChronologyShare made;
        made.id = world.ids.next<EventId>().str();
        made.person = person;
        made.organisation = actor.organisation;
        made.shared_with = share.with;
        made.basis = share.basis;
        made.why = share.why;
        made.shared_by = actor.user;
        made.shared_at = world.clock.now();
        store::add_chronology_share(transaction, made, share.entries);
        auto line = audit_line(world, actor, action);
        line.persons = {person};
        line.detail = "chronology shared: " + std::to_string(share.entries.size()) + " entries";
        store::append_audit(transaction, std::move(line));
        return {};
    });
    if (!outcome) return note_refusal(world, actor, action, {}, outcome.error(), {person});
    return outcome;
}

Result<void> end_chronology_share(World& world, const access::Actor& actor, const PersonId& person, const std::string& share, const std::string& why) {
    constexpr auto action = Action::ShareCase;
    if (auto may = allowed(world, actor, action); !may) return may;
    if (blank(why)) return refuse(RefusalCode::Invalid, "required", "Say why they are no longer to read it.", "why");
    auto outcome = world.database.write([&](store::Transaction& transaction) -> Result<void> {
        const auto held = store::find_chronology_share(transaction, share);
        if (!held || held->person != person || held->organisation != actor.organisation || person_view(world, transaction, actor, person) != access::PersonView::Full)
            return refuse(RefusalCode::NotFound, "no-such-share", "There is no such sharing, or it is not your organisation's.");
        if (!store::end_chronology_share(transaction, share, world.clock.now(), actor.user, why)) return refuse(RefusalCode::Conflict, "ended", "This sharing has been ended already.");
        auto line = audit_line(world, actor, action);
        line.persons = {person};
        line.detail = "chronology sharing ended";
        store::append_audit(transaction, std::move(line));
        return {};
    });
    if (!outcome) return note_refusal(world, actor, action, {}, outcome.error(), {person});
    return outcome;
}

}  // namespace hearken::casework
