#include <algorithm>
#include <limits>

#include "calendar/local_time.hpp"
#include "casework/audit_trail.hpp"
#include "casework/earlier_times.hpp"
#include "casework/household_rows.hpp"
#include "casework/open_all.hpp"
#include "casework/part_words.hpp"
#include "casework/recorded_beside.hpp"
#include "casework/milestones.hpp"
#include "casework/reader.hpp"
#include "casework/shown_cases.hpp"
#include "engine/anew.hpp"
#include "store/chronology.hpp"
#include "store/persons.hpp"
#include "store/visible.hpp"

namespace hearken::casework {

namespace {

Refusal no_such_case() {
    return Refusal::of(RefusalCode::NotFound, "no-such-case", "There is no such record, or it is not one that you may open.");
}

/// Most urgent first: what is urgent, then what is over a limit that may not be broken, then what is due soon or late, by the nearest
/// limit; the rest in the order of the procedure, which is the order in which it is done; finished work after that.
bool comes_before(const TaskView& one, const TaskView& other) {
    const auto open = [](const TaskView& task) {
        return task.status == engine::TaskState::Status::Open || task.status == engine::TaskState::Status::AwaitingSignature;
    };
    const auto nearest = [](const TaskView& task) {
        Instant soonest = Instant::max();
        for (const auto& clock : task.clocks)
            if (clock.stands != ClockStands::Running) soonest = std::min(soonest, clock.set.due_at);
        return soonest;
    };
    if (open(one) != open(other)) return open(one);
    if (!open(one)) return one.done_at > other.done_at;
    if (one.urgent != other.urgent) return one.urgent;
    if (one.may != other.may) return one.may;
    const auto over_limit = [](const TaskView& task) {
        return std::any_of(task.clocks.begin(), task.clocks.end(), [](const ClockView& clock) { return clock.stands == ClockStands::Breached; });
    };
    if (over_limit(one) != over_limit(other)) return over_limit(one);
    return nearest(one) < nearest(other);
}

void add_tasks(Reader& reader, const std::vector<engine::Possible>& possible, CasePage& page) {
    for (const auto& state : reader.record.state.tasks) {
        const auto* task = reader.record.definition->task(state.task);
        if (task && reader.sees_task(*task) && state.status != engine::TaskState::Status::Cancelled)
            page.tasks.push_back(task_view(reader, *task, &state, possible));
    }
    std::stable_sort(page.tasks.begin(), page.tasks.end(), comes_before);
    for (const auto& task : reader.record.definition->anytime)
        if (reader.sees_fully() || reader.is_own_side(task)) {
            auto view = task_view(reader, task, nullptr, possible);
            if (view.may || task.urgent) page.anytime.push_back(std::move(view));
        }
}

void add_people(Reader& reader, CasePage& page) {
    const auto& vocabulary = reader.world.library.vocabulary();
    for (const auto& [relation, organisation] : reader.record.state.organisations)
        page.organisations.emplace_back(part_words(vocabulary, relation), reader.names.of_organisation(organisation));
    if (!reader.sees_fully()) return;
    for (const auto& [involvement, people] : reader.record.state.involvements)
        for (const auto& who : people) page.involved.emplace_back(part_words(vocabulary, involvement), reader.names.of_anyone(who));
}

void add_documents(const Reader& reader, CasePage& page) {
    for (const auto& version : reader.record.definition->versions)
        if (may_read_version(reader, version)) page.documents.emplace_back(version.id, version.title);
}

void add_prohibitions(Reader& reader, CasePage& page) {
    for (const auto& definition : reader.world.library.all())
        for (const auto& prohibition : definition->prohibitions)
            if (reader.surroundings.prohibitions.contains(prohibition.id)) page.prohibitions.push_back(prohibition.says.empty() ? prohibition.title : prohibition.says);
}

std::vector<ChronologyEntry> entries(Reader& reader, bool significant_only) {
    store::ChronologyFilter filter;
    filter.significant_only = significant_only;
    std::vector<ChronologyEntry> list;
    const auto title = reader.record.state.title.empty() ? reader.record.definition->title : reader.record.state.title;
    for (const auto& entry : store::chronology_of_case(reader.reading, reader.record.id, filter, {500, {}}).items)
        list.push_back({entry.event, entry.case_id, title, entry.occurred_at, entry.recorded_at, entry.significant, entry.kind, entry.text, entry.source,
                        reader.names.of_organisation(entry.organisation), reader.names.of_user(entry.user), {}});
    for (const auto& event : reader.record.events) {
        if (event.kind != engine::EventKind::Corrected) continue;
        const auto which = event.details.find("event");
        for (auto& entry : list)
            if (which != event.details.end() && entry.event.str() == which->second) entry.corrections.push_back(event.text);
    }
    return list;
}

/// Linked cases this reader may know of, as one-line summaries.
void add_linked(Reader& reader, CasePage& page) {
    for (const auto& [kind, linked] : store::links_of(reader.reading, reader.record.id)) {
        const auto view = store::view_of_case(reader.reading, access::case_rule(reader.actor), linked);
        if (view == access::CaseView::None) continue;
        if (const auto file = store::find_case(reader.reading, linked))
            page.linked.push_back(summary_of(reader.world, reader.reading, reader.names, {*file, view}, store::subjects_of(reader.reading, linked)));
    }
}

/// For whoever began it: that this case opened in place of another, or that others opened beside it in its place.
void add_opened_instead(Reader& reader, CasePage& page) {
    if (reader.actor.user.empty() || reader.record.state.opened_by.user != reader.actor.user) return;
    const auto& library = reader.world.library;
    const auto place = reader.record.events.front().details.find("instead-of");
    const auto asked = place == reader.record.events.front().details.end() ? nullptr : library.find(place->second);
    if (asked) page.opened_instead.push_back(opened_instead(*asked, *reader.record.definition, reader.record.id));
    for (const auto& [id, kind] : reader.record.state.linked) {
        const auto file = kind == "opened-instead" ? store::find_case(reader.reading, CaseId{id}) : std::nullopt;
        const auto other = file ? library.find(file->procedure, file->version) : nullptr;
        if (other && store::view_of_case(reader.reading, access::case_rule(reader.actor), CaseId{id}) != access::CaseView::None)
            page.opened_instead.push_back(opened_instead(*reader.record.definition, *other, CaseId{id}));
    }
}

/// Reads as somebody who may know of the case: decided first, audited whichever way it ends.
template <class Page, class Read>
Result<Page> read_as(World& world, const access::Actor& actor, const CaseId& in_case, const std::string& detail, Read read) {
    constexpr auto action = access::Action::ReadCase;
    if (auto may = allowed(world, actor, action, in_case); !may) return refuse(may.error());
    std::vector<PersonId> shown;
    auto outcome = world.database.read([&](store::Reading& reading) -> Result<Page> {
        const auto record = load_case(world, reading, in_case);
        const auto view = record ? access::view_of(actor, record->facts) : access::CaseView::None;
        if (view == access::CaseView::None) return refuse(no_such_case());
        const SurroundingsOf surroundings(world, reading, in_case, record->state);
        Names names(reading);
        Reader reader{world, reading, actor, *record, surroundings.get(), view, capacities_of(world, actor, record->state), names};
        shown = subjects_in(record->state);
        return read(reader);
    });
    if (!outcome) return note_refusal(world, actor, action, in_case, outcome.error());
    note_read(world, actor, action, in_case, std::move(shown), detail);
    return outcome;
}

/// What was shown of other cases is a read of those, each on its own line.
void note_shown(World& world, const access::Actor& actor, const CaseId& on_page_of, const std::vector<ShownCase>& all, const std::string& detail) {
    for (const auto& shown : all) {
        if (shown.summary.id == on_page_of) continue;
        std::vector<PersonId> people;
        for (const auto& one : shown.summary.subjects) people.push_back(one.person);
        note_read(world, actor, access::Action::ReadCase, shown.summary.id, std::move(people), detail);
    }
}

engine::ActedBy by(const Reader& reader) { return {reader.actor.user, reader.actor.organisation, reader.actor.role, {}}; }

}  // namespace

std::vector<ChronologyEntry> history_of(Reader& reader, bool significant_only) { return entries(reader, significant_only); }

SubjectView subject_view(Reader& reader, const engine::SubjectState& subject) {
    SubjectView view;
    view.person = subject.person;
    view.name = reader.names.of_person(subject.person);
    view.list_name = reader.names.for_list(subject.person);
    view.kind = subject.kind;
    view.outcome = subject.outcome;
    for (const auto& outcome : reader.record.definition->outcomes)
        if (outcome.id == subject.outcome) view.outcome = outcome.label;
    view.part = subject.part;
    for (const auto& part : reader.record.definition->subjects.parts)
        if (part.id == subject.part) view.part = part.label;
    if (const auto stored = store::find_person(reader.reading, subject.person))
        view.age = stored->person.age_text(calendar::local_date_of(reader.surroundings.now));
    if (!reader.sees_fully()) return view;
    for (const auto& flag : store::flags_on(reader.reading, subject.person))
        for (const auto& definition : reader.world.library.all())
            for (const auto& known : definition->flags)
                if (known.id == flag.flag && (known.readers.empty() || std::any_of(known.readers.begin(), known.readers.end(), [&](const auto& one) { return reader.capacities.contains(one); })))
                    view.alerts.push_back(known.title);
    return view;
}

CaseSummary summary_of(Reader& reader) {
    CaseSummary summary;
    const auto& state = reader.record.state;
    summary.id = reader.record.id;
    summary.procedure = state.procedure;
    summary.procedure_title = reader.record.definition->title;
    summary.title = state.title.empty() ? reader.record.definition->title : state.title;
    summary.state = state.closed ? "closed" : "open";
    for (const auto& outcome : reader.record.definition->outcomes)
        if (outcome.id == state.outcome) summary.outcome = outcome.label;
    if (const auto owner = state.organisations.find("owner"); owner != state.organisations.end()) summary.owner = reader.names.of_organisation(owner->second);
    for (const auto& [strand, stage] : state.stage_of)
        if (const auto* known = reader.record.definition->stage(stage)) summary.stages += (summary.stages.empty() ? "" : ", ") + known->title;
    for (const auto& subject : state.subjects) summary.subjects.push_back(subject_view(reader, subject));
    summary.opened_at = state.opened_at;
    summary.received_at = state.received_at;
    summary.restricted = reader.record.facts.restricted;
    summary.view = reader.view;
    return summary;
}

CaseSummary summary_of(const World& world, store::Reading&, Names& names, const store::SeenCase& seen, const std::vector<store::CaseSubject>& subjects) {
    CaseSummary summary;
    const auto& file = seen.file;
    summary.id = file.id;
    summary.procedure = file.procedure;
    summary.view = seen.view;
    const auto definition = world.library.find(file.procedure, file.version);
    summary.procedure_title = definition ? definition->title : file.procedure;
    summary.title = file.title.empty() ? summary.procedure_title : file.title;
    summary.state = file.state;
    summary.owner = names.of_organisation(file.owner);
    summary.opened_at = file.opened_at;
    summary.received_at = file.received_at;
    summary.restricted = file.restricted;
    for (const auto& subject : subjects) {
        if (subject.case_id != file.id) continue;
        SubjectView view;
        view.person = subject.person;
        view.name = names.of_person(subject.person);
        view.list_name = names.for_list(subject.person);
        view.kind = subject.kind;
        summary.subjects.push_back(std::move(view));
    }
    if (seen.view < access::CaseView::Party) return summary;  // a receipt says that it was received and nothing since
    if (definition) {
        for (const auto& subject : subjects)
            for (auto& view : summary.subjects)
                if (subject.case_id == file.id && subject.person == view.person)
                    for (const auto& part : definition->subjects.parts)
                        if (part.id == subject.part) view.part = part.label;
        for (const auto& [strand, stage] : file.stages)
            if (const auto* known = definition->stage(stage)) summary.stages += (summary.stages.empty() ? "" : ", ") + known->title;
        for (const auto& outcome : definition->outcomes)
            if (outcome.id == file.outcome) summary.outcome = outcome.label;
    }
    return summary;
}

Result<CasePage> read_case(World& world, const access::Actor& actor, const CaseId& in_case) {
    auto outcome = read_as<CasePage>(world, actor, in_case, {}, [&](Reader& reader) -> Result<CasePage> {
        CasePage page;
        page.summary = summary_of(reader);
        page.version = reader.record.state.version;
        add_opened_instead(reader, page);
        page.opened_by = reader.names.of_user(reader.record.state.opened_by.user);
        if (reader.view == access::CaseView::Receipt) {
            page.summary.stages.clear();
            page.summary.outcome.clear();
            return page;
        }
        add_tasks(reader, engine::possible_acts(*reader.record.definition, reader.record.state, by(reader), reader.surroundings), page);
        page.forms = form_views(reader);
        add_people(reader, page);
        add_documents(reader, page);
        if (reader.sees_fully()) {
            page.decisions = decision_views(reader);
            page.history = entries(reader, false);
            std::copy_if(page.history.begin(), page.history.end(), std::back_inserter(page.chronology), [](const auto& entry) { return entry.significant; });
            for (const auto& [strand, stage] : reader.record.state.stage_of)
                for (auto& reason : engine::waiting_for(*reader.record.definition, reader.record.state, strand, reader.surroundings)) page.waiting_for.push_back(std::move(reason));
            add_prohibitions(reader, page);
            page.beside = followed_cases(reader);
        }
        add_linked(reader, page);
        add_milestones(reader, page);
        for (const auto& state : reader.record.state.tasks)
            if (const auto* task = reader.record.definition->task(state.task); task && state.open() && reader.sees_task(*task))
                for (auto& guide : guidance_for(reader, *task))
                    if (std::find(page.guidance.begin(), page.guidance.end(), guide) == page.guidance.end()) page.guidance.push_back(std::move(guide));
        return page;
    });
    if (outcome && outcome->summary.view == access::CaseView::Full) note_shown(world, actor, in_case, outcome->beside, "shown-with:case");
    return outcome;
}

namespace {

/// Nothing is done in it: it is there for its limit, which the law sets.
bool is_a_limit(const procedure::Task& task) {
    return !task.required && task.form.empty() && !task.decision && !task.meeting && !task.exchange && !task.plan &&
           std::any_of(task.time.begin(), task.time.end(), [](const auto& rule) { return rule.strength == procedure::Strength::Statutory; });
}

/// Its stage is still the one the case is in; what is owed after that bounds nothing any more.
bool is_in_its_stage(const CaseRecord& record, const std::string& task) {
    return std::any_of(record.state.stage_of.begin(), record.state.stage_of.end(), [&](const auto& at) {
        const auto* stage = record.definition->stage(at.second);
        return stage && std::any_of(stage->tasks.begin(), stage->tasks.end(), [&](const auto& one) { return one.id == task; });
    });
}

}  // namespace

Result<RecordedBeside> recorded_beside(World& world, const access::Actor& actor, const CaseId& in_case, const PersonId& child) {
    return read_as<RecordedBeside>(world, actor, in_case, "recorded", [&](Reader& reader) -> Result<RecordedBeside> {
        RecordedBeside beside;
        for (auto& form : form_views(reader)) {
            if (!child.empty() && !form.subject.empty() && form.subject != child) continue;
            std::erase_if(form.answers, [](const AnswerView& answer) { return answer.missing || (answer.lines.empty() && answer.rows.empty() && answer.files.empty()); });
            if (form.answers.empty()) continue;
            (form.form == reader.record.definition->start.form ? beside.asked : beside.others).push_back(std::move(form));
        }
        if (reader.sees_fully())
            for (const auto& state : reader.record.state.tasks)
                if (const auto* task = reader.record.definition->task(state.task); task && state.open() && is_a_limit(*task) && is_in_its_stage(reader.record, state.task)) beside.limits.push_back(task_view(reader, *task, &state, {}));
        beside.decisions = decision_views(reader);
        if (!child.empty()) std::erase_if(beside.decisions, [&](const DecisionView& decision) { return !decision.subject.empty() && decision.subject != child; });
        return beside;
    });
}

/// Which of several times is on the page: what is done next is done to the one that has waited longest.
const engine::TaskState* at_hand(const engine::CaseState& state, const std::string& task, const PersonId& subject) {
    const engine::TaskState* waiting = nullptr;
    for (const auto& one : state.tasks)
        if (one.task == task && one.subject == subject && one.status == engine::TaskState::Status::Open && (!waiting || one.occurrence < waiting->occurrence)) waiting = &one;
    return waiting ? waiting : state.task(task, subject);
}

Result<TaskPage> read_task(World& world, const access::Actor& actor, const CaseId& in_case, const std::string& task, const PersonId& subject) {
    auto outcome = read_as<TaskPage>(world, actor, in_case, "task:" + task, [&](Reader& reader) -> Result<TaskPage> {
        const auto* known = reader.record.definition->task(task);
        const auto* state = known ? at_hand(reader.record.state, task, subject) : nullptr;
        if (state && !state->open() && known->repeatable) state = nullptr;  // done before, and may be done again: a fresh one
        const bool anytime = known && !state && std::any_of(reader.record.definition->anytime.begin(), reader.record.definition->anytime.end(), [&](const auto& one) { return one.id == task; });
        if (!known || reader.view == access::CaseView::Receipt || !(reader.sees_fully() || reader.is_own_side(*known)) || (!state && !anytime && !known->repeatable))
            return refuse(RefusalCode::NotFound, "no-such-task", "There is no such task here now. It may have been done, or may not apply any more: look at the record.");

        TaskPage page;
        page.summary = summary_of(reader);
        page.pinned = reader.record.definition;
        page.definition = page.pinned->task(task);
        page.task = task_view(reader, *known, state, engine::possible_acts(*reader.record.definition, reader.record.state, by(reader), reader.surroundings));
        page.task.subject = subject;
        if (!known->form.empty()) {
            page.form = page.pinned->form(known->form);
            const auto* saved = reader.record.state.form(known->form, page.form && page.form->per_child ? subject : PersonId{});
            const bool again = engine::begins_blank(*known, state);
            if (saved && again) page.revision = saved->revision;
            if (saved && page.form && !again) {
                page.answers = redacted(reader, *page.form, saved->answers, subject);
                page.revision = saved->revision;
            }
            if (page.form) begin_rows(reader, *page.form, page.answers);
            if (page.form)
                for (const auto& field : page.form->fields) {
                    const bool part = known->form_fields.empty() || std::find(known->form_fields.begin(), known->form_fields.end(), field.id) != known->form_fields.end();
                    if (part && engine::field_applies(field, *page.form, page.answers, *reader.record.definition, reader.record.state, reader.surroundings, subject)) page.asked_fields.push_back(field.id);
                }
        }
        for (const auto& prompt : known->prompts)
            if (engine::holds(prompt.when, *reader.record.definition, reader.record.state, reader.surroundings, subject)) page.prompts.push_back(prompt);
        page.guidance = guidance_for(reader, *known);
        page.shown = shown_cases(reader, *known);
        page.earlier = earlier_times(reader, *known, subject, state && state->open() ? state->occurrence : std::numeric_limits<int>::max());
        if (known->decision) {
            for (const auto& option : known->decision->options)
                if (engine::holds(option.when, *reader.record.definition, reader.record.state, reader.surroundings, subject)) page.offered_options.emplace_back(option.id, option.label);
            const auto suggested = engine::suggestion(*reader.record.definition, reader.record.state, *known, reader.surroundings, subject);
            page.suggested_option = suggested.option;
            page.suggested_why = suggested.why;
        }
        return page;
    });
    if (outcome)
        for (const auto& group : outcome->shown) note_shown(world, actor, in_case, group.cases, "shown-with:" + task);
    return outcome;
}

}  // namespace hearken::casework
