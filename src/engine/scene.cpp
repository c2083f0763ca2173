#include "engine/scene.hpp"

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace hearken::engine {

void broken(const std::string& rule) { throw std::logic_error("engine rule broken: " + rule); }

Place place_of(const Definition& definition, const std::string& task) {
    for (const auto& strand : definition.strands)
        for (const auto& stage : strand.stages)
            for (const auto& candidate : stage.tasks)
                if (candidate.id == task) return {&candidate, &stage, &strand};
    for (const auto& candidate : definition.anytime)
        if (candidate.id == task) return {&candidate, nullptr, nullptr};
    return {};
}

const std::string& relation_of(const Place& place) {
    if (place.strand != nullptr && place.task->relation == "owner") return place.strand->relation;
    return place.task->relation;
}

bool counts_as_child(const Definition& definition, const std::string& kind) {
    // A child not yet born is a child to refer and to decide about (M4.duty-to-refer.s1: "born or not yet born").
    return kind == "child" || kind == definition.subjects.kind || (kind == "unborn" && definition.subjects.unborn);
}

bool is_child(const Definition& definition, const SubjectState& subject) {
    return counts_as_child(definition, subject.kind);
}

bool is_running_child(const Definition& definition, const SubjectState& subject) {
    return subject.outcome.empty() && is_child(definition, subject);
}

std::vector<PersonId> running_children(const Scene& scene) {
    std::vector<PersonId> children;
    for (const auto& subject : scene.state.subjects)
        if (is_running_child(scene.definition, subject)) children.push_back(subject.person);
    return children;
}

const SubjectState* find_subject(const CaseState& state, const PersonId& person) {
    for (const auto& subject : state.subjects)
        if (subject.person == person) return &subject;
    return nullptr;
}

PersonId key_for(bool per_child, const PersonId& subject) { return per_child ? subject : PersonId{}; }

bool in_episode(const CaseState& state, const TaskState& task) {
    return task.opened_sequence >= state.episode_sequence;
}

long round_began(const Scene& scene, const std::string& task) {
    const Place place = place_of(scene.definition, task);
    const auto entered = place.stage == nullptr ? scene.state.entered_sequence.end() : scene.state.entered_sequence.find(place.stage->id);
    return entered == scene.state.entered_sequence.end() ? scene.state.episode_sequence : std::max(scene.state.episode_sequence, entered->second);
}

bool recurs(const Task& task) {
    if (task.meeting && !task.meeting->series.empty()) return true;
    if (task.decision && !task.decision->review_after.empty()) return true;
    if (task.plan && !task.plan->review_every.empty()) return true;
    return std::any_of(task.time.begin(), task.time.end(),
                       [](const TimeRule& rule) { return rule.construct == TimeRule::Construct::Every; });
}

std::pair<const Form*, std::string> form_and_field(const Definition& definition, const std::string& form_field) {
    for (size_t dot = form_field.find('.'); dot != std::string::npos; dot = form_field.find('.', dot + 1))
        if (const Form* form = definition.form(form_field.substr(0, dot))) return {form, form_field.substr(dot + 1)};
    return {nullptr, form_field};
}

namespace {

void collect(const Answers& answers, const std::string& field, std::vector<const Answer*>& found) {
    if (const auto answer = answers.find(field); answer != answers.end()) {
        found.push_back(&answer->second);
        return;
    }
    const size_t dot = field.find('.');
    if (dot == std::string::npos) return;
    const auto group = answers.find(field.substr(0, dot));
    if (group == answers.end()) return;
    for (const auto& row : group->second.rows) collect(row, field.substr(dot + 1), found);
}

/// What stands on the form for this child, or nobody; null where nothing does.
const Answers* answers_on(const Scene& scene, const Form& form, const PersonId& key) {
    if (scene.typing != nullptr && scene.typing->form.id == form.id && scene.typing->key == key) return &scene.typing->answers;
    const FormState* saved = scene.state.form(form.id, key);
    return saved == nullptr ? nullptr : &saved->answers;
}

}  // namespace

std::vector<const Answer*> answers_at(const Scene& scene, const std::string& form_field, const PersonId& subject) {
    std::vector<const Answer*> found;
    const auto [form, field] = form_and_field(scene.definition, form_field);
    if (form == nullptr) return found;
    if (form->per_child && subject.empty()) {
        for (const auto& child : scene.state.subjects)
            if (const Answers* answers = answers_on(scene, *form, child.person)) collect(*answers, field, found);
    } else if (const Answers* answers = answers_on(scene, *form, key_for(form->per_child, subject))) {
        collect(*answers, field, found);
    }
    return found;
}

std::string setting_value(const Scene& scene, const std::string& setting) {
    if (const auto changed = scene.world.settings.find(setting); changed != scene.world.settings.end())
        return changed->second;
    const auto* own = scene.definition.setting(setting);
    return own == nullptr ? std::string() : own->value;
}

std::string in_sentence(std::string label) {
    const auto upper = [&](size_t at) {
        return at < label.size() && std::isupper(static_cast<unsigned char>(label[at]));
    };
    const bool acronym = upper(0) && (upper(1) || label.size() == 1);
    if (upper(0) && !acronym) label[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(label[0])));
    return label;
}

const std::string& title_of(const Task& task) { return task.title.empty() ? task.id : task.title; }
const std::string& title_of(const Stage& stage) { return stage.title.empty() ? stage.id : stage.title; }

std::string role_title(const Surroundings& world, const std::string& role) {
    if (world.vocabulary != nullptr)
        if (const auto known = world.vocabulary->roles.find(role);
            known != world.vocabulary->roles.end() && !known->second.title.empty())
            return in_sentence(known->second.title);
    return role;
}

bool contains(const std::vector<std::string>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
    std::string text;
    for (const auto& word : words) {
        if (!text.empty()) text += separator;
        text += word;
    }
    return text;
}

bool says_something(const std::string& text) { return !Answer::of(text).blank(); }

}  // namespace hearken::engine
