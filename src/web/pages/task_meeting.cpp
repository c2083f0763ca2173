// A meeting: arranging it, or recording that it was held (task_meeting_held.cpp).
#include <algorithm>

#include "casework/part_words.hpp"
#include "web/components/button.hpp"
#include "web/components/checkboxes.hpp"
#include "web/components/date_input.hpp"
#include "web/components/text_input.hpp"
#include "web/components/textarea.hpp"
#include "web/pages/form_errors.hpp"
#include "web/pages/form_fields_dates.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/task_meeting.hpp"

namespace hearken::web {

namespace {

using procedure::Meeting;

const Meeting& meeting_of(const TaskVisit& task) { return *task.definition().meeting; }

std::string who_words(const TaskVisit& task, const std::string& who) {
    const auto& vocabulary = task.visit.world().library.vocabulary();
    const auto kind = vocabulary.organisation_kinds.find(who);
    return vocabulary.roles.contains(who) || kind == vocabulary.organisation_kinds.end() ? casework::part_words(vocabulary, who) : kind->second;
}

Html people(const TaskVisit& task, const Sent& sent, const char* name, const char* legend) {
    Checkboxes list{.name = name, .fieldset = Fieldset{.legend = {.content = legend, .classes = "govuk-fieldset__legend--s"}}, .error = error_at(sent.refused, name), .values = sent.typed.all(name)};
    for (const auto& invitee : meeting_of(task).invite) list.items.push_back({.value = invitee.who, .content = who_words(task, invitee.who), .hint = {.content = invitee.required ? "Must be there" : ""}});
    for (const auto& needed : meeting_of(task).quorum_of)
        if (std::none_of(list.items.begin(), list.items.end(), [&](const auto& item) { return item.value == needed; })) list.items.push_back({.value = needed, .content = who_words(task, needed), .hint = {.content = "Needed for the quorum"}});
    return list.items.empty() ? Html{} : checkboxes(list);
}

Html moment_boxes(const Sent& sent) {
    DateInput date{.id = "at", .fieldset = Fieldset{.legend = {.content = "Date of the meeting", .classes = "govuk-fieldset__legend--s"}}, .error = error_at(sent.refused, "at")};
    date.parts = {{.name = "at--day", .label = "Day", .id = "at--day", .value = sent.get("at--day"), .width = 2},
                  {.name = "at--month", .label = "Month", .id = "at--month", .value = sent.get("at--month"), .width = 2},
                  {.name = "at--year", .label = "Year", .id = "at--year", .value = sent.get("at--year"), .width = 4}};
    Html out = date_input(date);
    return out << text_input({.name = "at--time", .label = {.content = "Time", .classes = "govuk-label--s"}, .hint = {.content = "For example, 10am or 14:30"}, .value = sent.get("at--time"), .classes = "govuk-input--width-5"});
}

Html arranging(const TaskVisit& task, const Sent& sent) {
    Html out = moment_boxes(sent);
    out << text_input({.name = "place", .label = {.content = "Place, or how to join (optional)", .classes = "govuk-label--s"}, .error = error_at(sent.refused, "place"), .value = sent.get("place")})
        << people(task, sent, "invited", "Who is invited?") << why_question(task, sent);
    return out << buttons(button({.content = "Arrange the meeting", .name = "_do", .value = "arrange", .prevent_double_click = true}), case_href(task.in_case()));
}

Html holding(const TaskVisit& task, const casework::MeetingView& meeting, const Sent& sent) {
    const bool is_held = task.page.task.act == engine::Possible::Act::Do;
    Html out = is_held ? meetings_held(meeting) : Html{};
    out << (is_held ? meeting_minutes_asked(task, sent) : meeting_record_asked(task, meeting, sent)) << task_foot(task, sent);
    return out << buttons(button({.content = is_held ? "Record the minutes" : "Record the meeting", .name = "_do", .value = "hold", .prevent_double_click = true}), case_href(task.in_case()));
}

/// Arranging comes first, but a meeting may have been held before anybody wrote down that it would be.
bool is_held_page(const TaskVisit& task) {
    const auto asked = task.visit.request.query.get("act");
    if (asked == "hold" || asked == "arrange") return asked == "hold";
    return task.page.task.act == engine::Possible::Act::Hold || task.page.task.act == engine::Possible::Act::Do;
}

std::string draft_of(const TaskVisit& task, bool held) { return task.draft_key(held ? "held" : "arranged"); }

Response take_arranging(TaskVisit& task) {
    const auto& posted = task.visit.request.form.fields;
    const auto again = [&](const Refusal& refusal) { return show_meeting(task, {posted, &refusal}); };
    const auto text = [&](const char* name) { return std::string(posted.get(name)); };
    const auto at = instant_from_iso(moment_answer({{text("at--day"), text("at--month"), text("at--year")}, text("at--time")}));
    if (!at) return again(Refusal::of(RefusalCode::Invalid, "date-time", "Enter the date and time of the meeting, like 27 3 2026 and 10am.", "at"));
    engine::ArrangeMeeting arrange;
    arrange.task = task.page.task.task;
    arrange.at = *at;
    arrange.place = text("place");
    arrange.invited = posted.all("invited");
    arrange.why = text("why");
    return send_act(task, arrange, again);
}

}  // namespace

Response show_meeting(TaskVisit& task, const Sent& sent) {
    const bool held = is_held_page(task);
    const auto meeting = casework::read_meeting(task.visit.world(), task.visit.actor(), task.in_case(), task.page.task.task, task.child);
    if (!meeting) return render_refusal(task.visit, meeting.error());
    const Fields kept = sent.typed.empty() ? typed_before(task.visit, draft_of(task, held)) : sent.typed;
    const Sent shown{kept, sent.refused};
    Html inside = task_head(task);
    const std::string join = task.child ? "&" : "?";
    // Its minutes alone are still to be written: there is nothing to arrange.
    if (task.page.task.act != engine::Possible::Act::Do)
        inside << "<p class=\"govuk-body\">"_html << link_to(task.href() + join + (held ? "act=arrange" : "act=hold"), held ? "Arrange it, or change the date" : "It has been held: record it") << "</p>\n"_html;
    inside << form_open(task.visit, task.href() + join + (held ? "act=hold" : "act=arrange"), draft_of(task, held)) << (held ? holding(task, *meeting, shown) : arranging(task, shown)) << "</form>\n"_html;
    return task_page(task, inside, sent.refused);
}

Response take_meeting(TaskVisit& task) {
    const auto& posted = task.visit.request.form.fields;
    if (posted.get("_do") == "arrange") return take_arranging(task);
    const auto meeting = casework::read_meeting(task.visit.world(), task.visit.actor(), task.in_case(), task.page.task.task, task.child);
    if (!meeting) return render_refusal(task.visit, meeting.error());
    if (posted.get("_do") == "more") {
        const Fields typed = with_another_row(posted, *meeting);
        return show_meeting(task, {typed});
    }
    std::vector<size_t> rows_kept;
    const auto record = meeting_record(task, *meeting, rows_kept);
    bool refused = false;
    const auto again = [&](const Refusal& refusal) {
        refused = true;
        const Refusal on_page = at_page_rows(refusal, rows_kept);
        return show_meeting(task, {posted, &on_page});
    };
    Response answer;
    if (task.page.task.act == engine::Possible::Act::Do) {
        // Held already: these are its minutes.
        engine::DoTask write;
        fill_common(task, write);
        write.answers = record;
        answer = send_act(task, write, again);
    } else {
        engine::HoldMeeting hold;
        fill_common(task, hold);
        hold.record = record;
        hold.why_not_quorate = std::string(posted.get("why-not-quorate"));
        answer = send_act(task, hold, again);
    }
    if (!refused) casework::discard_draft(task.visit.world(), *task.visit.session, draft_of(task, true));
    return answer;
}

}  // namespace hearken::web
