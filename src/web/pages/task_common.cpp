#include <algorithm>

#include "casework/choices.hpp"
#include "casework/recorded_beside.hpp"
#include "web/components/checkboxes.hpp"
#include "web/components/details.hpp"
#include "web/components/inset_text.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/textarea.hpp"
#include "web/components/warning_text.hpp"
#include "web/pages/form_errors.hpp"
#include "web/pages/form_files.hpp"
#include "web/pages/task_pages.hpp"
#include "web/server/respond.hpp"

namespace hearken::web {

using procedure::FieldType;

namespace {

bool names_people(const std::vector<procedure::Field>& fields) {
    return std::any_of(fields.begin(), fields.end(), [](const auto& field) { return field.type == FieldType::Person || field.type == FieldType::People || names_people(field.fields); });
}

void add_organisations(const std::vector<procedure::Field>& fields, FormSetting& setting, casework::World& world) {
    for (const auto& field : fields) {
        add_organisations(field.fields, setting, world);
        if (field.type != FieldType::Organisation || setting.organisations.contains(field.of_kind)) continue;
        auto& names = setting.organisations[field.of_kind];
        for (auto& one : casework::organisations_to_choose_from(world, field.of_kind)) names.push_back({one.id, one.name});
    }
}

/// People of the case first, then colleagues, who may be the worker that a form asks for.
std::vector<Named> people_to_name(const Visit& visit, const casework::CaseSummary& summary) {
    std::vector<Named> people;
    const auto& subjects = summary.subjects;
    for (auto& one : casework::people_of_case(visit.world(), visit.actor(), summary.id))
        people.push_back({one.id, one.name, false, std::any_of(subjects.begin(), subjects.end(), [&](const auto& subject) { return subject.person.str() == one.id; })});
    for (auto& one : casework::colleagues(visit.world(), visit.actor()))
        if (std::none_of(people.begin(), people.end(), [&](const Named& known) { return known.id == one.id; })) people.push_back({one.id, one.name, true});
    return people;
}

void set_form(TaskVisit& task) {
    const auto& world = task.visit.world();
    task.setting.vocabulary = &world.library.vocabulary();
    task.setting.signer = task.visit.session->user_name;
    if (!task.page.form) return;
    const auto& form = *task.page.form;
    // A new occurrence of something done before starts from nothing.
    if (task.page.task.repeatable && !task.page.definition->continues && !is_open(task.page.task)) task.page.answers.clear();
    task.setting.form = form.id;
    task.setting.before = task.page.answers;
    task.setting.file_named = files_named(task.visit, task.in_case());
    task.parts = parts_of(form, task.definition().form_fields);
    task.asks = asks_in_case(*task.page.pinned, form, world.library.vocabulary(), world.clock.now(), task.page.asked_fields);
    if (names_people(form.fields)) task.setting.people = people_to_name(task.visit, task.page.summary);
    add_organisations(form.fields, task.setting, task.visit.world());
}

Html decided_before(const std::vector<casework::DecisionView>& decisions) {
    if (decisions.empty()) return {};
    SummaryList list{.card = SummaryCard{.title = {.content = "Decisions", .heading_level = 3}}};
    for (const auto& one : decisions) {
        Html said;
        said << "<p class=\"govuk-body\">"_html << one.option_label << (one.awaiting_signature ? " (waits for a signature)" : "") << "</p>\n"_html << as_typed(one.reasons);
        list.rows.push_back({.key = {.content = one.question + (one.subject_name.empty() ? "" : " – " + one.subject_name)}, .value = {.content = said}});
    }
    return summary_list(list);
}

/// What somebody has to know to do this: what the case is about, and all that was written and decided since.
Html recorded_before(const TaskVisit& task) {
    const auto recorded = casework::recorded_beside(task.visit.world(), task.visit.actor(), task.in_case(), task.child);
    if (!recorded) return {};
    auto asked = recorded->asked;
    auto others = recorded->others;
    if (task.page.form)
        for (auto* forms : {&asked, &others}) std::erase_if(*forms, [&](const auto& form) { return form.form == task.page.form->id; });
    Html out;
    for (const auto& limit : recorded->limits)
        if (limit.task != task.page.task.task) {
            Html dates = paragraph(title_of(limit));
            out << inset_text({.content = dates << clocks(limit)});
        }
    out << what_it_is_about(task.in_case(), asked, task.page.summary.view != access::CaseView::Full);
    Html since = decided_before(recorded->decisions);
    since << recorded_cards(task.in_case(), others);
    return since.empty() ? out : out << details({.summary = "What has been recorded and decided so far", .content = since});
}

Html guidance_links(const TaskVisit& task) {
    Html links;
    const auto& guidance = task.visit.world().library.guidance();
    for (const auto& id : task.page.guidance)
        if (const auto found = guidance.find(id); found != guidance.end()) links << "<li>"_html << link_to("/guidance/" + id, found->second.title) << "</li>\n"_html;
    Html out;
    if (links.empty()) return out;
    return out << "<ul class=\"govuk-list\">\n"_html << links << "</ul>\n"_html;
}

}  // namespace

std::string TaskVisit::draft_key(const std::string& part_id) const {
    return "case/" + in_case().str() + "/task/" + page.task.task + (child ? "/child/" + child.str() : "") + (part_id.empty() ? "" : "/part/" + part_id);
}

bool TaskVisit::in_sections() const {
    return page.form && definition().form_fields.empty() && parts.size() > 1 && page.form->layout.style == procedure::Layout::Style::Sections;
}

const FormPart* TaskVisit::part(const std::string& id) const {
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const FormPart& one) { return one.id == id; });
    return found == parts.end() ? nullptr : &*found;
}

void TaskVisit::forget_draft() const {
    const std::string part_id(visit.request.query.get("part"));
    casework::discard_draft(visit.world(), *visit.session, draft_key(part_id));
}

std::optional<TaskVisit> open_task(Visit& visit, Response& refused) {
    const PersonId child{std::string(visit.request.query.get("child"))};
    auto page = casework::read_task(visit.world(), visit.actor(), case_of(visit), visit.params["task"], child);
    if (!page) {
        refused = render_refusal(visit, page.error());
        return std::nullopt;
    }
    TaskVisit task{.visit = visit, .page = std::move(*page), .child = child};
    if (task.page.task.subject_name.empty())
        for (const auto& subject : task.page.summary.subjects)
            if (subject.person == child) task.page.task.subject_name = subject.name;
    set_form(task);
    return task;
}

Html task_head(const TaskVisit& task) {
    // A signature is another act than the decision that it is given to.
    const bool to_sign = task.page.task.status == engine::TaskState::Status::AwaitingSignature;
    Html out = heading(to_sign ? "Sign, or send back: " + task.title() : task.title(), task.page.task.subject_name);
    if (!task.page.task.hint.empty()) out << paragraph(task.page.task.hint);
    if (is_open(task.page.task)) out << clocks(task.page.task);
    const auto& running = task.page.task.clocks;
    if (is_open(task.page.task) && std::any_of(running.begin(), running.end(), [](const auto& clock) { return clock.extendable; }))
        out << "<p class=\"govuk-body\">"_html << link_to(task.href("extend"), "Ask for more time") << "</p>\n"_html;
    for (const auto& prompt : task.page.prompts)
        if (prompt.kind == procedure::Prompt::Kind::Shown) out << inset_text({.content = prompt.text});
    for (const auto& warning : task.page.task.warnings) out << warning_text({.content = warning.text});
    // Before the questions, while something can still be done about it.
    if (!task.page.task.asks_why.empty() && is_open(task.page.task)) {
        Html why = paragraph("You can go on, if you say below why:");
        out << inset_text({.content = why << reasons_list(task.page.task.asks_why)});
    }
    return out << recorded_before(task) << shown_cases(task) << earlier_times(task) << guidance_links(task);
}

Html task_foot(const TaskVisit& task, const Sent& sent) {
    Html out;
    Checkboxes confirm{.name = "attested", .error = error_at(sent.refused, "attested"), .values = sent.typed.all("attested")};
    for (const auto& prompt : task.page.prompts)
        if (prompt.kind == procedure::Prompt::Kind::Attested) confirm.items.push_back({.value = prompt.id, .content = prompt.text});
    if (!confirm.items.empty()) {
        confirm.fieldset = Fieldset{.legend = {.content = "Confirm", .classes = "govuk-fieldset__legend--s"}};
        out << checkboxes(confirm);
    }
    return out << why_question(task, sent) << when_question(sent.typed, sent.refused);
}

Html why_question(const TaskVisit& task, const Sent& sent) {
    const auto fault = error_at(sent.refused, "why");
    if (task.page.task.asks_why.empty() && fault.content.empty()) return {};
    return textarea({.name = "why", .label = {.content = "Why you go on all the same", .classes = "govuk-label--s"}, .error = fault, .value = sent.get("why"), .rows = 3});
}

Html task_fields(const TaskVisit& task) { return hidden("based-on", std::to_string(task.page.revision)); }

Response task_page(const TaskVisit& task, const Html& inside, const Refusal* refused) {
    Html whole;
    if (refused) {
        FieldList fields;
        for (const auto& part : task.parts) fields.insert(fields.end(), part.fields.begin(), part.fields.end());
        whole << problems(*refused, fields);
    }
    whole << inside;
    return case_page(task.visit, task.page.summary, task.title(), whole, refused ? status_of(refused->code) : 200);
}

Response send_act(TaskVisit& task, engine::Command command, const std::function<Response(const Refusal&)>& again) {
    if (const auto when = when_given(task.visit.request.form.fields); when.fault) return again({RefusalCode::Invalid, {*when.fault}});
    Response done;
    const auto refused = do_in_case(task.visit, task.in_case(), std::move(command), case_href(task.in_case()), done);
    if (refused) return again(*refused);
    task.forget_draft();
    return done;
}

}  // namespace hearken::web
