// Keeping answers, finishing a task, saying that it is not needed, reopening it.
#include <algorithm>

#include "engine/acts/acts.hpp"
#include "engine/anew.hpp"
#include "engine/acts/target.hpp"
#include "engine/answers_check.hpp"
#include "engine/clocks.hpp"
#include "engine/field_checks.hpp"
#include "engine/following.hpp"
#include "engine/permits.hpp"

namespace hearken::engine {

namespace {

const Form* form_of(const Working& working, const Target& target) {
    return target.task().form.empty() ? nullptr : working.definition.form(target.task().form);
}

const Answers& saved_answers(const Working& working, const Form& form, const PersonId& subject) {
    static const Answers kNone;
    const FormState* saved = working.state.form(form.id, key_for(form.per_child, subject));
    return saved == nullptr ? kNone : saved->answers;
}

/// A task that asks only some fields leaves the others as they are; any other replaces the whole.
Answers merged(const Working& working, const Form& form, const Target& target, const Answers& given) {
    const auto& only = target.task().form_fields;
    if (only.empty()) return given;
    Answers all = saved_answers(working, form, target.subject);
    const auto is_asked = [&](const std::string& key) {
        return std::any_of(form.fields.begin(), form.fields.end(),
                           [&](const Field& field) { return contains(only, field.id) && belongs_to(field, key); });
    };
    std::erase_if(all, [&](const auto& answer) { return is_asked(answer.first); });
    for (const auto& [key, answer] : given)
        if (is_asked(key)) all[key] = answer;
    return all;
}

/// Whoever does a part of a form answers that part; what else they send is refused, not dropped.
void ask_own_part(Working& working, const Form& form, const Target& target, const Answers& given) {
    const auto& only = target.task().form_fields;
    if (only.empty()) return;
    const Answers& saved = saved_answers(working, form, target.subject);
    for (const auto& [key, answer] : given) {
        const bool theirs = std::any_of(form.fields.begin(), form.fields.end(), [&](const Field& field) {
            return contains(only, field.id) && belongs_to(field, key);
        });
        const auto before = saved.find(key);
        if (!theirs && !answer.blank() && (before == saved.end() || before->second != answer))
            working.objections.add(RefusalCode::Invalid, "not-asked",
                                   "This part of the form is not asked of you here. Answer your own part.", key);
    }
}

void ask_revision(Working& working, const Form& form, const PersonId& subject, std::optional<int> based_on) {
    if (!based_on) return;
    const FormState* saved = working.state.form(form.id, key_for(form.per_child, subject));
    const int revision = saved == nullptr ? 0 : saved->revision;
    if (revision != *based_on)
        working.objections.add(
            RefusalCode::Conflict, "changed-since",
            "Somebody else has saved this form since you opened it. Compare their answers with yours, "
            "which are kept, and save again.");
}

size_t files_in(const std::vector<Field>& fields, const Answers& answers) {
    size_t files = 0;
    for (const auto& field : fields) {
        const auto answer = answers.find(field.id);
        if (answer == answers.end()) continue;
        if (field.type == procedure::FieldType::File) files += answer->second.values.size();
        for (const auto& row : answer->second.rows) files += files_in(field.fields, row);
    }
    return files;
}

void save(Working& working, const Target& target, const Form& form, Answers answers) {
    const PersonId key = key_for(form.per_child, target.subject);
    const FormState* saved = working.state.form(form.id, key);
    if (saved != nullptr && saved->answers == answers) return;
    const size_t before = saved == nullptr ? 0 : files_in(form.fields, saved->answers);
    Event event = working.act(EventKind::FormSaved, target.task().id, key, target.occurrence);
    event.details["form"] = form.id;
    if (const size_t now = files_in(form.fields, answers); now > before)
        event.details["files"] = std::to_string(now - before);
    event.answers = std::move(answers);
    working.done(std::move(event));
}

std::string what_to_do_instead(const Task& task) {
    if (task.decision) return "This is a decision: choose an option and give the reasons.";
    if (task.exchange)
        return "This is sent to " + (task.exchange->body.empty() ? "another body" : task.exchange->body) +
               ": record it as sent, and then what they answered.";
    return "This is a meeting: arrange it, and record it when it has been held.";
}

/// A signed form still takes answers to what was left open; what was signed changes only by a correction.
void save_supplement(Working& working, const SaveForm& command, const Form& form, const Target& target) {
    ask_own_part(working, form, target, command.answers);
    const Answers& before = saved_answers(working, form, target.subject);
    const Answers after = merged(working, form, target, command.answers);
    for (const auto& [key, answer] : before) {
        const auto now = after.find(key);
        if (!answer.blank() && (now == after.end() || now->second != answer))
            working.objections.add(
                RefusalCode::Conflict, "signed-off",
                "This was signed off and stays as it is. Add a correction instead; the first text stays readable.",
                key);
    }
    working.objections.add(RefusalCode::Invalid, check_form(form, target.task().form_fields, after, Completeness::Draft,
                                                            working.scene(), target.subject));
    if (!working.objections.any()) save(working, target, form, after);
}

/// Said once: where the form itself asks for the date, its own words serve.
void ask_next_date(const Task& task, const Answers& answers, std::vector<Reason>& faults) {
    const bool sets_next =
        std::any_of(task.time.begin(), task.time.end(), [](const TimeRule& rule) { return rule.sets_next; });
    if (!sets_next || std::any_of(faults.begin(), faults.end(), [](const Reason& fault) { return fault.field == "next-date"; })) return;
    const auto given = answers.find("next-date");
    if (given == answers.end() || given->second.kind != Answer::Kind::Given || given->second.blank())
        faults.push_back(
            {"next-date",
             "Enter the date when this is to be done next: no interval is laid down, so each time sets the next.",
             "next-date"});
}

bool mentions(const Condition& condition, const std::string& task) {
    using Kind = Condition::Kind;
    const bool about_task = condition.kind == Kind::Done || condition.kind == Kind::Decided ||
                            condition.kind == Kind::Approved || condition.kind == Kind::ExchangeSent ||
                            condition.kind == Kind::ExchangeAnswered || condition.kind == Kind::Held;
    return (about_task && condition.name == task) ||
           std::any_of(condition.of.begin(), condition.of.end(),
                       [&](const Condition& one) { return mentions(one, task); });
}

/// A block somewhere in the procedure waits for this task: it cannot be left out.
const Gate* block_that_waits_for(const Definition& definition, const std::string& task) {
    const auto among = [&](const std::vector<Gate>& gates) -> const Gate* {
        for (const auto& gate : gates)
            if (gate.strength == GateStrength::Block && mentions(gate.that, task)) return &gate;
        return nullptr;
    };
    for (const auto& strand : definition.strands)
        for (const auto& stage : strand.stages) {
            if (const Gate* gate = among(stage.leave_when)) return gate;
            for (const auto& other : stage.tasks)
                if (const Gate* gate = among(other.needs)) return gate;
        }
    for (const auto& other : definition.anytime)
        if (const Gate* gate = among(other.needs)) return gate;
    return nullptr;
}

}  // namespace

void perform(Working& working, const SaveForm& command) {
    const Place place = place_of(working.definition, command.task);
    if (place.task != nullptr && working.state.opened && !working.state.closed) {
        const PersonId about = key_for(place.task->per_child, command.subject);
        const TaskState* latest = working.state.task(command.task, about);
        const Form* form = working.definition.form(place.task->form);
        if (form != nullptr && latest != nullptr && latest->status == TaskState::Status::Done &&
            !place.task->repeatable && !place.task->urgent) {
            const Target target{place, about, latest->occurrence};
            working.objections.add(RefusalCode::NotPermitted, why_not_theirs(place, working.by, working.scene()));
            ask_revision(working, *form, about, command.based_on_revision);
            return save_supplement(working, command, *form, target);
        }
    }
    Target target = find_target(working, command.task, command.subject);
    if (!target.known()) return;
    const Form* form = form_of(working, target);
    if (form == nullptr) {
        working.objections.add(RefusalCode::Invalid, "no-form", "This task has no form to fill.", "task");
        return;
    }
    if (!target.urgent())
        working.objections.add(RefusalCode::NotPermitted, why_not_theirs(target.place, working.by, working.scene()));
    ask_revision(working, *form, target.subject, command.based_on_revision);
    ask_own_part(working, *form, target, command.answers);
    const Answers answers = merged(working, *form, target, command.answers);
    working.objections.add(RefusalCode::Invalid, check_form(*form, target.task().form_fields, answers,
                                                            Completeness::Draft, working.scene(), target.subject));
    if (working.objections.any()) return;
    take_up(working, target, {}, {});
    save(working, target, *form, answers);
}

void perform(Working& working, const DoTask& command) {
    Target target = find_target(working, command.task, command.subject);
    if (!target.known()) return;
    const Task& task = target.task();
    const TaskState* open = target.occurrence == 0 ? nullptr : working.state.task(task.id, target.subject);
    const bool minutes = task.meeting && open != nullptr && open->minutes_awaited;
    if (task.decision || task.exchange || (task.meeting && !minutes))
        working.objections.add(RefusalCode::Invalid, "wrong-act", what_to_do_instead(task), "task");
    Permission permission = ask_permission(working, target, command.why);
    words_readable(working, command.note, "the note", "note");
    words_readable(working, command.why, "the reason", "why");

    const Form* form = form_of(working, target);
    Answers answers;
    std::vector<Reason> faults;
    if (form != nullptr && !working.objections.any()) {
        if (!task.urgent) ask_revision(working, *form, target.subject, command.based_on_revision);
        ask_own_part(working, *form, target, command.answers);
        // Finished without answers: those kept so far are meant, unless they are of an earlier time.
        const TaskState* now = target.occurrence == 0 ? nullptr : occurrence(working.state, task.id, target.subject, target.occurrence);
        const bool as_kept = command.answers.empty() && now != nullptr && !begins_blank(task, now);
        answers = as_kept ? saved_answers(working, *form, target.subject) : merged(working, *form, target, command.answers);
        faults =
            check_form(*form, task.form_fields, answers, Completeness::Submitting, working.scene(), target.subject);
        if (!task.urgent) ask_next_date(task, answers, faults);
    }
    for (auto& reason : unattested(task, command.attested, working.scene(), target.subject))
        faults.push_back(std::move(reason));
    if (minutes)
        for (const auto& item : task.meeting->agenda) {
            const auto minuted = command.answers.find(item.id);
            if (item.must_be_minuted && (minuted == command.answers.end() || minuted->second.blank()))
                faults.push_back(
                    {"required",
                     "Minute “" + (item.title.empty() ? item.id : item.title) + "”, even if only to say none.",
                     item.id});
        }
    if (task.urgent) {
        // Act first, paperwork afterwards: what is missing is listed, and stays to be added.
        std::vector<std::string> incomplete;
        for (const auto& fault : faults) incomplete.push_back(fault.field.empty() ? fault.code : fault.field);
        if (!incomplete.empty()) permission.details["incomplete"] = joined(incomplete);
        faults = unreadable_only(faults);
    }
    working.objections.add(RefusalCode::Invalid, std::move(faults));
    if (working.objections.any()) return;

    const TaskState state = take_up(working, target, permission, command.why);
    if (form != nullptr) save(working, target, *form, std::move(answers));
    Event event = working.act(EventKind::TaskDone, task.id, target.subject, target.occurrence);
    event.text = command.note;
    event.details.merge(permission.details);
    event.details.merge(timeliness_details(state, working.occurred_at, working.world.now));
    if (form != nullptr && form->locks_on_signature && task.form_fields.empty()) event.details["form"] = form->id;
    if (!command.attested.empty()) event.details["attested"] = joined(command.attested);
    if (minutes) {
        event.details["minutes"] = "recorded";
        event.answers = command.answers;
    }
    working.done(std::move(event));
}

void perform(Working& working, const NotNeeded& command) {
    const Target target = find_target(working, command.task, command.subject);
    words_given(working, command.reason, "why this is not needed", "reason");
    if (!target.known() || working.objections.any()) return;
    const Task& task = target.task();
    working.objections.add(RefusalCode::NotPermitted, why_not_theirs(target.place, working.by, working.scene()));
    const bool applies = holds(task.when, working.definition, working.state, working.world, target.subject);
    const Gate* waits = block_that_waits_for(working.definition, task.id);
    if (task.required && applies && waits != nullptr)
        working.objections.add(
            RefusalCode::GateNotMet, "required",
            "This cannot be left out: " +
                (waits->otherwise.empty() ? std::string("a later step needs it.") : waits->otherwise));
    if (target.occurrence == 0)
        working.objections.add(RefusalCode::Conflict, "not-open",
                               "This is not open, so there is nothing to leave out.");
    if (working.objections.any()) return;
    Event event = working.act(EventKind::TaskNotNeeded, task.id, target.subject, target.occurrence);
    event.text = command.reason;
    working.done(std::move(event));
}

void perform(Working& working, const ReopenTask& command) {
    const TaskState* found =
        find_occurrence(working, command.task, command.subject, {TaskState::Status::Done, TaskState::Status::NotNeeded},
                        "not-done", "This has not been done or left out, so there is nothing to reopen.");
    words_given(working, command.reason, "why this is reopened", "reason");
    const Place place = place_of(working.definition, command.task);
    if (place.task != nullptr)
        working.objections.add(RefusalCode::NotPermitted, why_not_theirs(place, working.by, working.scene()));
    const SubjectState* child = found == nullptr ? nullptr : find_subject(working.state, found->subject);
    if (child != nullptr && !child->outcome.empty())
        working.objections.add(RefusalCode::Conflict, "child-ended",
                               "This child’s own course in this case has ended, so nobody could go on from here. Add a correction to what was recorded.", "subject");
    if (found == nullptr || working.objections.any()) return;
    Event event = working.act(EventKind::TaskReopened, found->task, found->subject, found->occurrence);
    event.text = command.reason;
    event.dues = found->dues;
    if (!place.task->form.empty()) event.details["form"] = place.task->form;
    working.done(std::move(event));
}

}  // namespace hearken::engine
