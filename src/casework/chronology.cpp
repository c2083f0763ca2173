#include "casework/chronology.hpp"

#include <algorithm>

#include "calendar/local_time.hpp"
#include "calendar/moment_text.hpp"
#include "casework/audit_trail.hpp"
#include "casework/chronology_entries.hpp"
#include "casework/once.hpp"
#include "store/audit.hpp"
#include "store/life_events.hpp"

namespace hearken::casework {

using access::Action;

namespace {

constexpr size_t kLongestText = 20'000;

store::ChronologyFilter filter_of(const ChronologyQuery& query) {
    store::ChronologyFilter filter;
    filter.significant_only = query.significant_only;
    filter.kind = query.kind;
    filter.contains = query.words;
    filter.from = query.from;
    filter.until = query.until;
    filter.organisation = query.agency;
    filter.newest_first = query.newest_first;
    return filter;
}

bool blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

Result<void> checked(const NewLifeEvent& event, calendar::LocalDate today) {
    Refusal refusal{RefusalCode::Invalid, {}};
    const auto fault = [&](const char* code, const char* text, const char* field) { refusal.reasons.push_back({code, text, field}); };
    if (!event.happened_on) fault("required", "Say when it happened. If the day is not known, choose the month or the year.", "happened_on");
    else if (*event.happened_on > today) fault("in-the-future", "The day it happened must not be in the future.", "happened_on");
    if (event.happened_on && event.until_on && *event.until_on < *event.happened_on) fault("order", "It cannot have ended before it began.", "until_on");
    if (event.exactness != "day" && event.exactness != "about" && event.exactness != "month" && event.exactness != "year") fault("option", "Choose how exactly the day is known.", "exactness");
    const auto& categories = life_event_categories();
    if (std::none_of(categories.begin(), categories.end(), [&](const auto& one) { return one.first == event.category; })) fault("required", "Choose what kind of event it was.", "category");
    if (blank(event.what)) fault("required", "Say what happened.", "what");
    if (blank(event.source)) fault("required", "Say where you know it from: a letter, a visit, another record, something the child said.", "source");
    for (const auto& [text, field] : {std::pair{&event.what, "what"}, {&event.impact, "impact"}, {&event.source, "source"}})
        if (text->size() > kLongestText) fault("too-long", "This is too long. Keep it to 20,000 characters.", field);
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    return {};
}

store::LifeEvent life_event_of(World& world, const access::Actor& actor, const PersonId& person, const NewLifeEvent& event) {
    store::LifeEvent e;
    e.id = world.ids.next<EventId>();
    e.person = person;
    e.organisation = actor.organisation;
    e.entered_by = actor.user;
    e.happened_on = *event.happened_on;
    e.occurred_at = calendar::start_of_local_day(e.happened_on);
    e.until_on = event.until_on;
    e.exactness = event.exactness;
    e.category = event.category;
    e.what = event.what;
    e.impact = event.impact;
    e.significant = event.significant;
    e.source = event.source;
    e.origin = event.imported ? "imported" : "entered";
    e.recorded_at = world.clock.now();
    return e;
}

void audit(World& world, store::Transaction& transaction, const access::Actor& actor, Action action, const PersonId& person, std::string detail) {
    auto line = audit_line(world, actor, action);
    line.persons = {person};
    line.detail = std::move(detail);
    store::append_audit(transaction, std::move(line));
}

/// An entry of the actor's own organisation in this child's chronology that they may correct.
std::optional<store::LifeEvent> own_life_event(store::Reading& reading, const access::Actor& actor, const PersonId& person, const EventId& event) {
    auto held = store::find_life_event(reading, event);
    if (!held || held->organisation != actor.organisation) return std::nullopt;
    if (actor.reach < access::Reach::Team && held->entered_by != actor.user) return std::nullopt;
    const auto records = store::records_of_one(reading, person);
    return std::find(records.begin(), records.end(), held->person) == records.end() ? std::nullopt : held;
}

Refusal no_such_entry() { return Refusal::of(RefusalCode::NotFound, "no-such-entry", "There is no such entry, or it is not one of your organisation's."); }

/// Everything of the child's that this reader sees, found by id.
std::optional<store::ChronologyEntry> entry_seen(store::Reading& reading, const access::Actor& actor, const PersonId& person, const EventId& entry) {
    for (std::string after;;) {
        const auto page = store::chronology_of_persons(reading, access::case_rule(actor), store::records_of_one(reading, person), {}, {500, after});
        for (const auto& one : page.items)
            if (one.event == entry) return one;
        if (page.next.empty()) return std::nullopt;
        after = page.next;
    }
}

}  // namespace

const std::vector<std::pair<std::string, std::string>>& life_event_categories() {
    static const std::vector<std::pair<std::string, std::string>> categories = {
        {"home-and-family", "Home and family"}, {"move", "Moved home or carer"}, {"health", "Health"}, {"education", "Education"}, {"worry", "Worry or harm"},
        {"police", "Police and courts"}, {"service", "A service began, ended or was refused"}, {"childs-words", "What the child said"}, {"good-news", "Something that went well"}, {"other", "Something else"}};
    return categories;
}

Result<ChronologyPage> read_chronology(World& world, const access::Actor& actor, const PersonId& person, const ChronologyQuery& query) {
    constexpr auto action = Action::ReadChronology;
    if (auto may = allowed(world, actor, action); !may) return refuse(may.error());
    auto outcome = world.database.read([&](store::Reading& reading) -> Result<ChronologyPage> {
        if (person_view(world, reading, actor, person) != access::PersonView::Full) return refuse(no_such_person());
        Names names(reading);
        auto persons = store::records_of_one(reading, person);
        ChronologyPage page;
        page.children.emplace_back(person, names.of_person(person));
        const auto siblings = siblings_open_to(world, reading, actor, person);
        page.has_siblings = !siblings.empty();
        if (query.with_siblings)
            for (const auto& sibling : siblings) {
                persons.push_back(sibling);
                page.children.emplace_back(sibling, names.of_person(sibling));
            }
        const auto found = store::chronology_of_persons(reading, access::case_rule(actor), persons, filter_of(query), {query.page_size, query.after});
        page.next = found.next;
        page.rows = entry_views(world, reading, names, actor, found.items);
        for (const auto& entry : found.items) {
            const bool listed = std::any_of(page.agencies.begin(), page.agencies.end(), [&](const auto& one) { return one.first == entry.organisation; });
            if (!entry.organisation.empty() && !listed) page.agencies.emplace_back(entry.organisation, names.of_organisation(entry.organisation));
        }
        return page;
    });
    if (!outcome) return note_refusal(world, actor, action, {}, outcome.error(), {person});
    // How far back somebody looked is part of the audit (lessons).
    std::vector<PersonId> shown;
    for (const auto& [child, name] : outcome->children) shown.push_back(child);
    const Instant* earliest = nullptr;
    for (const auto& entry : outcome->rows)
        if (!earliest || entry.occurred_at < *earliest) earliest = &entry.occurred_at;
    note_read(world, actor, action, {}, std::move(shown), earliest ? "chronology back to " + to_iso(*earliest) : "chronology");
    return outcome;
}

Result<EventId> add_life_event(World& world, const access::Actor& actor, const PersonId& person, const NewLifeEvent& event, const Once& once) {
    constexpr auto action = Action::ChangePerson;
    if (auto may = allowed(world, actor, action); !may) return refuse(may.error());
    auto outcome = world.database.write([&](store::Transaction& transaction) -> Result<EventId> {
        if (person_view(world, transaction, actor, person) != access::PersonView::Full) return refuse(no_such_person());
        if (auto good = checked(event, calendar::local_date_of(world.clock.now())); !good) return refuse(good.error());
        auto earlier = made_before(transaction, actor, once);
        if (!earlier) return refuse(earlier.error());
        if (*earlier) return EventId{**earlier};
        const auto made = life_event_of(world, actor, person, event);
        store::add_life_event(transaction, made);
        remember_made(world, transaction, actor, once, made.id.str());
        audit(world, transaction, actor, action, person, "chronology entry added");
        return made.id;
    });
    if (!outcome) return note_refusal(world, actor, action, {}, outcome.error(), {person});
    return outcome;
}

Result<LifeEventToCorrect> read_life_event(World& world, const access::Actor& actor, const PersonId& person, const EventId& event) {
    constexpr auto action = Action::ChangePerson;
    if (auto may = allowed(world, actor, action); !may) return refuse(may.error());
    auto outcome = world.database.read([&](store::Reading& reading) -> Result<LifeEventToCorrect> {
        if (person_view(world, reading, actor, person) != access::PersonView::Full) return refuse(no_such_person());
        const auto held = own_life_event(reading, actor, person, event);
        if (!held || !held->replaced_by.empty()) return refuse(no_such_entry());
        return LifeEventToCorrect{held->person, {held->happened_on, held->until_on, held->exactness, held->category, held->what, held->impact, held->source, held->significant, held->origin == "imported"}};
    });
    if (!outcome) return note_refusal(world, actor, action, {}, outcome.error(), {person});
    note_read(world, actor, Action::ReadChronology, {}, {person}, "chronology entry");
    return outcome;
}

Result<EventId> correct_life_event(World& world, const access::Actor& actor, const PersonId& person, const EventId& event, const NewLifeEvent& corrected, const std::string& why) {
    constexpr auto action = Action::ChangePerson;
    if (auto may = allowed(world, actor, action); !may) return refuse(may.error());
    Refusal refusal{RefusalCode::Invalid, {}};
    if (auto good = checked(corrected, calendar::local_date_of(world.clock.now())); !good) refusal = good.error();
    if (blank(why)) refusal.reasons.push_back({"required", "Say what was wrong. It stays beside the corrected entry.", "why"});
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    auto outcome = world.database.write([&](store::Transaction& transaction) -> Result<EventId> {
        if (person_view(world, transaction, actor, person) != access::PersonView::Full) return refuse(no_such_person());
        const auto held = own_life_event(transaction, actor, person, event);
        if (!held) return refuse(no_such_entry());
        auto next = life_event_of(world, actor, held->person, corrected);
        next.replaces = held->id;
        next.origin = held->origin;
        if (!store::replace_life_event(transaction, held->id, next, why))
            return refuse(RefusalCode::Conflict, "changed", "Somebody corrected this entry while you were writing. Open it again, and see what it says now.");
        audit(world, transaction, actor, action, person, "chronology entry corrected");
        return next.id;
    });
    if (!outcome) return note_refusal(world, actor, action, {}, outcome.error(), {person});
    return outcome;
}

Result<void> add_impact(World& world, const access::Actor& actor, const PersonId& person, const EventId& entry, const std::string& impact) {
    constexpr auto action = Action::ChangePerson;
    if (auto may = allowed(world, actor, action); !may) return may;
    auto outcome = world.database.write([&](store::Transaction& transaction) -> Result<void> {
        if (person_view(world, transaction, actor, person) != access::PersonView::Full) return refuse(no_such_person());
        if (blank(impact)) return refuse(RefusalCode::Invalid, "required", "Say what it meant for the child, as far as you know: what they felt, lost, missed or gained.", "impact");
        if (impact.size() > kLongestText) return refuse(RefusalCode::Invalid, "too-long", "This is too long. Keep it to 20,000 characters.", "impact");
        if (!entry_seen(transaction, actor, person, entry)) return refuse(no_such_entry());
        store::add_impact(transaction, {world.ids.next<EventId>().str(), entry, person, actor.organisation, actor.user, impact, world.clock.now()});
        audit(world, transaction, actor, action, person, "impact added");
        return {};
    });
    if (!outcome) return note_refusal(world, actor, action, {}, outcome.error(), {person});
    return outcome;
}

}  // namespace hearken::casework
