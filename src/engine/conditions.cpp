#include <algorithm>
#include <cstdlib>

#include "calendar/due.hpp"
#include "calendar/local_time.hpp"
#include "calendar/moment_text.hpp"
#include "engine/clocks.hpp"
#include "engine/moments.hpp"
#include "procedure/anchors.hpp"
#include "engine/scene.hpp"

namespace hearken::engine {

namespace {

using Kind = Condition::Kind;
using Test = Condition::Test;

std::optional<double> number(const std::string& text) {
    if (text.empty()) return std::nullopt;
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (*end != '\0') return std::nullopt;
    return value;
}

bool passes_number(const Condition& condition, const std::string& value) {
    const auto given = number(value);
    const auto limit = condition.values.empty() ? std::nullopt : number(condition.values.front());
    if (!given || !limit) return false;
    if (condition.test == Test::AtLeast) return *given >= *limit;
    if (condition.test == Test::AtMost) return *given <= *limit;
    return *given < *limit;
}

bool passes_value(const Condition& condition, const std::string& value) {
    switch (condition.test) {
        case Test::Is:
        case Test::In:
            return contains(condition.values, value);
        case Test::AtLeast:
        case Test::AtMost:
        case Test::Under:
            return passes_number(condition, value);
        case Test::Answered:
            return !value.empty();
        case Test::NotKnown:
            return value == "not-known";
    }
    return false;
}

bool passes_answer(const Condition& condition, const Answer& answer) {
    // "Not asked" and "not known" are neither a yes nor a no: only the tests that name them see them.
    if (condition.test == Test::Answered)
        return answer.kind == Answer::Kind::NotKnown || (answer.kind == Answer::Kind::Given && !answer.blank());
    if (answer.kind == Answer::Kind::NotKnown)
        return condition.test == Test::NotKnown || passes_value(condition, "not-known");
    if (answer.kind == Answer::Kind::NotAsked) return false;
    return std::any_of(answer.values.begin(), answer.values.end(),
                       [&](const std::string& value) { return passes_value(condition, value); });
}

/// How a condition about a task looks at its occurrences. Asked of no child in particular, about a task that each
/// child has: "at all" means for every child whose course runs; with a value it means for at least one child, ended or
/// not ("one of them goes to assessment").
template <class TestOccurrence>
bool any_occurrence(const Scene& scene, const std::string& task, const PersonId& subject, bool for_every_child,
                    TestOccurrence test) {
    const Task* known = scene.definition.task(task);
    const bool per_child = known != nullptr && known->per_child;
    const long since = round_began(scene, task);
    const auto holds_for = [&](const PersonId& key, bool whoever) {
        return std::any_of(scene.state.tasks.begin(), scene.state.tasks.end(), [&](const TaskState& state) {
            return state.task == task && (whoever || state.subject == key) && state.opened_sequence >= since &&
                   test(state);
        });
    };
    if (!per_child) return holds_for({}, false);
    if (!subject.empty()) return holds_for(subject, false);
    if (!for_every_child) return holds_for({}, true);
    const auto children = running_children(scene);
    if (children.empty()) return holds_for({}, true);
    return std::all_of(children.begin(), children.end(),
                       [&](const PersonId& child) { return holds_for(child, false); });
}

bool holds_about_task(const Condition& condition, const Scene& scene, const PersonId& subject) {
    const auto done = [](const TaskState& task) { return task.status == TaskState::Status::Done; };
    // A decision taken again (a review, a second emergency) replaces the one before it; an unsigned one does not yet.
    const auto replaced = [&](const TaskState& task, bool by_signed) {
        return std::any_of(scene.state.tasks.begin(), scene.state.tasks.end(), [&](const TaskState& later) {
            return later.task == task.task && later.subject == task.subject && later.occurrence > task.occurrence &&
                   !later.option.empty() && (!by_signed || done(later));
        });
    };
    const auto option_matches = [&](const TaskState& task) {
        return !task.option.empty() && (condition.values.empty() || passes_value(condition, task.option));
    };
    const bool at_all = condition.values.empty();
    switch (condition.kind) {
        case Kind::Done:
            return any_occurrence(scene, condition.name, subject, true, done);
        case Kind::Decided:
            return any_occurrence(scene, condition.name, subject, at_all, [&](const TaskState& task) {
                return option_matches(task) && !replaced(task, false);
            });
        case Kind::Approved:
            return any_occurrence(scene, condition.name, subject, at_all, [&](const TaskState& task) {
                return done(task) && option_matches(task) && !replaced(task, true);
            });
        case Kind::ExchangeSent:
            return any_occurrence(scene, condition.name, subject, true,
                                  [](const TaskState& task) { return task.sent_at != Instant{}; });
        case Kind::ExchangeAnswered:
            return any_occurrence(scene, condition.name, subject, true,
                                  [](const TaskState& task) { return task.answered_at != Instant{}; });
        default:
            return false;
    }
}

/// Worked out from the record of the child and of this case: they joined it before they were born.
constexpr char kBornDuringCase[] = "born-during-case";

std::string born_during_case(const Scene& scene, const PersonId& subject) {
    const SubjectState* child = find_subject(scene.state, subject);
    const auto born_on = scene.world.facts.find({"born-on", subject});
    if (child == nullptr || born_on == scene.world.facts.end()) return {};
    const auto born = calendar::parse_moment(born_on->second);
    if (!born) return {};
    return calendar::local_date_of(born->at) >= calendar::local_date_of(child->joined_at) ? "yes" : "no";
}

std::string fact(const Scene& scene, const std::string& name, const PersonId& subject) {
    if (name == kBornDuringCase) return born_during_case(scene, subject);
    // A fact that a decision of this case set is nearer than one the world tells us.
    for (const PersonId& about : {subject, PersonId{}})
        if (const auto set = scene.state.facts.find({name, about}); set != scene.state.facts.end()) return set->second;
    for (const PersonId& about : {subject, PersonId{}})
        if (const auto told = scene.world.facts.find({name, about}); told != scene.world.facts.end())
            return told->second;
    return {};
}

/// About one child when asked of one; otherwise of any subject.
template <class Holds>
bool of_child_or_any(const Scene& scene, const PersonId& subject, Holds holds_of) {
    if (!subject.empty() || holds_of(PersonId{})) return holds_of(subject);
    return std::any_of(scene.state.subjects.begin(), scene.state.subjects.end(),
                       [&](const SubjectState& one) { return holds_of(one.person); });
}

bool holds_fact(const Condition& condition, const Scene& scene, const PersonId& subject) {
    return of_child_or_any(scene, subject, [&](const PersonId& about) {
        const std::string value = fact(scene, condition.name, about);
        if (condition.values.empty() && condition.test == Test::Is) return value == "yes";
        return passes_value(condition, value);
    });
}

bool holds_age(const Condition& condition, const Scene& scene, const PersonId& subject) {
    return of_child_or_any(scene, subject, [&](const PersonId& about) {
        if (about.empty()) return false;
        if (fact(scene, "unborn", about) == "yes") return condition.test != Test::AtLeast;  // under every age
        const std::string age = fact(scene, "age-in-years", about);
        return !age.empty() && passes_number(condition, age);
    });
}

/// A dated flag that has run out is not in force, whether or not anybody has said so yet.
bool is_flagged(const Scene& scene, const std::string& flag, const PersonId& about) {
    if (!scene.state.flags.contains({flag, about})) return false;
    const auto until = scene.state.flag_until.find({flag, about});
    return until == scene.state.flag_until.end() || scene.world.now <= until->second;
}

bool holds_linked(const Condition& condition, const Scene& scene) {
    const std::string wanted = condition.values.empty() ? "any" : condition.values.front();
    const auto [from, until] = scene.world.linked.equal_range(condition.name);
    return std::any_of(from, until, [&](const auto& link) { return wanted == "any" || link.second == wanted; });
}

/// Of this child; asked of no child in particular, of any child of the case.
bool holds_elsewhere(const Condition& condition, const Scene& scene, const PersonId& subject) {
    const std::string wanted = condition.values.empty() ? "any" : condition.values.front();
    return of_child_or_any(scene, subject, [&](const PersonId& about) {
        const auto [from, until] = scene.world.elsewhere.equal_range({condition.name, about});
        return std::any_of(from, until, [&](const auto& other) { return wanted == "any" || other.second == wanted; });
    });
}

bool children_ended(const Scene& scene) {
    bool any = false;
    for (const auto& subject : scene.state.subjects) any = any || is_child(scene.definition, subject);
    return any && running_children(scene).empty();
}

/// In this round: an earlier one's meeting, before its stage was entered again, says nothing of this one.
bool was_held(const Scene& scene, const std::string& meeting) {
    const long since = round_began(scene, meeting);
    return scene.state.meetings_held.contains(meeting) && std::any_of(scene.state.tasks.begin(), scene.state.tasks.end(), [&](const TaskState& task) {
        return task.task == meeting && task.opened_sequence >= since && (task.minutes_awaited || task.status == TaskState::Status::Done);
    });
}

bool holds_elapsed(const Condition& condition, const Scene& scene, const PersonId& subject) {
    const auto limit = elapses_at(condition, scene, subject);
    return limit && scene.world.now > *limit;
}

bool holds_in(const Condition& condition, const Scene& scene, const PersonId& subject) {
    const CaseState& state = scene.state;
    switch (condition.kind) {
        case Kind::Always:
            return true;
        case Kind::All:
            return std::all_of(condition.of.begin(), condition.of.end(),
                               [&](const Condition& one) { return holds_in(one, scene, subject); });
        case Kind::Any:
            return std::any_of(condition.of.begin(), condition.of.end(),
                               [&](const Condition& one) { return holds_in(one, scene, subject); });
        case Kind::Not:
            return std::none_of(condition.of.begin(), condition.of.end(),
                                [&](const Condition& one) { return holds_in(one, scene, subject); });
        case Kind::Answer: {
            const auto answers = answers_at(scene, condition.name, subject);
            Condition test = condition;
            if (!test.setting.empty()) test.values = {setting_value(scene, test.setting)};
            return std::any_of(answers.begin(), answers.end(),
                               [&](const Answer* answer) { return passes_answer(test, *answer); });
        }
        case Kind::Exists: {
            const auto kept = state.records.find(condition.name);
            return kept != state.records.end() && kept->second > 0;
        }
        case Kind::Fact:
            return holds_fact(condition, scene, subject);
        case Kind::Age:
            return holds_age(condition, scene, subject);
        case Kind::Setting:
            return passes_value(condition, setting_value(scene, condition.name));
        case Kind::Entered:
            return state.entered.contains(condition.name);
        case Kind::Left:
            return state.left.contains(condition.name);
        case Kind::Responsible: {
            const auto now = state.responsible.find(condition.name);
            if (now == state.responsible.end()) return false;
            return std::any_of(condition.values.begin(), condition.values.end(), [&](const std::string& relation) {
                const auto organisation = state.organisations.find(relation);
                return organisation != state.organisations.end() && organisation->second == now->second;
            });
        }
        case Kind::Linked:
            return holds_linked(condition, scene);
        case Kind::Elsewhere:
            return holds_elsewhere(condition, scene, subject);
        case Kind::ChildrenEnded:
            return children_ended(scene);
        case Kind::Held:
            return was_held(scene, condition.name);
        case Kind::Quorate:
            return state.quorate.contains(condition.name) && was_held(scene, condition.name);
        case Kind::Prohibited:
            return scene.world.prohibitions.contains(condition.name) ||
                   std::any_of(state.prohibitions.begin(), state.prohibitions.end(),
                               [&](const auto& set) { return set.first == condition.name; });
        case Kind::Flag:
            return of_child_or_any(scene, subject, [&](const PersonId& about) {
                return is_flagged(scene, condition.name, about) ||
                       fact(scene, "flag:" + condition.name, about) == "yes";
            });
        case Kind::Elapsed:
            return holds_elapsed(condition, scene, subject);
        case Kind::Done:
        case Kind::Decided:
        case Kind::Approved:
        case Kind::ExchangeAnswered:
        case Kind::ExchangeSent:
            return holds_about_task(condition, scene, subject);
    }
    return false;
}

}  // namespace

std::optional<Instant> elapses_at(const Condition& condition, const Scene& scene, const PersonId& subject) {
    const auto anchor = procedure::anchor_from_text(condition.name);
    const std::string words = condition.setting.empty() ? (condition.values.empty() ? std::string{} : condition.values.front())
                                                        : setting_value(scene, condition.setting);
    const auto period = calendar::parse_period(words);
    const auto moment = anchor && period ? moment_of(*anchor, scene, subject) : std::nullopt;
    if (!moment) return std::nullopt;
    const auto limit = calendar::due(*moment, *period, calendars_of(scene.world));
    if (!limit) return std::nullopt;
    return limit->at;
}

bool holds(const Condition& condition, const Scene& scene, const PersonId& subject) {
    return holds_in(condition, scene, subject);
}

bool holds(const Condition& condition, const Definition& definition, const CaseState& state,
           const Surroundings& surroundings, PersonId subject) {
    return holds_in(condition, {definition, state, surroundings}, subject);
}

}  // namespace hearken::engine
