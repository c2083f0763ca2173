#include "casework/chronology_entries.hpp"

#include <algorithm>

#include "calendar/moment_text.hpp"
#include "people/relationship.hpp"
#include "store/cases.hpp"
#include "store/life_events.hpp"
#include "store/relationships.hpp"
#include "store/visible.hpp"

namespace hearken::casework {

namespace {

/// Titles of cases, each looked up once for a page.
class CaseTitles {
public:
    CaseTitles(const World& world, store::Reading& reading) : world_(world), reading_(reading) {}
    const std::string& of(const CaseId& id) {
        const auto [at, added] = titles_.try_emplace(id);
        if (!added || id.empty()) return at->second;
        if (const auto file = store::find_case(reading_, id)) {
            const auto definition = world_.library.find(file->procedure, file->version);
            at->second = !file->title.empty() ? file->title : definition ? definition->title : file->procedure;
        }
        return at->second;
    }

private:
    const World& world_;
    store::Reading& reading_;
    std::map<CaseId, std::string> titles_;
};

std::string when_of(const store::ChronologyEntry& entry) {
    if (!entry.by_hand) return calendar::moment_text(entry.occurred_at);
    const auto until = people::date_from_text(entry.until_on);
    return happened_in_words(entry.exactness, calendar::local_date_of(entry.occurred_at), until);
}

}  // namespace

Refusal no_such_person() { return Refusal::of(RefusalCode::NotFound, "no-such-person", "There is no such record, or it is not one that you may open."); }

access::PersonView person_view(World& world, store::Reading& reading, const access::Actor& actor, const PersonId& person) {
    const auto seen = store::visible_persons(reading, actor, {person}, calendar::iso_date(calendar::local_date_of(world.clock.now())));
    return seen.empty() ? access::PersonView::None : seen.front().view;
}

std::string happened_in_words(const std::string& exactness, people::Date happened_on, const std::optional<people::Date>& until_on) {
    const auto one = [&](people::Date date) {
        const std::string whole = calendar::date_text(date);
        if (exactness == "about") return "about " + whole;
        const auto month = whole.find(' ') == std::string::npos ? whole : whole.substr(whole.find(' ') + 1);
        if (exactness == "month") return month;
        return exactness == "year" ? std::to_string(static_cast<int>(date.year())) : whole;
    };
    std::string words = one(happened_on) + (until_on ? " until " + one(*until_on) : "");
    if (words.starts_with('a')) words[0] = 'A';
    return words;
}

std::vector<PersonId> siblings_open_to(World& world, store::Reading& reading, const access::Actor& actor, const PersonId& child) {
    auto relationships = store::relationships_of(reading, child);
    std::vector<PersonId> parents;
    for (const auto& around : people::people_around(child, calendar::local_date_of(world.clock.now()), relationships))
        if (people::is_parent(around.kind)) parents.push_back(around.person);
    for (auto& more : store::relationships_of(reading, parents))
        if (std::find(relationships.begin(), relationships.end(), more) == relationships.end()) relationships.push_back(std::move(more));
    std::vector<PersonId> ids;
    for (const auto& sibling : people::siblings(child, relationships)) ids.push_back(sibling.person);
    std::vector<PersonId> open;
    for (const auto& seen : store::visible_persons(reading, actor, ids, calendar::iso_date(calendar::local_date_of(world.clock.now()))))
        if (seen.view == access::PersonView::Full) open.push_back(seen.person);
    return open;
}

std::vector<ChronologyEntry> entry_views(World& world, store::Reading& reading, Names& names, const access::Actor& actor, const std::vector<store::ChronologyEntry>& entries) {
    CaseTitles titles(world, reading);
    std::vector<EventId> ids;
    for (const auto& entry : entries) ids.push_back(entry.event);
    const auto impacts = store::impacts_of(reading, ids);
    std::vector<ChronologyEntry> views;
    for (const auto& entry : entries) {
        ChronologyEntry view{entry.event, entry.case_id, titles.of(entry.case_id), entry.occurred_at, entry.recorded_at, entry.significant, entry.kind, entry.text, entry.source,
                             entry.organisation.empty() ? std::string() : names.of_organisation(entry.organisation), names.of_user(entry.user), {}};
        view.person = entry.person;
        if (!entry.person.empty()) view.about = names.of_person(entry.person);
        view.when = when_of(entry);
        view.by_hand = entry.by_hand;
        view.let_read = entry.let_read;
        view.ours = !entry.let_read && entry.organisation == actor.organisation;
        view.origin = entry.origin;
        if (entry.let_read) view.case_title = "Shared by " + view.organisation;
        if (!entry.impact.empty()) view.impacts.emplace_back(entry.impact, "");
        if (!entry.replaces.empty())
            if (const auto earlier = store::find_life_event(reading, entry.replaces)) view.corrected_why = earlier->replaced_why;
        for (const auto& impact : impacts) {
            const bool shown = impact.entry == entry.event && (impact.organisation == actor.organisation || impact.organisation == entry.organisation || !entry.let_read);
            if (shown) view.impacts.emplace_back(impact.impact, names.of_user(impact.user) + ", " + names.of_organisation(impact.organisation) + ", " + calendar::moment_text(impact.recorded_at));
        }
        if (view.let_read) view.in_case = {};
        views.push_back(std::move(view));
    }
    return views;
}

}  // namespace hearken::casework
