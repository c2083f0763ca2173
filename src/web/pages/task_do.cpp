// A task that is a form to fill in, or something to say that one has done.
#include <algorithm>
#include <charconv>

#include "web/components/button.hpp"
#include "web/components/inset_text.hpp"
#include "web/components/notification_banner.hpp"
#include "web/components/task_list.hpp"
#include "web/components/textarea.hpp"
#include "web/components/warning_text.hpp"
#include "web/pages/form_errors.hpp"
#include "web/pages/form_files.hpp"
#include "web/pages/school_pages.hpp"
#include "web/pages/task_pages.hpp"

namespace hearken::web {

namespace {

using engine::Answers;

/// A page of the form: what stands in it, and what is to be said about it.
struct Shown {
    Answers answers;
    Html above = {};   ///< a comparison, a banner
};

std::vector<const FormPart*> parts_on_page(const TaskVisit& task, const FormPart* only) {
    if (only) return {only};
    std::vector<const FormPart*> all;
    for (const auto& part : task.parts) all.push_back(&part);
    return all;
}

std::optional<int> based_on(const Fields& typed) {
    const auto text = typed.get("based-on");
    int revision = 0;
    if (text.empty() || std::from_chars(text.data(), text.data() + text.size(), revision).ec != std::errc{}) return std::nullopt;
    return revision;
}

Answers typed_answers(const TaskVisit& task, const FormPart* only, const Fields& typed, BlankRows blank = BlankRows::Drop) {
    Answers answers = task.page.answers;
    for (const auto* part : parts_on_page(task, only)) answers = with_part(std::move(answers), *part, parse_fields(part->fields, typed, task.setting, blank), task.asks);
    return answers;
}

FieldList fields_on_page(const TaskVisit& task, const FormPart* only) {
    FieldList fields;
    for (const auto* part : parts_on_page(task, only)) fields.insert(fields.end(), part->fields.begin(), part->fields.end());
    return fields;
}

Html questions(const TaskVisit& task, const FormPart* only, const Answers& answers, const Refusal* refused) {
    Html out;
    FieldList shown;
    const auto parts = parts_on_page(task, only);
    for (const auto* part : parts) {
        const auto fields = to_render(*part, answers, task.asks, task.setting);
        if (fields.empty()) continue;
        if (parts.size() > 1) out << smaller_heading(part->title);
        if (!part->hint.empty()) out << paragraph(part->hint);
        out << render_fields(fields, answers, refused ? refused->reasons : ErrorList{}, task.setting);
        shown.insert(shown.end(), fields.begin(), fields.end());
    }
    return out << shown_field(shown);
}

Html save_button() { return button({.content = "Save and come back later", .name = "_do", .value = "save", .classes = "govuk-button--secondary"}); }

/// The button says the act.
Html do_buttons(const TaskVisit& task, bool can_save) {
    Html send = button({.content = task.title(), .name = "_do", .value = "do", .classes = task.page.task.urgent ? "govuk-button--warning" : "", .prevent_double_click = true});
    if (can_save) send << "\n"_html << save_button();
    return buttons(send, case_href(task.in_case()), "Cancel");
}

Response form_page(TaskVisit& task, const FormPart* only, const Sent& sent, const Shown& shown) {
    Html inside;
    if (only) inside << heading(only->title, task.title());
    else inside << task_head(task) << around_beside(task.visit, task.page.task, task.in_case());
    inside << shown.above;
    // A form without sections is one part, which says the form's hint itself.
    if (!only && task.parts.size() > 1 && !task.page.form->hint.empty()) inside << paragraph(task.page.form->hint);
    const std::string action = only ? task.part_href(only->id) : task.href();
    inside << form_open(task.visit, action, task.draft_key(only ? only->id : ""), task.page.form && asks_for_files(fields_on_page(task, only))) << enter_button() << task_fields(task);
    if (task.page.form) inside << questions(task, only, shown.answers, sent.refused);
    else inside << textarea({.name = "note", .label = {.content = "Anything to note (optional)", .classes = "govuk-label--s"}, .error = error_at(sent.refused, "note"), .value = sent.get("note"), .rows = 3});
    if (only) inside << buttons(send_button("Save and continue"), task.href());
    else inside << task_foot(task, sent) << do_buttons(task, task.page.form != nullptr);
    inside << "</form>\n"_html;
    if (!only && is_open(task.page.task) && !task.page.task.anytime)
        inside << "<ul class=\"govuk-list\">\n<li>"_html << link_to(task.href("not-needed"), "This is not needed") << "</li>\n<li>"_html << link_to(task.href("assign"), "Give it to somebody") << "</li>\n</ul>\n"_html;
    return task_page(task, inside, sent.refused);
}

/// Somebody saved the form since it was opened: both are shown, and what was typed here stays in the form.
Response conflict(TaskVisit& task, const FormPart* only, const Fields& posted, const Refusal& refusal) {
    const auto typed = typed_answers(task, only, posted);
    // The page was read again for this request, so it holds what they saved; the form now builds on that.
    return form_page(task, only, {posted, &refusal}, {typed, compare(task, task.page.answers, typed)});
}

bool part_has_fault(const FormPart& part, const ErrorList& faults) {
    return std::any_of(faults.begin(), faults.end(), [&](const Reason& reason) { return error_items(part.fields, {reason}).front().href.starts_with("#f-"); });
}

ErrorList missing_in(const TaskVisit& task) {
    engine::Surroundings world;
    world.now = task.visit.world().clock.now();
    world.vocabulary = task.setting.vocabulary;
    return engine::check_answers(*task.page.form, task.page.answers, engine::Completeness::Submitting, *task.page.pinned, engine::CaseState{}, world, subject_typing(*task.page.form));
}

TaskStatus status_of(const TaskVisit& task, const FormPart& part, const ErrorList& missing) {
    const bool answered = std::any_of(part.fields.begin(), part.fields.end(), [&](const auto* field) { return task.page.answers.contains(field->id); });
    if (answered && !part_has_fault(part, missing)) return {.content = "Completed"};
    if (answered) return {.tag = {.content = "In progress", .classes = "govuk-tag--light-blue"}};
    return {.tag = {.content = part_has_fault(part, missing) ? "Not started" : "Optional", .classes = part_has_fault(part, missing) ? "govuk-tag--blue" : "govuk-tag--grey"}};
}

Response sections_page(TaskVisit& task, const Sent& sent) {
    const auto missing = missing_in(task);
    TaskList list;
    for (const auto& part : task.parts)
        if (is_asked(part, task.page.answers, task.asks))
            list.items.push_back({.title = {.content = part.title}, .href = task.part_href(part.id), .hint = part.hint, .status = status_of(task, part, missing)});
    Html inside = task_head(task);
    if (!task.page.form->hint.empty()) inside << paragraph(task.page.form->hint);
    inside << task_list(list) << form_open(task.visit, task.href(), task.draft_key()) << task_fields(task) << hidden("_sections", "yes") << task_foot(task, sent) << do_buttons(task, false) << "</form>\n"_html;
    return task_page(task, inside, sent.refused);
}

/// What cannot be undone is asked about once more, with everything that was typed carried along.
Response confirm_page(TaskVisit& task, const Fields& posted) {
    Html inside = heading("Are you sure?", task.title());
    inside << warning_text({.content = "This cannot be undone."}) << form_open(task.visit, task.href());
    for (const auto& [name, value] : posted)
        if (name != "_csrf" && name != "_form" && name != "_confirmed") inside << hidden(name, value);
    inside << hidden("_confirmed", "yes") << buttons(send_button(task.title(), true), task.href(), "Go back") << "</form>\n"_html;
    return task_page(task, inside);
}

Response save(TaskVisit& task, const FormPart* only, const Fields& posted, const Answers& answers) {
    engine::SaveForm command;
    fill_common(task, command);
    command.answers = answers;
    command.based_on_revision = based_on(posted);
    Response done;
    const std::string next = only ? task.href() : case_href(task.in_case());
    const auto refused = do_in_case(task.visit, task.in_case(), command, next, done);
    if (refused && refused->code == RefusalCode::Conflict) return conflict(task, only, posted, *refused);
    if (refused) return form_page(task, only, {posted, &*refused}, {answers});
    task.forget_draft();
    return done;
}

}  // namespace

Response show_do(TaskVisit& task) {
    const std::string part_id(task.visit.request.query.get("part"));
    const auto* only = task.in_sections() ? task.part(part_id) : nullptr;
    const auto typed = typed_before(task.visit, task.draft_key(only ? part_id : ""));
    if (task.in_sections() && !only) return sections_page(task, {typed});
    if (typed.empty() || !task.page.form) return form_page(task, only, {typed}, {task.page.answers});
    Shown shown{typed_answers(task, only, typed), paragraph("What you had typed here has been kept.")};
    if (const auto base = based_on(typed); base && *base != task.page.revision) shown.above << compare(task, task.page.answers, shown.answers);
    return form_page(task, only, {typed}, shown);
}

Response take_do(TaskVisit& task) {
    const std::string part_id(task.visit.request.query.get("part"));
    const auto* only = task.in_sections() ? task.part(part_id) : nullptr;
    const bool from_sections = task.in_sections() && !only;
    const auto [posted, unkept] = with_files_kept(task.visit, fields_on_page(task, only), task.in_case());
    if (!unkept.empty()) {
        const Refusal refusal{RefusalCode::Invalid, unkept};
        return form_page(task, only, {posted, &refusal}, {typed_answers(task, only, posted, BlankRows::Keep)});
    }
    if (auto typed = typed_answers(task, only, posted, BlankRows::Keep); change_rows(posted, typed)) return form_page(task, only, {posted}, {typed});
    const auto answers = from_sections ? task.page.answers : typed_answers(task, only, posted);
    if (only || posted.get("_do") == "save") return save(task, only, posted, answers);
    if (!from_sections)
        for (const auto& part : task.parts)
            if (const auto fresh = newly_asked(part, answers, task.asks, std::string(posted.get(kShown))); !fresh.empty())
                return form_page(task, only, {posted}, {answers, notification_banner({.content = "Your answers lead to more questions below."})});
    if (task.page.task.final_act && posted.get("_confirmed") != "yes") return confirm_page(task, posted);
    engine::DoTask command;
    fill_common(task, command);
    command.answers = answers;
    command.note = std::string(posted.get("note"));
    if (task.page.form) command.based_on_revision = based_on(posted);
    return send_act(task, command, [&](const Refusal& refusal) {
        if (from_sections) return sections_page(task, {posted, &refusal});
        if (refusal.code == RefusalCode::Conflict && task.page.form) return conflict(task, only, posted, refusal);
        return form_page(task, only, {posted, &refusal}, {answers});
    });
}

}  // namespace hearken::web
