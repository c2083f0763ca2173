// The questions of the form that opens a case: one short page at a time, or the sections of a long form.
#include <algorithm>

#include "web/components/notification_banner.hpp"
#include "web/components/task_list.hpp"
#include "web/pages/form_files.hpp"
#include "web/pages/start_pages.hpp"

namespace hearken::web {

namespace {

/// What a page shows: the answers, and why it came back.
struct Shown {
    engine::Answers answers;
    ErrorList errors;
    FieldList fresh;   ///< asked because of what was just answered
    bool taken_up = false;
};

bool is_one_question(const FieldList& fields) {
    return fields.size() == 1 && fields.front()->type != procedure::FieldType::Group && fields.front()->type != procedure::FieldType::DateTime;
}

Html follow_ups(const FieldList& fresh) {
    return notification_banner({.content = fresh.size() == 1 ? "Your answer leads to one more question below." : "Your answers lead to more questions below."});
}

Response page_of(Start& start, const FormPart& part, const Shown& shown) {
    const auto fields = to_render(part, shown.answers, start.asks, start.setting);
    const bool alone = is_one_question(fields);
    start.setting.question_is_heading = alone;
    Html inside;
    if (!shown.errors.empty()) inside << problems({RefusalCode::Invalid, shown.errors}, fields);
    if (!shown.fresh.empty()) inside << follow_ups(shown.fresh);
    if (shown.taken_up) inside << paragraph("What you had typed here has been kept.");
    inside << start_prompts(start, false);
    if (!alone) {
        inside << heading(part.title, start.definition->title);
        if (!part.hint.empty()) inside << paragraph(part.hint);
    }
    inside << form_open(start.visit, start.place(part.id) + (start.came_from_check() ? "?check=yes" : ""), start.draft_key(part.id), asks_for_files(fields)) << enter_button() << shown_field(fields)
           << render_fields(fields, shown.answers, shown.errors, start.setting) << buttons(send_button(start.in_sections() ? "Save and continue" : "Continue")) << "</form>\n"_html;
    return start_page(start, part.id, part.title, inside, shown.errors.empty() ? 200 : 422);
}

/// Faults of what was typed on this page; what is missing is asked for only where the page cannot do without it.
ErrorList faults_of(const Start& start, const FormPart& part, const engine::Answers& answers) {
    engine::Surroundings world;
    world.now = start.visit.world().clock.now();
    world.vocabulary = &start.visit.world().library.vocabulary();
    // A long form may be left half done; a short one asks for what it needs as it goes.
    const auto completeness = start.in_sections() ? engine::Completeness::Draft : engine::Completeness::Submitting;
    ErrorList faults;
    for (auto& reason : engine::check_answers(*start.form, answers, completeness, *start.definition, engine::CaseState{}, world, subject_typing(*start.form)))
        if (error_items(part.fields, {reason}).front().href.starts_with("#f-")) faults.push_back(std::move(reason));
    return faults;
}

bool has_answer(const FormPart& part, const engine::Answers& answers) {
    return std::any_of(part.fields.begin(), part.fields.end(), [&](const auto* field) { return answers.contains(field->id); });
}

TaskStatus status_of_part(const Start& start, const FormPart& part, const ErrorList& missing) {
    const bool needs_more = std::any_of(missing.begin(), missing.end(), [&](const Reason& reason) { return error_items(part.fields, {reason}).front().href.starts_with("#f-"); });
    if (start.draft.has_visited(part.id) && !needs_more) return {.content = "Completed"};
    if (start.draft.has_visited(part.id) || has_answer(part, start.draft.answers)) return {.tag = {.content = "In progress", .classes = "govuk-tag--light-blue"}};
    return {.tag = {.content = needs_more ? "Not started" : "Optional", .classes = needs_more ? "govuk-tag--blue" : "govuk-tag--grey"}};
}

ErrorList missing_now(const Start& start) {
    const auto checked = casework::check_open_case(start.visit.world(), start.visit.actor(), start.request());
    return checked ? ErrorList{} : checked.error().reasons;
}

}  // namespace

Response show_questions(Start& start, const FormPart& part) {
    Shown shown{start.draft.answers, {}, {}, false};
    if (const auto typed = typed_before(start.visit, start.draft_key(part.id)); !typed.empty()) {
        shown.answers = with_part(shown.answers, part, parse_fields(part.fields, typed, start.setting), start.asks);
        shown.taken_up = true;
    }
    return page_of(start, part, shown);
}

Response take_questions(Start& start, const FormPart& part) {
    const auto [posted, unkept] = with_files_kept(start.visit, part.fields, {});
    auto typed = parse_fields(part.fields, posted, start.setting, BlankRows::Keep);
    if (change_rows(posted, typed)) return page_of(start, part, {with_part(start.draft.answers, part, typed, start.asks), unkept, {}, false});
    typed = parse_fields(part.fields, posted, start.setting);
    const auto answers = with_part(start.draft.answers, part, typed, start.asks);
    auto errors = faults_of(start, part, answers);
    errors.insert(errors.end(), unkept.begin(), unkept.end());
    if (!errors.empty()) return page_of(start, part, {answers, std::move(errors), {}, false});
    if (auto fresh = newly_asked(part, answers, start.asks, std::string(posted.get(kShown))); !fresh.empty()) return page_of(start, part, {answers, {}, std::move(fresh), false});
    start.draft.answers = answers;
    start.draft.visit(part.id);
    start.save();
    casework::discard_draft(start.visit.world(), *start.visit.session, start.draft_key(part.id));
    if (start.in_sections() && !start.came_from_check()) return redirect_see_other(start.place(kSectionsPage));
    return redirect_see_other(start.after(part.id));
}

Response show_sections(Start& start) {
    const auto missing = missing_now(start);
    TaskList list;
    std::string about;
    for (const auto& subject : start.draft.subjects) about += (about.empty() ? "" : ", ") + subject.name;
    list.items.push_back({.title = {.content = "Who it is about"}, .href = start.place(kWhoPage), .hint = about, .status = {.content = "Completed"}});
    for (const auto& part : start.parts)
        if (is_asked(part, start.draft.answers, start.asks))
            list.items.push_back({.title = {.content = part.title}, .href = start.place(part.id), .hint = part.hint, .status = status_of_part(start, part, missing)});
    Html inside = heading(start.form->title, start.definition->title);
    inside << start_prompts(start, false);
    if (!start.form->hint.empty()) inside << paragraph(start.form->hint);
    inside << paragraph("What you write is kept as you go. You can stop and come back.") << task_list(list);
    inside << "<p class=\"govuk-body\"><a class=\"govuk-button\" role=\"button\" draggable=\"false\" data-module=\"govuk-button\""_html;
    inside.href(start.place(kCheckPage)) << ">Check your answers</a></p>\n"_html;
    return start_page(start, kSectionsPage, start.form->title, inside);
}

}  // namespace hearken::web
