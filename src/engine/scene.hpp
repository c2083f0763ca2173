// What every rule of the engine looks at, bundled; and small questions about it that several rules ask.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/engine.hpp"

namespace hearken::engine {

using procedure::Stage;
using procedure::Strand;
using procedure::Task;
using procedure::TimeRule;

/// Answers as they are being typed on one form: conditions see them as if they had been saved.
struct Typing {
    const Form& form;
    PersonId key;  ///< the child of a form that is per child
    const Answers& answers;
};

/// Borrowed, and only for the length of a call.
struct Scene {
    const Definition& definition;
    const CaseState& state;
    const Surroundings& world;
    const Typing* typing = nullptr;
};

bool holds(const Condition& condition, const Scene& scene, const PersonId& subject = {});

/// A rule of the engine was broken: our bug or a definition that should not have passed the checker. Never an input's
/// fault, so it is not a Refusal; the request ends and nothing is written.
[[noreturn]] void broken(const std::string& rule);

/// Where a task stands in the definition: its stage and strand, both null for one that may be done at any time.
struct Place {
    const Task* task = nullptr;
    const Stage* stage = nullptr;
    const Strand* strand = nullptr;
};
Place place_of(const Definition& definition, const std::string& task);

/// The relation whose organisation does it: the task's own, or its strand's where the task says nothing else.
const std::string& relation_of(const Place& place);

/// "per: child": this person's own course runs in the case.
bool is_running_child(const Definition& definition, const SubjectState& subject);
bool counts_as_child(const Definition& definition, const std::string& kind);
bool is_child(const Definition& definition, const SubjectState& subject);
std::vector<PersonId> running_children(const Scene& scene);
const SubjectState* find_subject(const CaseState& state, const PersonId& person);

/// The subject under which something is held: the child for what is per child, nobody otherwise.
PersonId key_for(bool per_child, const PersonId& subject);

/// Occurrences that belong to this episode of the case (before a reopening, older measures stand but no longer count).
bool in_episode(const CaseState& state, const TaskState& task);

/// From which event on occurrences of a task belong to this round: since its stage was last entered, which may be again.
long round_began(const Scene& scene, const std::string& task);

/// An answer by "form.field", also "form.group.field" (every row); for a form per child, this child's, or every
/// child's when `subject` is empty.
std::vector<const Answer*> answers_at(const Scene& scene, const std::string& form_field, const PersonId& subject);

/// The form of "form.field", whose ids may themselves hold dots, and the rest.
std::pair<const Form*, std::string> form_and_field(const Definition& definition, const std::string& form_field);

/// Until when an Elapsed condition does not hold; nothing when what it counts from has not happened.
std::optional<Instant> elapses_at(const Condition& condition, const Scene& scene, const PersonId& subject);

/// Setting as an authority changed it, or as the definition has it; empty when neither says.
std::string setting_value(const Scene& scene, const std::string& setting);

/// "the child's own words" from "The child's own words": how a label reads inside a sentence.
std::string in_sentence(std::string label);
/// The name a person knows it by.
const std::string& title_of(const Task& task);
const std::string& title_of(const Stage& stage);
std::string role_title(const Surroundings& world, const std::string& role);

bool contains(const std::vector<std::string>& list, std::string_view word);
std::string joined(const std::vector<std::string>& words, std::string_view separator = ",");
/// At least one character that can be seen.
bool says_something(const std::string& text);

}  // namespace hearken::engine
