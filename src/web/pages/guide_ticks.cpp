// From the guidance onto a record: entries are ticked here, and a record begins with them. What was seen is asked there.
#include <algorithm>

#include "casework/joined.hpp"
#include "casework/sign_in.hpp"
#include "web/pages/guide_pages.hpp"
#include "web/pages/start_pages.hpp"

namespace hearken::web {

using procedure::Condition;
using procedure::Definition;
using procedure::GuideTopic;

namespace {

bool asks(const procedure::Form& form, const std::string& code_list) {
    return std::any_of(form.fields.begin(), form.fields.end(), [&](const procedure::Field& field) { return field.code_list == code_list; });
}

/// The choice that must be made for this condition to hold, where it is that simple.
void choose(const Condition& condition, engine::Answers& answers) {
    if (condition.kind != Condition::Kind::Answer || condition.values.size() != 1) return;
    auto& answer = answers[condition.name.substr(condition.name.find('.') + 1)];
    if (std::find(answer.values.begin(), answer.values.end(), condition.values.front()) == answer.values.end()) answer.values.push_back(condition.values.front());
}

/// The questions of the topic's groups with what was ticked, and the answers that lead to those questions.
engine::Answers ticked(const Visit& visit, const procedure::Form& form, const GuideTopic& topic) {
    engine::Answers answers;
    for (const auto& group : topic.groups) {
        std::vector<std::string> values;
        for (const auto& value : visit.request.form.fields.all(group.id))
            if (std::any_of(group.entries.begin(), group.entries.end(), [&](const auto& entry) { return entry.id == value; })) values.emplace_back(value);
        const auto field = std::find_if(form.fields.begin(), form.fields.end(), [&](const procedure::Field& one) { return one.code_list == group.id; });
        if (values.empty() || field == form.fields.end()) continue;
        answers[field->id] = {engine::Answer::Kind::Given, std::move(values), {}};
        choose(field->when, answers);
        for (const auto& section : form.layout.sections)
            if (std::find(section.fields.begin(), section.fields.end(), field->id) != section.fields.end()) choose(section.when, answers);
    }
    return answers;
}

}  // namespace

std::vector<TickOnto> records_to_tick_onto(const Visit& visit, const GuideTopic& topic) {
    std::vector<TickOnto> records;
    for (const auto& each : visit.world().library.all()) {
        if (!may_start(visit, *each)) continue;
        const auto definition = casework::definition_to_start(visit.world(), each->id);
        const auto* form = definition->form(definition->start.form);
        if (form && std::any_of(topic.groups.begin(), topic.groups.end(), [&](const auto& group) { return asks(*form, group.id); })) records.push_back({definition});
    }
    return records;
}

Response begin_with_ticks(Visit& visit, const GuideTopic& topic) {
    const auto onto = std::string(visit.request.form.fields.get("record"));
    for (const auto& record : records_to_tick_onto(visit, topic)) {
        if (record.definition->id != onto) continue;
        StartDraft draft;
        draft.answers = ticked(visit, *record.definition->form(record.definition->start.form), topic);
        const auto token = visit.world().ids.next<DraftId>().str();
        const auto place = "start/" + onto + "/" + token;
        if (const auto kept = casework::save_draft(visit.world(), *visit.session, place, to_text(draft), std::nullopt); !kept) return render_refusal(visit, kept.error());
        return redirect_see_other("/" + place + "/" + kWhoPage);
    }
    return render_refusal(visit, Refusal::of(RefusalCode::Invalid, "record", "Choose what to record it as.", "record"));
}

}  // namespace hearken::web
