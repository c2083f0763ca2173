#include "casework/follow_up.hpp"

#include <algorithm>
#include <cstdlib>

#include "calendar/local_time.hpp"
#include "casework/joined.hpp"
#include "casework/organisations_led_to.hpp"
#include "store/jobs.hpp"
#include "store/notices.hpp"
#include "store/organisations.hpp"

namespace hearken::casework {

using engine::Event;
using engine::EventKind;

namespace {

/// "manager@owner": a role at the organisation with that relation; otherwise an involvement of people in the case.
struct Recipient {
    std::string role, relation;
};
Recipient recipient_of(const std::string& spec) {
    const size_t at = spec.find('@');
    if (at == std::string::npos) return {spec, {}};
    return {spec.substr(0, at), spec.substr(at + 1)};
}

std::string notice_text(const CaseRecord& record, const std::string& notice) {
    if (const auto* known = record.definition->notice(notice)) return known->text;
    if (const auto* task = record.definition->task(notice)) return task->title;
    return notice;
}

void owe_notice(World& world, store::Transaction& transaction, const CaseRecord& record, const Event& event) {
    store::StoredNotice notice;
    notice.event = event.id;
    notice.case_id = record.id;
    notice.notice = event.element;
    notice.text = notice_text(record, event.element);
    notice.person = event.subject;
    notice.created_at = event.recorded_at;
    if (const auto silenced = event.details.find("silenced-by"); silenced != event.details.end()) notice.silenced_by = silenced->second;

    const auto add = [&](OrganisationId organisation, std::string role, UserId user) {
        notice.id = world.ids.next<EventId>().str();
        notice.organisation = std::move(organisation);
        notice.role = std::move(role);
        notice.user = std::move(user);
        store::add_notice(transaction, notice);
        if (!notice.silenced_by.empty()) return;
        store::ask_for_job(transaction, {world.ids.next<EventId>().str(), "email", notice.id, event.recorded_at, "email/" + notice.id, 0});
        const auto* known = record.definition->notice(event.element);
        if (known && !known->escalate_after.empty())
            store::ask_for_job(transaction, {world.ids.next<EventId>().str(), "escalate", notice.id, event.recorded_at, "escalate/" + notice.id, 0});
    };
    // What a prohibition stopped is kept as stopped, whoever it would have gone to.
    if (!notice.silenced_by.empty()) return add({}, {}, {});
    const Recipient to = recipient_of(event.value);
    if (!to.relation.empty()) {
        const auto organisation = record.state.organisations.find(to.relation);
        if (organisation != record.state.organisations.end()) add(organisation->second, to.role, {});
        return;
    }
    const auto people = record.state.involvements.find(to.role);
    if (people == record.state.involvements.end()) return;  // nobody has that part: nobody to tell in the product
    for (const auto& who : people->second) add({}, {}, UserId{who});
}

std::string detail(const Event& event, const std::string& name) {
    const auto found = event.details.find(name);
    return found == event.details.end() ? std::string{} : found->second;
}

/// One answer of this case, "form.field"; where the event is about one row of a group, "form.group.column" of that row.
const engine::Answer* answer_for(const CaseRecord& record, const Event& event, const std::string& from) {
    const size_t dot = from.find('.');
    if (dot == std::string::npos) return nullptr;
    const std::string form = from.substr(0, dot), field = from.substr(dot + 1);
    const auto* state = record.state.form(form, event.subject);
    if (!state) state = record.state.form(form);
    if (!state) return nullptr;
    const auto find = [](const engine::Answers& answers, const std::string& name) -> const engine::Answer* {
        const auto found = answers.find(name);
        return found == answers.end() ? nullptr : &found->second;
    };
    const std::string row = detail(event, "row");  // "form.group/number"
    const std::string group = row.substr(0, row.find('/'));
    if (group.empty() || !from.starts_with(group + ".")) return find(state->answers, field);
    const auto* rows = find(state->answers, group.substr(dot + 1));
    const auto number = static_cast<size_t>(std::atoi(row.substr(row.find('/') + 1).c_str()));
    return rows && number < rows->rows.size() ? find(rows->rows[number], from.substr(group.size() + 1)) : nullptr;
}

/// What was asked for when the case was opened, found again for the case that it opens.
engine::Answers carried_answers(const CaseRecord& record, const Event& event) {
    engine::Answers answers;
    for (const auto& [key, from] : event.details) {  // "carry.form.field of the case to open" → form.field of this one
        if (!key.starts_with("carry.")) continue;
        const std::string to = key.substr(6);
        const auto* found = answer_for(record, event, from);
        if (!found) continue;
        const size_t to_dot = to.find('.');
        answers[to_dot == std::string::npos ? to : to.substr(to_dot + 1)] = *found;
    }
    return answers;
}

/// Opens the case that this one asks for, about the same people, with what is carried over; both are linked, and where
/// it shares, that is recorded as the act of sharing it is (design, idea 4).
Result<void> open_linked(World& world, store::Transaction& transaction, CaseRecord& record, const Event& event, const engine::ActedBy& actor, Change& change) {
    if (detail(event, "how") == "offer") return {};
    auto definition = definition_to_start(world, event.element);
    if (!definition)
        return refuse(RefusalCode::Conflict, "no-such-procedure", "The procedure that this opens is not set up here. Tell the partnership's manager.");
    // A procedure others name and nobody has written yet: the event stays as what is owed, to be done by hand.
    if (definition->status == "stub") return {};

    engine::OpenCase open;
    open.by = actor;
    open.occurred_at = event.occurred_at;
    open.answers = carried_answers(record, event);
    for (const auto& subject : record.state.subjects)
        // A part is per incident, never a label that follows the child.
        if (event.subject.empty() || subject.person == event.subject) open.subjects.push_back({subject.person, subject.kind, {}});
    const auto owner = record.state.organisations.find("owner");
    const OrganisationId sender = owner == record.state.organisations.end() ? actor.organisation : owner->second;
    std::vector<PersonId> about;
    for (const auto& subject : open.subjects) about.push_back(subject.person);
    auto receiver = route_owner(world, transaction, *definition, sender, open.answers, about);
    if (!receiver) return refuse(receiver.error());
    open.owner = *receiver;
    if (const std::string as = detail(event, "as"); !as.empty()) {
        open.organisations[as] = sender;
        if (!actor.user.empty()) open.involved.emplace_back(as, actor.user.str());
    }
    if (const auto* form = definition->form(definition->start.form)) {
        const SurroundingsOf surroundings(world, transaction, open.owner, subjects_in(record.state));
        for (const auto& [relation, led] : organisations_led_to(transaction, *definition, *form, open.answers, sender, {}, surroundings.get()))
            open.organisations.emplace(relation, led.organisation);
    }
    open.details = {{"from-case", record.id.str()}, {"channel", "from-case"}};
    if (change.urgent) open.details["urgent"] = "yes";  // what is protected is then left out, instead of refused
    open.brought_about = true;
    if (record.facts.restricted) open.details["restricted"] = "yes";

    auto opened = start_case(world, transaction, std::move(definition), open);
    if (!opened) return refuse(opened.error());
    change.opened.push_back(opened->in_case);
    change.opened.insert(change.opened.end(), opened->opened.begin(), opened->opened.end());

    // The link, and the act of sharing, are events of the case that sends.
    Event linked;
    linked.kind = EventKind::Linked;
    linked.occurred_at = event.occurred_at;
    linked.recorded_at = event.recorded_at;
    linked.by = actor;
    linked.element = "opened";
    linked.value = opened->in_case.str();
    std::vector<Event> further{linked};
    if (detail(event, "shares") == "yes") {
        Event shared = linked;
        shared.kind = EventKind::Shared;
        shared.element = "sent-on";
        // A case of our own about what another is asked: that other is who it is shared with.
        const auto elsewhere = std::find_if(open.organisations.begin(), open.organisations.end(), [&](const auto& side) { return side.second != sender; });
        shared.value = *receiver == sender && elsewhere != open.organisations.end() ? elsewhere->second.str() : receiver->str();
        shared.text = event.text;
        const auto or_else = [&](const char* name, const char* otherwise) { const auto said = detail(event, name); return said.empty() ? std::string(otherwise) : said; };
        shared.details = {{"basis", or_else("basis", "public-task")}, {"copied-to", opened->in_case.str()}, {"what", or_else("what", "What the new record was opened with")}};
        further.push_back(std::move(shared));
    }
    if (auto appended = append_to_case(world, transaction, record, std::move(further)); !appended) return refuse(appended.error());
    return {};
}

/// Reminders for each clock, and the next look at the case for what falls due by time alone.
void ask_for_reminders(World& world, store::Transaction& transaction, const CaseRecord& record, const Event& event) {
    const std::string of = record.id.str() + "/" + event.element + "/" + event.subject.str() + "/" + std::to_string(event.occurrence);
    for (const auto& clock : event.dues) {
        const auto ask = [&](const char* when, Instant at) {
            const std::string subject = of + "/" + clock.clock + "/" + when;
            store::ask_for_job(transaction, {world.ids.next<EventId>().str(), "remind", subject, at, "remind/" + subject + "/" + to_iso(clock.due_at), 0});
        };
        ask("amber", std::max(clock.amber_at, event.recorded_at));
        ask("due", clock.due_at + std::chrono::seconds{1});
    }
}

/// Of every procedure: "do not tell the family" silences what waits in every case about them.
std::vector<std::string> notices_to_families(const World& world) {
    std::vector<std::string> notices;
    for (const auto& definition : world.library.all())
        for (const auto& notice : definition->notices)
            if (notice.silenced_by_prohibitions) notices.push_back(notice.id);
    return notices;
}

bool passes_by_time(const Event& event) { return event.kind == EventKind::CaseOpened || event.kind == EventKind::CaseReopened; }

}  // namespace

std::set<std::string> roles_acting_as(const procedure::Vocabulary& vocabulary, const std::string& role) {
    std::set<std::string> roles{role};
    for (const auto& [id, known] : vocabulary.roles)
        if (vocabulary.acts_as(id, role)) roles.insert(id);
    return roles;
}

Result<void> follow_up(World& world, store::Transaction& transaction, CaseRecord& record, const std::vector<Event>& events, Change& change) {
    // What follows by itself is nobody's act; a case that it opens is opened by whoever began it.
    engine::ActedBy actor;
    for (const auto& event : events)
        if (actor.user.empty()) actor = event.by;
    for (const auto& event : events) {
        switch (event.kind) {
            case EventKind::NoticeOwed: owe_notice(world, transaction, record, event); break;
            case EventKind::CaseToOpen:
                if (auto opened = open_linked(world, transaction, record, event, actor, change); !opened) return opened;
                break;
            case EventKind::ProhibitionSet: {
                const auto family_notices = notices_to_families(world);
                for (const auto& subject : record.state.subjects)
                    store::silence_unread_notices(transaction, subject.person, event.element, family_notices);
                break;
            }
            case EventKind::TaskOpened:
            case EventKind::TaskReopened:
            case EventKind::ClockSet:
            case EventKind::ClockExtended: ask_for_reminders(world, transaction, record, event); break;
            default: break;
        }
        if (passes_by_time(event)) {
            const auto tomorrow = calendar::plus_days(calendar::local_date_of(event.recorded_at), 1);
            store::ask_for_job_again(transaction, {world.ids.next<EventId>().str(), "tick", record.id.str(),
                                                   calendar::start_of_local_day(tomorrow) + std::chrono::minutes{5}, "tick/" + record.id.str(), 0});
        }
    }
    return {};
}

}  // namespace hearken::casework
