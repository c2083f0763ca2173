#include "casework/follow_up.hpp"

#include <algorithm>
#include <cstdlib>

#include "calendar/local_time.hpp"
#include "casework/duty.hpp"
#include "casework/gathering.hpp"
#include "casework/joined.hpp"
#include "casework/organisations_led_to.hpp"
#include "casework/tell_linked.hpp"
#include "casework/alert.hpp"
#include "engine/computed.hpp"
#include "procedure/tells_linked.hpp"
#include "store/cases.hpp"
#include "store/jobs.hpp"
#include "store/notices.hpp"
#include "store/organisations.hpp"
#include "store/standing.hpp"

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
        if (known && !known->escalate_to.empty())
            store::ask_for_job(transaction, {world.ids.next<EventId>().str(), "escalate", notice.id, event.recorded_at, "escalate/" + notice.id, 0});
    };
    // What a prohibition stopped is kept as stopped, whoever it would have gone to.
    if (!notice.silenced_by.empty()) return add({}, {}, {});
    const Recipient to = recipient_of(event.value);
    if (!to.relation.empty()) {
        const auto organisation = record.state.organisations.find(to.relation);
        if (organisation == record.state.organisations.end()) return;
        for (const auto& one : recipients_on_duty(world, transaction, organisation->second, to.role, event.recorded_at)) {
            if (one.attendance_only) call_in(world, transaction, organisation->second, one.user);
            else add(organisation->second, one.role, one.user);
        }
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

/// What was said of each child, where it was said alike of all of them: then it is so of the case (the day on which an enquiry about
/// brothers and sisters began).
const engine::Answer* said_alike(const CaseRecord& record, const std::string& form, const std::string& field) {
    const engine::Answer* alike = nullptr;
    for (const auto& subject : record.state.subjects) {
        const auto* state = record.state.form(form, subject.person);
        if (!state || !state->answers.contains(field)) continue;
        const auto& said = state->answers.at(field);
        if (alike && !(*alike == said)) return nullptr;
        alike = &said;
    }
    return alike;
}

/// One answer of this case, "form.field"; where the event is about one row of a group, "form.group.column" of that row.
const engine::Answer* answer_for(const CaseRecord& record, const Event& event, const std::string& from) {
    const size_t dot = from.find('.');
    if (dot == std::string::npos) return nullptr;
    const std::string form = from.substr(0, dot), field = from.substr(dot + 1);
    const auto* state = record.state.form(form, event.subject);
    if (!state) state = record.state.form(form);
    if (!state) return event.subject.empty() ? said_alike(record, form, field) : nullptr;
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

/// What is worked out rather than asked, "form.field": when a referral was received.
std::optional<engine::Answer> worked_out(const CaseRecord& record, const Event& event, const std::string& from, const engine::Surroundings& surroundings) {
    const size_t dot = from.find('.');
    const auto* form = record.definition->form(from.substr(0, dot));
    if (!form || dot == std::string::npos) return std::nullopt;
    const auto field = std::find_if(form->fields.begin(), form->fields.end(), [&](const procedure::Field& one) { return one.id == from.substr(dot + 1); });
    return field == form->fields.end() ? std::nullopt : engine::computed_answer(*field, *record.definition, record.state, surroundings, event.subject);
}

/// What was asked for when the case was opened, found again for the case that it opens.
engine::Answers carried_answers(const CaseRecord& record, const Event& event, const engine::Surroundings& surroundings) {
    engine::Answers answers;
    for (const auto& [key, from] : event.details) {  // "carry.form.field of the case to open" → form.field of this one
        if (!key.starts_with("carry.")) continue;
        const std::string to = key.substr(6);
        const std::string to_field = to.substr(to.find('.') == std::string::npos ? 0 : to.find('.') + 1);
        if (procedure::is_fixed(from)) {
            answers[to_field] = engine::Answer::of(from.substr(procedure::kFixed.size()));
            continue;
        }
        if (from.find('.') == std::string::npos) {  // a relation: the organisation that has it here
            if (const auto side = record.state.organisations.find(from); side != record.state.organisations.end())
                answers[to_field] = engine::Answer::of(side->second.str());
            continue;
        }
        if (auto computed = worked_out(record, event, from, surroundings)) answers[to_field] = std::move(*computed);
        else if (const auto* found = answer_for(record, event, from)) answers[to_field] = *found;
    }
    return answers;
}

Event link_to(const CaseId& other, const std::string& kind, const Event& because_of, const engine::ActedBy& actor) {
    Event linked;
    linked.kind = EventKind::Linked;
    linked.occurred_at = because_of.occurred_at;
    linked.recorded_at = because_of.recorded_at;
    linked.by = actor;
    linked.element = kind;
    linked.value = other.str();
    return linked;
}

/// A child who joins brings their own side: where nobody has that part in the brother's or sister's case yet, theirs takes it.
Result<void> bring_organisations(World& world, store::Transaction& transaction, CaseRecord& host, const engine::OpenCase& open, const Event& because_of) {
    std::vector<Event> joined;
    for (const auto& [relation, organisation] : open.organisations) {
        const auto& relations = host.definition->relations;
        if (organisation.empty() || host.state.organisations.contains(relation) || std::find(relations.begin(), relations.end(), relation) == relations.end()) continue;
        Event event;
        event.kind = EventKind::OrganisationJoined;
        event.occurred_at = because_of.occurred_at;
        event.recorded_at = because_of.recorded_at;
        event.by = open.by;
        event.element = relation;
        event.value = organisation.str();
        joined.push_back(std::move(event));
    }
    if (auto appended = append_to_case(world, transaction, host, std::move(joined)); !appended) return refuse(appended.error());
    return {};
}

/// Asked for again of a child who is in that case already: what was said this time is put on its record, so that nobody decides there
/// without it.
Result<void> ask_again(World& world, store::Transaction& transaction, CaseRecord& host, const PersonId& child, const engine::OpenCase& open, const Event& because_of) {
    std::string said;
    if (const auto* form = host.definition->form(host.definition->start.form))
        for (const auto& field : form->fields) {
            const bool words = field.type == procedure::FieldType::Text || field.type == procedure::FieldType::LongText || field.type == procedure::FieldType::Quotation;
            const auto answer = open.answers.find(field.id);
            if (words && answer != open.answers.end() && answer->second.kind == engine::Answer::Kind::Given && !answer->second.blank()) said += (said.empty() ? "" : " ") + answer->second.first();
        }
    if (said.empty()) return {};
    Event note;
    note.kind = EventKind::Noted;
    note.occurred_at = because_of.occurred_at;
    note.recorded_at = because_of.recorded_at;
    note.by = open.by;
    note.subject = child;
    note.text = "Asked for again: " + said;
    note.details["significant"] = "yes";
    if (auto appended = append_to_case(world, transaction, host, {note}); !appended) return refuse(appended.error());
    return {};
}

/// A brother's or sister's case takes these children in; what was carried is kept for each of them.
Result<void> join_gathering(World& world, store::Transaction& transaction, CaseRecord& record, const CaseId& host_id, const engine::OpenCase& open, const Event& event) {
    auto host = load_case(world, transaction, host_id);
    if (!host) throw std::runtime_error("a case that takes children in is not there");
    if (auto brought = bring_organisations(world, transaction, *host, open, event); !brought) return brought;
    for (const auto& subject : open.subjects) {
        if (std::any_of(host->state.subjects.begin(), host->state.subjects.end(), [&](const auto& one) { return one.person == subject.person; })) {
            if (auto asked = ask_again(world, transaction, *host, subject.person, open, event); !asked) return asked;
            continue;
        }
        engine::AddSubject add;
        add.by = open.by;
        add.occurred_at = open.occurred_at;
        add.subject = subject;
        add.answers = open.answers;
        if (auto joined = change_case(world, transaction, *host, add); !joined) return refuse(joined.error());
    }
    if (record.state.linked.contains(host_id.str())) return {};
    if (auto appended = append_to_case(world, transaction, record, {link_to(host_id, "joined", event, open.by)}); !appended) return refuse(appended.error());
    return {};
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
    open.answers = carried_answers(record, event, SurroundingsOf(world, transaction, record.id, record.state).get());
    // A matter about no person (a question asked without names) is opened without any.
    const bool concerns_people = definition->subjects.kind == "child" || definition->subjects.kind == "adult";
    for (const auto& subject : record.state.subjects)
        // A part is per incident, never a label that follows the child.
        if (concerns_people && (event.subject.empty() || subject.person == event.subject)) open.subjects.push_back({subject.person, subject.kind, {}});
    const auto owner = record.state.organisations.find("owner");
    const OrganisationId sender = owner == record.state.organisations.end() ? actor.organisation : owner->second;
    std::vector<PersonId> about;
    for (const auto& subject : open.subjects) about.push_back(subject.person);
    auto receiver = route_owner(world, transaction, *definition, sender, open.answers, about);
    if (!receiver) return refuse(receiver.error());
    open.owner = *receiver;
    if (const std::string as = detail(event, "as"); !as.empty()) {
        // Whoever acts, from whichever side of this case: the referrer who does not agree raises it for their own agency.
        open.organisations[as] = actor.organisation.empty() ? sender : actor.organisation;
        if (!actor.user.empty()) open.involved.emplace_back(as, actor.user.str());
        const auto& parts = definition->involvements;
        if (!actor.user.empty() && std::find(parts.begin(), parts.end(), "recorder") != parts.end()) open.involved.emplace_back("recorder", actor.user.str());
    }
    if (const auto* form = definition->form(definition->start.form)) {
        const SurroundingsOf surroundings(world, transaction, open.owner, subjects_in(record.state));
        for (const auto& [relation, led] : organisations_led_to(transaction, *definition, *form, open.answers, sender, {}, surroundings.get()))
            open.organisations.emplace(relation, led.organisation);
    }
    if (const auto host = gathering_case(world, transaction, record, *definition, open.owner, about)) return join_gathering(world, transaction, record, *host, open, event);
    open.details = {{"from-case", record.id.str()}, {"channel", "from-case"}};
    if (change.urgent) open.details["urgent"] = "yes";  // what is protected is then left out, instead of refused
    open.brought_about = true;
    if (record.facts.restricted) open.details["restricted"] = "yes";

    auto opened = start_case(world, transaction, std::move(definition), open);
    if (!opened) return refuse(opened.error());
    change.opened.push_back(opened->in_case);
    change.opened.insert(change.opened.end(), opened->opened.begin(), opened->opened.end());

    // The link, and the act of sharing, are events of the case that sends.
    const Event linked = link_to(opened->in_case, "opened", event, actor);
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

/// Reminders for each clock.
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

void ask_to_look(World& world, store::Transaction& transaction, const CaseId& id, Instant at) {
    store::ask_for_job_again(transaction, {world.ids.next<EventId>().str(), "tick", id.str(), at, "tick/" + id.str(), 0});
}

/// Conditions ask whether a child is in another case: those about the same children are looked at again.
void look_elsewhere(World& world, store::Transaction& transaction, const CaseRecord& record) {
    if (!world.library.asked_elsewhere(record.state.procedure)) return;
    for (const auto& other : store::open_cases_about(transaction, subjects_in(record.state)))
        if (other != record.id) ask_to_look(world, transaction, other, world.clock.now());
}

bool begins_an_episode(const Event& event) { return event.kind == EventKind::CaseOpened || event.kind == EventKind::CaseReopened; }

/// A gap in cover is told at once, in its own words, to those whom the rule names.
void tell_of_gap(World& world, store::Transaction& transaction, const CaseRecord& record, const Event& event) {
    const auto* task = record.definition->task(event.element);
    const auto& rules = task ? task->time : record.definition->start.time;
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const auto& one) { return one.id == detail(event, "clock"); });
    if (rule == rules.end()) return;
    store::StoredNotice notice;
    notice.event = event.id;
    notice.case_id = record.id;
    notice.notice = "gap-in-cover";
    notice.text = rule->otherwise;
    notice.person = event.subject;
    alert(world, transaction, record, !rule->alerts.empty() || !task ? rule->alerts : task->roles, task ? task->relation : "owner", notice);
}

}  // namespace

void ask_for_next_look(World& world, store::Transaction& transaction, const CaseRecord& record) {
    if (record.state.closed) return;
    const auto now = world.clock.now();
    Instant at = calendar::start_of_local_day(calendar::plus_days(calendar::local_date_of(now), 1)) + std::chrono::minutes{5};
    if (engine::waits_for_time(*record.definition, record.state)) {
        const SurroundingsOf surroundings(world, transaction, record.id, record.state);
        if (const auto sooner = engine::next_look(*record.definition, record.state, surroundings.get())) at = std::min(at, *sooner);
    }
    ask_to_look(world, transaction, record.id, at);
}

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
            case EventKind::NoticeOwed:
                if (!procedure::tells_linked(event.element)) {
                    owe_notice(world, transaction, record, event);
                    break;
                }
                if (auto told = tell_linked(world, transaction, record, event, actor, carried_answers(record, event, SurroundingsOf(world, transaction, record.id, record.state).get())); !told) return told;
                break;
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
            case EventKind::TaskReopened: ask_for_reminders(world, transaction, record, event); break;
            case EventKind::ClockSet:
                if (detail(event, "gap") == "begun") {
                    tell_of_gap(world, transaction, record, event);
                    break;
                }
                [[fallthrough]];
            case EventKind::ClockExtended: ask_for_reminders(world, transaction, record, event); break;
            default: break;
        }
    }
    if (std::any_of(events.begin(), events.end(), begins_an_episode) || engine::waits_for_time(*record.definition, record.state)) ask_for_next_look(world, transaction, record);
    const bool turned = std::any_of(events.begin(), events.end(), [](const Event& event) { return event.kind == EventKind::CaseClosed || event.kind == EventKind::CaseReopened; });
    const bool linked = std::any_of(events.begin(), events.end(), [](const Event& event) { return event.kind == EventKind::CaseToOpen; });
    // Conditions ask how linked cases stand ({linked: procedure}): those who wait for it are looked at again.
    if (linked && !record.state.closed) ask_to_look(world, transaction, record.id, world.clock.now());
    const bool comes_or_goes = turned || std::any_of(events.begin(), events.end(), [](const Event& event) { return event.kind == EventKind::CaseOpened || event.kind == EventKind::SubjectJoined || event.kind == EventKind::ChildEnded; });
    if (comes_or_goes) look_elsewhere(world, transaction, record);
    if (turned)
        for (const auto& [kind, other] : store::links_of(transaction, record.id)) ask_to_look(world, transaction, other, world.clock.now());
    return {};
}

}  // namespace hearken::casework
