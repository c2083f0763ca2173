#include "engine/effects.hpp"

#include <algorithm>

#include "calendar/due.hpp"
#include "engine/clocks.hpp"
#include "engine/moments.hpp"
#include "engine/permits.hpp"
#include "procedure/tells_linked.hpp"

namespace hearken::engine {

namespace {

const Strand* strand_named(const Definition& definition, const std::string& id) {
    for (const auto& strand : definition.strands)
        if (strand.id == id) return &strand;
    return nullptr;
}

/// Sharing in the course of a procedure is the task the law gives these bodies, unless the definition says otherwise.
constexpr char kUsualBasis[] = "public-task";

void note(Working& working, const std::string& text, bool significant, const PersonId& subject) {
    Event event = working.follows(EventKind::Noted, {}, subject);
    event.text = text;
    if (significant) event.details["significant"] = "yes";
    working.done(std::move(event));
}

void set(Working& working, EventKind kind, const std::string& element, const PersonId& subject, std::string value,
         const std::string& because) {
    Event event = working.follows(kind, element, subject);
    event.value = std::move(value);
    event.text = because;
    working.done(std::move(event));
}

/// With `at`, when it was so is what somebody answered: a visit on Monday, written up on Wednesday. What follows is nobody's act; by
/// whose it follows is kept, so that a sighting of a child has a name.
void set_fact(Working& working, const Effect& effect, const PersonId& subject, const std::string& because) {
    Event event = working.follows(EventKind::FactSet, effect.name, subject);
    event.value = effect.value.empty() ? "yes" : effect.value;
    event.text = because;
    if (!working.by.user.empty()) event.details["by"] = working.by.user.str();
    if (!effect.at.empty())
        if (const auto moment = moment_of({procedure::Anchor::Kind::Answer, effect.at}, working.scene(), subject)) event.details["at"] = to_iso(moment->at);
    working.done(std::move(event));
}

void open_one_case(Working& working, const Effect& effect, const PersonId& subject, const std::string& because,
                   const std::string& row) {
    Event event = working.follows(EventKind::CaseToOpen, effect.name, subject);
    if (!row.empty()) event.details["row"] = effect.for_each + "/" + row;
    event.text = because;
    event.details["how"] = effect.must ? "must" : "offer";
    if (!effect.value.empty()) event.details["as"] = effect.value;
    if (effect.shares) event.details["shares"] = "yes";
    if (!effect.basis.empty()) event.details["basis"] = effect.basis;
    if (!effect.what.empty()) event.details["what"] = effect.what;
    for (const auto& [from, to] : effect.carry) event.details["carry." + to] = from;
    working.done(std::move(event));
}

/// Cases that this one opened are told: casework does the task in each of them.
void tell_linked(Working& working, const Effect& effect, const PersonId& subject, const std::string& because) {
    Event event = working.follows(EventKind::NoticeOwed, effect.name, subject);
    event.text = because;
    for (const auto& [from, to] : effect.carry) event.details["carry." + to] = from;
    working.done(std::move(event));
}

/// One case; or one for each row of a group (one request to each agency that was named).
void open_case(Working& working, const Effect& effect, const PersonId& subject, const std::string& because) {
    if (effect.for_each.empty()) return open_one_case(working, effect, subject, because, {});
    size_t rows = 0;
    for (const Answer* answer : answers_at(working.scene(), effect.for_each, subject))
        rows = std::max(rows, answer->rows.size());
    for (size_t row = 0; row < rows; ++row) open_one_case(working, effect, subject, because, std::to_string(row));
}

void share(Working& working, const Effect& effect, const PersonId& subject, const std::string& because) {
    Event event = working.follows(EventKind::Shared, effect.name, subject);
    event.value = effect.value;
    event.text = because;
    event.details["basis"] = effect.basis.empty() ? kUsualBasis : effect.basis;
    if (!effect.what.empty()) event.details["what"] = effect.what;
    working.done(std::move(event));
}

void set_flag(Working& working, const Effect& effect, const PersonId& subject, const std::string& because) {
    Event event = working.follows(EventKind::FlagSet, effect.name, subject);
    event.text = because;
    for (const auto& flag : working.definition.flags) {
        if (flag.id != effect.name || flag.expires_after.empty()) continue;
        if (const auto period = calendar::parse_period(flag.expires_after))
            if (const auto until = calendar::due(calendar::Anchor::at_instant(working.occurred_at), *period,
                                                 calendars_of(working.world)))
                event.details["until"] = to_iso(until->at);
    }
    working.done(std::move(event));
}

void move_responsibility(Working& working, const Effect& effect, const std::string& because) {
    const auto to = working.state.organisations.find(effect.value);
    if (to == working.state.organisations.end()) {
        note(working,
             "Responsibility for " + effect.name + " was to move to the " + effect.value +
                 ", but no organisation is recorded as that. It stays where it is until one is recorded.",
             false, {});
        return;
    }
    set(working, EventKind::ResponsibilityMoved, effect.name, {}, to->second.str(), because);
}

/// `from:` is an answer that names people, a relation that names an organisation, or a part that people have in other
/// cases about the same subjects.
void involve(Working& working, const Effect& effect, const PersonId& subject) {
    std::vector<std::string> who;
    if (const std::string part = procedure::known_involvement(effect.value); !part.empty())
        for (const auto& about : working.state.subjects) {
            const auto known = working.world.known.find({part, about.person});
            if (known == working.world.known.end() || !(subject.empty() || subject == about.person)) continue;
            for (const auto& one : known->second)
                if (!contains(who, one)) who.push_back(one);
        }
    for (const Answer* answer : answers_at(working.scene(), effect.value, subject))
        if (answer->kind == Answer::Kind::Given) who.insert(who.end(), answer->values.begin(), answer->values.end());
    if (const auto organisation = working.state.organisations.find(effect.value);
        organisation != working.state.organisations.end())
        who.push_back(organisation->second.str());
    for (auto& one : who)
        if (!one.empty()) set(working, EventKind::PersonInvolved, effect.name, {}, std::move(one), {});
}

/// Forms that a round through this stage begins with: no earlier stage and nothing outside the stages writes them, and
/// nobody goes on with what was written last time.
std::vector<std::string> forms_begun_in(const Definition& definition, const Stage& stage) {
    std::vector<std::string> forms, elsewhere;
    for (const auto& task : definition.anytime) elsewhere.push_back(task.form);
    bool before = true;
    for (const auto& strand : definition.strands)
        for (const auto& one : strand.stages) {
            before = before && &one != &stage;
            for (const auto& task : one.tasks) {
                if (task.form.empty()) continue;
                if (task.continues || task.repeatable || recurs(task) || before) elsewhere.push_back(task.form);
                else if (&one == &stage && !contains(forms, task.form)) forms.push_back(task.form);
            }
        }
    std::erase_if(forms, [&](const std::string& form) { return contains(elsewhere, form); });
    return forms;
}

void reopen(Working& working, const std::string& task, const PersonId& subject, const std::string& because) {
    const Task* known = working.definition.task(task);
    const TaskState* state = known == nullptr ? nullptr : working.state.task(task, key_for(known->per_child, subject));
    if (state == nullptr || state->open()) return;
    Event event = working.follows(EventKind::TaskReopened, task, state->subject, state->occurrence);
    event.text = because;
    event.dues = state->dues;
    if (!known->form.empty()) event.details["form"] = known->form;
    working.done(std::move(event));
}

}  // namespace

void owe_notice(Working& working, const procedure::Notice& notice, const PersonId& subject) {
    if (!holds(notice.when, working.definition, working.state, working.world, subject)) return;
    const std::string silenced = silencing_prohibition(notice, working.scene());
    for (const auto& recipient : notice.to) {
        Event event = working.follows(EventKind::NoticeOwed, notice.id, subject);
        event.value = recipient;
        if (!silenced.empty()) event.details["silenced-by"] = silenced;
        working.done(std::move(event));
    }
}

void apply_effects(Working& working, const std::vector<Effect>& effects, const PersonId& subject,
                   const std::string& because) {
    for (const auto& effect : effects) {
        if (!holds(effect.when, working.definition, working.state, working.world, subject)) continue;
        switch (effect.kind) {
            case Effect::Kind::OpenCase:
                open_case(working, effect, subject, because);
                break;
            case Effect::Kind::EnterStage:
                if (const Strand* strand = working.definition.strand_of(effect.name))
                    enter_stage(working, *strand, *working.definition.stage(effect.name));
                break;
            case Effect::Kind::StartStrand:
                if (const Strand* strand = strand_named(working.definition, effect.name);
                    strand != nullptr && !working.state.stage_of.contains(strand->id))
                    start_strand(working, *strand);
                break;
            case Effect::Kind::CloseCase:
                close_case(working, effect.name, because);
                break;
            case Effect::Kind::EndChild:
                end_child(working, subject, effect.name);
                break;
            case Effect::Kind::SetFact:
                set_fact(working, effect, subject, because);
                break;
            case Effect::Kind::SetFlag:
                set_flag(working, effect, subject, because);
                break;
            case Effect::Kind::EndFlag:
                set(working, EventKind::FlagEnded, effect.name, subject, {}, because);
                break;
            case Effect::Kind::Prohibit:
                set(working, EventKind::ProhibitionSet, effect.name, subject, {}, because);
                break;
            case Effect::Kind::Lift:
                set(working, EventKind::ProhibitionLifted, effect.name, subject, {}, because);
                break;
            case Effect::Kind::MoveResponsibility:
                move_responsibility(working, effect, because);
                break;
            case Effect::Kind::Involve:
                involve(working, effect, subject);
                break;
            case Effect::Kind::Chronology:
                note(working, effect.name, effect.significant, subject);
                break;
            case Effect::Kind::Tell:
                if (procedure::tells_linked(effect)) tell_linked(working, effect, subject, because);
                else if (const auto* notice = working.definition.notice(effect.name)) owe_notice(working, *notice, subject);
                break;
            case Effect::Kind::ReopenTask:
                reopen(working, effect.name, subject, because);
                break;
            case Effect::Kind::Share:
                share(working, effect, subject, because);
                break;
        }
        if (working.state.closed) return;
    }
}

void open_task(Working& working, const Task& task, const PersonId& subject, const TaskState* previous) {
    TaskState state;
    state.task = task.id;
    state.subject = subject;
    state.opened_at = working.follows_at();
    int latest = 0;
    for (const auto& other : working.state.tasks)
        if (other.task == task.id && other.subject == subject) latest = std::max(latest, other.occurrence);
    state.occurrence = latest + 1;
    Event event = working.follows(EventKind::TaskOpened, task.id, subject, state.occurrence);
    event.dues = clocks_of(task, state, working.scene(), previous);
    working.done(std::move(event));

    std::string to;
    if (task.assign == Task::Assign::Initiator) to = working.state.opened_by.user.str();
    if (to.empty()) return;
    Event assigned = working.follows(EventKind::TaskAssigned, task.id, subject, state.occurrence);
    assigned.value = std::move(to);
    assigned.text = "Whoever began the case does this.";
    working.done(std::move(assigned));
}

void cancel_task(Working& working, const TaskState& task, const std::string& because) {
    Event event = working.follows(EventKind::TaskNotNeeded, task.task, task.subject, task.occurrence);
    event.text = because;
    working.done(std::move(event));
}

void start_strand(Working& working, const Strand& strand) {
    working.done(working.follows(EventKind::StrandStarted, strand.id));
    if (!strand.stages.empty()) enter_stage(working, strand, strand.stages.front());
}

void enter_stage(Working& working, const Strand& strand, const Stage& stage) {
    if (const auto now = working.state.stage_of.find(strand.id); now != working.state.stage_of.end()) {
        const Stage* current = working.definition.stage(now->second);
        if (current != nullptr) leave_stage(working, strand, *current);
    }
    Event event = working.follows(EventKind::StageEntered, stage.id);
    event.value = strand.id;
    if (working.state.entered.contains(stage.id))
        if (const std::string forms = joined(forms_begun_in(working.definition, stage)); !forms.empty()) event.details["afresh"] = forms;
    working.done(std::move(event));
}

void leave_stage(Working& working, const Strand& strand, const Stage& stage) {
    Event event = working.follows(EventKind::StageLeft, stage.id);
    event.value = strand.id;
    working.done(std::move(event));
    for (size_t i = 0; i < working.state.tasks.size(); ++i) {  // cancelling changes them, and adds none
        const TaskState& state = working.state.tasks[i];
        const auto own = std::find_if(stage.tasks.begin(), stage.tasks.end(),
                                      [&](const Task& task) { return task.id == state.task; });
        if (own == stage.tasks.end() || state.status != TaskState::Status::Open) continue;
        if (recurs(*own) || (!state.started && state.dues.empty()))
            cancel_task(working, state, "“" + title_of(stage) + "” ended without it.");
    }
}

void end_strand(Working& working, const Strand& strand, const std::string& outcome) {
    if (const auto now = working.state.stage_of.find(strand.id); now != working.state.stage_of.end())
        if (const Stage* current = working.definition.stage(now->second)) leave_stage(working, strand, *current);
    Event event = working.follows(EventKind::StrandEnded, strand.id);
    event.value = outcome;
    working.done(std::move(event));
}

void close_case(Working& working, const std::string& outcome, const std::string& text) {
    if (working.state.closed) return;
    for (const auto& strand : working.definition.strands)
        if (working.state.stage_of.contains(strand.id)) end_strand(working, strand, outcome);
    const std::vector<TaskState> tasks = working.state.tasks;
    for (const auto& task : tasks)
        if (task.open()) {
            const TaskState* now = working.state.task(task.task, task.subject);
            if (now != nullptr && (now->occurrence != task.occurrence || now->open()))
                cancel_task(working, task, "The case was closed.");
        }
    Event event = working.follows(EventKind::CaseClosed, {});
    event.value = outcome;
    event.text = text;
    working.done(std::move(event));
}

void end_child(Working& working, const PersonId& child, const std::string& outcome) {
    const SubjectState* subject = find_subject(working.state, child);
    if (subject == nullptr || !subject->outcome.empty()) return;
    Event event = working.follows(EventKind::ChildEnded, {}, child);
    event.value = outcome;
    working.done(std::move(event));
    const std::vector<TaskState> tasks = working.state.tasks;
    for (const auto& task : tasks) {
        if (task.subject != child || task.status != TaskState::Status::Open) continue;
        const Task* known = working.definition.task(task.task);
        const bool again = known != nullptr && recurs(*known);  // the next visit falls away; what is owed once stays owed
        const bool owed = !task.dues.empty() && (known == nullptr || known->required);
        if (again || (!task.started && !owed)) cancel_task(working, task, "This child’s own course has ended.");
    }
}

}  // namespace hearken::engine
