#include "casework/level_history.hpp"

#include <algorithm>

#include "casework/answer_words.hpp"
#include "casework/joined.hpp"
#include "casework/names.hpp"
#include "store/case_events.hpp"
#include "store/cases.hpp"
#include "store/visible.hpp"

namespace hearken::casework {

namespace {

constexpr char kLevels[] = "levels-of-need";  ///< the code list

/// The form of a definition in which a level is chosen for one child.
const procedure::Form* level_form(const procedure::Definition& definition) {
    for (const auto& form : definition.forms)
        if (form.per_child && std::any_of(form.fields.begin(), form.fields.end(), [](const auto& field) { return field.code_list == kLevels; })) return &form;
    return nullptr;
}

std::string said(const procedure::Form& form, const std::string& id, const engine::Answers& answers, const procedure::Vocabulary& vocabulary, Names& names) {
    std::string words;
    for (const auto& field : form.fields) {
        const auto answer = answers.find(field.id);
        if (field.id != id || answer == answers.end() || answer->second.blank()) continue;
        for (const auto& line : answer_lines(field, answer->second, vocabulary, names)) words += (words.empty() ? "" : ", ") + line;
    }
    return words;
}

}  // namespace

std::vector<LevelChosen> levels_chosen(World& world, const access::Actor& actor, const PersonId& child) {
    std::vector<LevelChosen> chosen;
    world.database.read([&](store::Reading& reading) {
        Names names(reading);
        const auto& vocabulary = world.library.vocabulary();
        for (const auto& seen : store::cases_about(reading, access::case_rule(actor), child)) {
            const auto host = seen.view == access::CaseView::Full ? world.library.find(seen.file.procedure, seen.file.version) : nullptr;
            const auto definition = host ? joined(world, host, [](const auto&) { return true; }) : nullptr;
            const auto* form = definition ? level_form(*definition) : nullptr;
            if (!form) continue;
            engine::Answers typed;
            for (const auto& event : store::load_events(reading, seen.file.id)) {
                const auto in_form = event.details.find("form");
                if (event.kind == engine::EventKind::FormSaved && event.subject == child && in_form != event.details.end() && in_form->second == form->id) typed = event.answers;
                const auto* task = event.kind == engine::EventKind::TaskDone ? definition->task(event.element) : nullptr;
                if (!task || task->form != form->id || event.subject != child) continue;
                const auto words = [&](const char* field) { return said(*form, field, typed, vocabulary, names); };
                chosen.push_back({seen.file.id, event.occurred_at, words("level"), words("direction"), words("reasons"), words("linked-assessment"), words("review-on"), names.of_user(event.by.user)});
            }
        }
    });
    std::stable_sort(chosen.begin(), chosen.end(), [](const auto& a, const auto& b) { return a.at > b.at; });
    return chosen;
}

}  // namespace hearken::casework
