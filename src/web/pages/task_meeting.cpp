// A meeting: arranging it, and recording that it was held, who came and what was minuted.
#include <algorithm>

#include "web/components/button.hpp"
#include "web/components/checkboxes.hpp"
#include "web/components/date_input.hpp"
#include "web/components/text_input.hpp"
#include "web/components/textarea.hpp"
#include "web/pages/form_errors.hpp"
#include "web/pages/form_fields_dates.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/task_pages.hpp"

namespace hearken::web {

namespace {

using procedure::Meeting;

const Meeting& meeting_of(const TaskVisit& task) { return *task.definition().meeting; }

std::string who_words(const TaskVisit& task, const std::string& who) {
    const auto& roles = task.visit.world().library.vocabulary().roles;
    const auto known = roles.find(who);
    if (known != roles.end()) return known->second.title;
    const auto& kinds = task.visit.world().library.vocabulary().organisation_kinds;
    const auto kind = kinds.find(who);
    return kind == kinds.end() ? words_of_id(who) : kind->second;
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
        << people(task, sent, "invited", "Who is invited?");
    return out << buttons(button({.content = "Arrange the meeting", .name = "_do", .value = "arrange", .prevent_double_click = true}), case_href(task.in_case()));
}

Html minutes(const TaskVisit& task, const Sent& sent) {
    Html out;
    for (const auto& item : meeting_of(task).agenda) {
        const std::string label = (item.title.empty() ? item.id : item.title) + (item.must_be_minuted ? "" : " (optional)");
        out << textarea({.name = "item-" + item.id, .label = {.content = label, .classes = "govuk-label--s"}, .error = error_at(sent.refused, item.id), .value = std::string(sent.typed.get("item-" + item.id)), .rows = 4});
    }
    return out;
}

Html holding(const TaskVisit& task, const Sent& sent) {
    Html out = people(task, sent, "attended", "Who was there?");
    out << text_input({.name = "others", .label = {.content = "Who else was there (optional)", .classes = "govuk-label--s"}, .value = sent.get("others")});
    if (meeting_of(task).counts())
        out << textarea({.name = "why-not-quorate", .label = {.content = "If it did not have its quorum, why did it go ahead? (optional)", .classes = "govuk-label--s"},
                         .hint = {.content = "Whether it had its quorum is counted from who was there."}, .error = error_at(sent.refused, "why-not-quorate"), .value = sent.get("why-not-quorate"), .rows = 3});
    out << minutes(task, sent)
        << textarea({.name = "minutes", .label = {.content = "Minutes (optional)", .classes = "govuk-label--s"}, .value = sent.get("minutes"), .rows = 6}) << task_foot(task, sent);
    return out << buttons(button({.content = "Record the meeting", .name = "_do", .value = "hold", .prevent_double_click = true}), case_href(task.in_case()));
}

/// Arranging comes first, but a meeting may have been held before anybody wrote down that it would be.
bool is_held_page(const TaskVisit& task) {
    const auto asked = task.visit.request.query.get("act");
    if (asked == "hold" || asked == "arrange") return asked == "hold";
    return task.page.task.act == engine::Possible::Act::Hold || task.page.task.act == engine::Possible::Act::Do;
}

engine::Answers record_of(const TaskVisit& task) {
    const auto& posted = task.visit.request.form.fields;
    engine::Answers record;
    const auto add = [&](const std::string& key, std::string_view text) {
        if (text.find_first_not_of(" \t\r\n") != std::string_view::npos) record[key] = engine::Answer::of(std::string(text));
    };
    if (auto attended = posted.all("attended"); !attended.empty()) record["attended"].values = std::move(attended);
    add("others", posted.get("others"));
    add("minutes", posted.get("minutes"));
    for (const auto& item : meeting_of(task).agenda) add(item.id, posted.get("item-" + item.id));
    return record;
}

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
    return send_act(task, arrange, again);
}

}  // namespace

Response show_meeting(TaskVisit& task, const Sent& sent) {
    const bool held = is_held_page(task);
    Html inside = task_head(task);
    const std::string other = task.href() + (task.child ? "&" : "?") + (held ? "act=arrange" : "act=hold");
    inside << "<p class=\"govuk-body\">"_html << link_to(other, held ? "Arrange it, or change the date" : "It has been held: record it") << "</p>\n"_html;
    inside << form_open(task.visit, task.href() + (task.child ? "&" : "?") + (held ? "act=hold" : "act=arrange"), task.draft_key(held ? "held" : "arranged"))
           << (held ? holding(task, sent) : arranging(task, sent)) << "</form>\n"_html;
    return task_page(task, inside, sent.refused);
}

Response take_meeting(TaskVisit& task) {
    const auto& posted = task.visit.request.form.fields;
    if (posted.get("_do") == "arrange") return take_arranging(task);
    const auto again = [&](const Refusal& refusal) { return show_meeting(task, {posted, &refusal}); };
    if (task.page.task.act == engine::Possible::Act::Do) {
        // Held already: these are its minutes.
        engine::DoTask write;
        fill_common(task, write);
        write.answers = record_of(task);
        return send_act(task, write, again);
    }
    engine::HoldMeeting hold;
    fill_common(task, hold);
    hold.record = record_of(task);
    hold.why_not_quorate = std::string(posted.get("why-not-quorate"));
    return send_act(task, hold, again);
}

}  // namespace hearken::web
