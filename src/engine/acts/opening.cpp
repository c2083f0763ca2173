// Opening a case, and somebody joining it.
#include <algorithm>
#include <set>

#include "engine/acts/acts.hpp"
#include "engine/acts/target.hpp"
#include "engine/answers_check.hpp"
#include "engine/clocks.hpp"
#include "engine/permits.hpp"

namespace hearken::engine {

namespace {

void check_subject(Working& working, const OpenCase::Subject& subject, bool urgent) {
    const auto& subjects = working.definition.subjects;
    if (subject.person.empty())
        working.objections.add(RefusalCode::Invalid, "subject", "Say who this is about.", "subjects");
    if (subjects.parts.empty()) return;
    const bool known = std::any_of(subjects.parts.begin(), subjects.parts.end(),
                                   [&](const auto& part) { return part.id == subject.part; });
    if (!known && !(subject.part.empty() && (urgent || subject.kind != subjects.kind)))
        working.objections.add(RefusalCode::Invalid, "part", "Choose each child’s own part in what happened.", "part");
}

void check_subjects(Working& working, const OpenCase& command) {
    const auto& rules = working.definition.subjects;
    std::set<PersonId> seen;
    int counted = 0;
    for (const auto& subject : command.subjects) {
        check_subject(working, subject, working.definition.start.urgent);
        if (!subject.person.empty() && !seen.insert(subject.person).second)
            working.objections.add(RefusalCode::Invalid, "twice",
                                   "The same person is named twice. Take one of them off.", "subjects");
        const bool unborn_child = rules.kind == "child" && rules.unborn && subject.kind == "unborn";
        counted += subject.kind == rules.kind || unborn_child ? 1 : 0;
    }
    if (counted < rules.at_least)
        working.objections.add(RefusalCode::Invalid, "required",
                               rules.at_least == 1
                                   ? "Say who this is about. If you do not know the name, describe them."
                                   : "Name at least " + std::to_string(rules.at_least) + ".",
                               "subjects");
    if (rules.at_most > 0 && counted > rules.at_most)
        working.objections.add(
            RefusalCode::Invalid, "too-many",
            "Name no more than " + std::to_string(rules.at_most) + ". Start another case for the others.", "subjects");
}

void check_opener(Working& working, const OpenCase& command) {
    const auto& start = working.definition.start;
    if (command.brought_about || start.urgent || contains(start.roles, "public") || acts_for_one_of(working.world, command.by.role, start.roles))
        return;
    working.objections.add(RefusalCode::NotPermitted, "role",
                           "“" + working.definition.title + "” is started by " +
                               one_of_roles(working.world, start.roles) + ". Change role if you hold it, or ask them.");
}

/// The form is looked at as it will stand: with its subjects in the case.
void check_start_form(Working& working, const OpenCase& command) {
    const Form* form =
        working.definition.start.form.empty() ? nullptr : working.definition.form(working.definition.start.form);
    if (form == nullptr) return;
    CaseState opening;
    opening.opened = true;
    for (const auto& subject : command.subjects)
        opening.subjects.push_back({subject.person, subject.kind, subject.part, working.occurred_at, 0, ""});
    const Scene scene{working.definition, opening, working.world};
    const auto check = [&](const Answers& answers, const PersonId& subject) {
        // Also for an urgent start: the checker has proved that what it requires is known at once. Where a rule of another
        // procedure opens it nobody is there to be asked: what is missing stays a gap of the record, to be filled in it.
        working.objections.add(RefusalCode::Invalid,
                               check_form(*form, {}, answers, command.brought_about ? Completeness::Draft : Completeness::Submitting, scene, subject));
    };
    if (!form->per_child) return check(command.answers, {});
    for (const auto& subject : command.subjects) {
        if (!counts_as_child(working.definition, subject.kind)) continue;
        const auto given = command.per_child.find(subject.person);
        check(given == command.per_child.end() ? command.answers : given->second, subject.person);
    }
}

void join_organisation(Working& working, const std::string& relation, const OrganisationId& organisation) {
    if (organisation.empty() || relation == "owner" || working.state.organisations.contains(relation)) return;
    Event event = working.act(EventKind::OrganisationJoined, relation);
    event.value = organisation.str();
    working.done(std::move(event));
}

void join_subject(Working& working, const OpenCase::Subject& subject) {
    Event event = working.act(EventKind::SubjectJoined, {}, subject.person);
    event.value = subject.kind;
    event.text = subject.part;
    working.done(std::move(event));
}

void save_start_form(Working& working, const std::string& form, const Answers& answers, const PersonId& subject) {
    if (answers.empty()) return;
    Event event = working.act(EventKind::FormSaved, {}, subject);
    event.details["form"] = form;
    event.answers = answers;
    working.done(std::move(event));
}

void save_start_forms(Working& working, const OpenCase& command) {
    const std::string& id = working.definition.start.form;
    const Form* form = id.empty() ? nullptr : working.definition.form(id);
    if (form == nullptr) return;
    if (!form->per_child) return save_start_form(working, id, command.answers, {});
    for (const auto& subject : command.subjects) {
        const auto given = command.per_child.find(subject.person);
        save_start_form(working, id, given == command.per_child.end() ? command.answers : given->second,
                        subject.person);
    }
}

/// How soon the opening itself came (e.g. since somebody became aware): its clocks, met or missed by the opening.
void set_start_clocks(Working& working) {
    Task opening;
    opening.time = working.definition.start.time;
    TaskState state;
    state.opened_at = working.occurred_at;
    state.dues = state.original_dues = clocks_of(opening, state, working.scene());
    if (state.dues.empty()) return;
    Event event = working.follows(EventKind::ClockSet, {});
    event.text = "What the opening of this case is measured by.";
    event.details = timeliness_details(state, working.occurred_at, working.world.now);
    event.dues = std::move(state.dues);
    working.done(std::move(event));
}

}  // namespace

void perform(Working& working, const OpenCase& command) {
    const Definition& definition = working.definition;
    if (working.state.opened)
        return working.objections.add(RefusalCode::Conflict, "already-open", "This case is open already.");
    check_opener(working, command);
    if (command.owner.empty())
        working.objections.add(RefusalCode::Invalid, "required",
                               "Choose the organisation that is responsible for this case.", "owner");
    check_subjects(working, command);
    if (command.received_at && *command.received_at > working.world.now)
        working.objections.add(RefusalCode::Invalid, "future", "Enter when this was received: now or earlier.",
                               "received-at");
    words_readable(working, command.title, "the title", "title");
    check_start_form(working, command);
    if (working.objections.any()) return;

    Event opened = working.act(EventKind::CaseOpened, definition.id);
    opened.value = command.owner.str();
    opened.details.insert(command.details.begin(), command.details.end());
    opened.details["version"] = definition.version;
    opened.details["title"] = says_something(command.title) ? command.title : definition.title;
    if (command.received_at) opened.details["received-at"] = to_iso(*command.received_at);
    working.done(std::move(opened));
    for (const auto& [relation, organisation] : command.organisations)
        join_organisation(working, relation, organisation);
    join_organisation(working, definition.start.relation, command.by.organisation);
    for (const auto& subject : command.subjects) join_subject(working, subject);
    for (const auto& [involvement, who] : command.involved) {
        if (who.empty()) continue;
        Event event = working.act(EventKind::PersonInvolved, involvement);
        event.value = who;
        working.done(std::move(event));
    }
    if (!definition.aspects.empty()) {
        Event event = working.act(EventKind::ResponsibilityMoved, definition.aspects.front());
        event.value = command.owner.str();
        event.text = "Responsible from the start.";
        event.details["from-start"] = "yes";  // nothing moved: no event of the child's life
        working.done(std::move(event));
    }
    save_start_forms(working, command);
    set_start_clocks(working);
}

Opening what_opens(const Definition& definition, const OpenCase& command, const Surroundings& surroundings) {
    Opening opening;
    CaseState state;
    state.opened = true;
    const Form* form = definition.start.form.empty() ? nullptr : definition.form(definition.start.form);
    for (const auto& subject : command.subjects) {
        state.subjects.push_back({subject.person, subject.kind, subject.part, surroundings.now, 0, ""});
        if (form == nullptr || !form->per_child) continue;
        const auto own = command.per_child.find(subject.person);
        state.forms[{form->id, subject.person}].answers = own == command.per_child.end() ? command.answers : own->second;
    }
    if (form != nullptr && !form->per_child) state.forms[{form->id, {}}].answers = command.answers;
    for (const auto& subject : command.subjects) {
        const auto& all = definition.start.instead;
        const auto found = std::find_if(all.begin(), all.end(), [&](const auto& instead) {
            return holds(instead.when, definition, state, surroundings, subject.person);
        });
        if (found == all.end())
            opening.ordinary.push_back(subject);
        else
            opening.instead.emplace_back(&*found, subject);
    }
    return opening;
}

void perform(Working& working, const AddSubject& command) {
    ask_case_open(working);
    check_subject(working, command.subject, true);
    if (find_subject(working.state, command.subject.person) != nullptr)
        working.objections.add(RefusalCode::Conflict, "twice", "This person is in the case already.", "subjects");
    const auto& rules = working.definition.subjects;
    const auto counted = std::count_if(working.state.subjects.begin(), working.state.subjects.end(),
                                       [&](const SubjectState& one) { return one.kind == rules.kind; });
    if (rules.at_most > 0 && command.subject.kind == rules.kind && counted >= rules.at_most)
        working.objections.add(
            RefusalCode::Invalid, "too-many",
            "This case is about no more than " + std::to_string(rules.at_most) + ". Start another case.", "subjects");
    if (working.objections.any()) return;
    join_subject(working, command.subject);
    const Form* form = working.definition.start.form.empty() ? nullptr : working.definition.form(working.definition.start.form);
    if (form != nullptr && form->per_child && !command.answers.empty()) save_start_form(working, form->id, command.answers, command.subject.person);
}

}  // namespace hearken::engine
