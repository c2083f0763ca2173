// Recording that a meeting was held: who came, whether that was its quorum, what was minuted; and what was recorded.
#include <algorithm>

#include "web/components/button.hpp"
#include "web/components/error_message.hpp"
#include "web/components/inset_text.hpp"
#include "web/components/radios.hpp"
#include "web/components/select.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/text_input.hpp"
#include "web/components/textarea.hpp"
#include "web/pages/form_errors.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/task_meeting.hpp"

namespace hearken::web {

namespace {

using casework::MeetingSeat;
using casework::MeetingView;

constexpr size_t kOthersAtFirst = 2;
constexpr size_t kMostPeople = 60;

std::string box(size_t row, const char* column) { return "attendance--" + std::to_string(row) + "--" + column; }

/// Rows on the page: those who were asked in their order, then others.
size_t rows_of(const MeetingView& meeting, const Fields& typed) {
    const auto counted = static_cast<size_t>(std::max(0, std::atoi(std::string(typed.get("attendance--rows")).c_str())));
    return std::clamp(counted, meeting.seats.size() + kOthersAtFirst, meeting.seats.size() + kMostPeople);
}

Html whether_they_came(const Sent& sent, size_t row, bool may_send_information) {
    const std::string name = box(row, "attended");
    Radios came{.name = name, .fieldset = Fieldset{.legend = {.content = "Did they come?", .classes = "govuk-visually-hidden"}}, .error = error_at(sent.refused, name),
                .items = {{.value = "yes", .content = "Was there"}, {.value = "apologies", .content = "Sent apologies"}}, .value = std::string(sent.typed.get(name)), .classes = "govuk-radios--small"};
    if (may_send_information) came.items.push_back({.value = "information", .content = "Sent information instead"});
    came.items.push_back({.value = "no", .content = "Neither came nor answered"});
    return radios(came);
}

Html seat_asked(const MeetingSeat& seat, const Sent& sent, size_t row) {
    const std::string name = box(row, "name");
    std::string says;
    const auto add = [&](bool holds, const char* words) { if (holds) says += (says.empty() ? "" : ", ") + std::string(words); };
    add(seat.chairs, "in the chair");
    add(seat.required, "must be there");
    add(seat.invited, "was invited");
    Html inside = text_input({.name = name, .label = {.content = "Name"}, .error = error_at(sent.refused, name), .value = sent.typed.has(name) ? std::string(sent.typed.get(name)) : seat.known_as,
                              .classes = "govuk-!-width-two-thirds", .autocomplete = "off"});
    inside << whether_they_came(sent, row, seat.may_send_information);
    return fieldset({.legend = {.content = seat.title + (says.empty() ? "" : " (" + says + ")"), .classes = "govuk-fieldset__legend--s"}, .html = inside});
}

Html other_asked(const TaskVisit& task, const Sent& sent, size_t row, size_t number) {
    const auto typed = [&](const char* column) { return std::string(sent.typed.get(box(row, column))); };
    const auto text = [&](const char* column, const char* label, const char* hint) {
        return text_input({.name = box(row, column), .label = {.content = label}, .hint = {.content = hint}, .error = error_at(sent.refused, box(row, column)), .value = typed(column),
                           .classes = "govuk-!-width-two-thirds", .autocomplete = "off"});
    };
    Select kind{.name = box(row, "kind"), .label = {.content = "Kind of organisation"}, .items = {{.text = "None of these", .value = ""}}, .value = typed("kind")};
    for (const auto& [id, title] : task.visit.world().library.vocabulary().organisation_kinds) kind.items.push_back({.text = title, .value = id});
    Html inside = text("name", "Name", "");
    inside << text("role", "Role and organisation", "For example, housing officer, Millbrook Homes") << select(kind) << whether_they_came(sent, row, true);
    return fieldset({.legend = {.content = "Somebody else, number " + std::to_string(number) + " (optional)", .classes = "govuk-fieldset__legend--s"}, .html = inside});
}

Html who_came(const TaskVisit& task, const MeetingView& meeting, const Sent& sent) {
    Html out = "<div id=\"attended\">\n"_html;
    out << smaller_heading("Who was there?");
    if (!meeting.quorum.empty()) out << inset_text({.content = "The quorum: " + meeting.quorum + ". It is counted from what you record here; without it you will be asked why the meeting went ahead."});
    if (auto fault = error_at(sent.refused, "attended"); !fault.content.empty()) out << error_message(fault);
    const size_t rows = rows_of(meeting, sent.typed);
    for (size_t row = 0; row < rows; ++row)
        out << (row < meeting.seats.size() ? seat_asked(meeting.seats[row], sent, row) : other_asked(task, sent, row, row - meeting.seats.size() + 1));
    out << hidden("attendance--rows", std::to_string(rows));
    out << button({.content = "Add somebody else", .name = "_do", .value = "more", .classes = "govuk-button--secondary"});
    return out << "</div>\n"_html;
}

Html agenda(const TaskVisit& task, const Sent& sent) {
    Html out;
    for (const auto& item : task.definition().meeting->agenda) {
        const std::string label = (item.title.empty() ? item.id : item.title) + (item.must_be_minuted ? "" : " (optional)");
        out << textarea({.name = "item-" + item.id, .id = item.id, .label = {.content = label, .classes = "govuk-label--s"}, .error = error_at(sent.refused, item.id),
                         .value = std::string(sent.typed.get("item-" + item.id)), .rows = 4});
    }
    return out << textarea({.name = "minutes", .label = {.content = "Minutes (optional)", .classes = "govuk-label--s"}, .error = error_at(sent.refused, "minutes"), .value = sent.get("minutes"), .rows = 6});
}

/// Nobody is asked before there is something to explain; what was explained once stays.
Html why_without(const Sent& sent) {
    const auto fault = error_at(sent.refused, "why-not-quorate");
    if (fault.content.empty() && sent.get("why-not-quorate").empty()) return {};
    return textarea({.name = "why-not-quorate", .label = {.content = "Why did it go ahead without its quorum?", .classes = "govuk-label--s"}, .error = fault, .value = sent.get("why-not-quorate"), .rows = 3});
}

bool has_words(std::string_view text) { return text.find_first_not_of(" \t\r\n") != std::string_view::npos; }

/// A row that says nothing more than the page did is left out; of somebody who must be there something has to be said.
bool is_said(const MeetingView& meeting, const Fields& posted, size_t row) {
    const auto given = [&](const char* column) { return has_words(posted.get(box(row, column))); };
    if (given("attended")) return true;
    if (row >= meeting.seats.size()) return given("name") || given("role") || given("kind");
    const auto& seat = meeting.seats[row];
    return seat.required || posted.get(box(row, "name")) != seat.known_as;
}

Content lines_of(const casework::MeetingHeldView& held) {
    Html list = "<ul class=\"govuk-list\">\n"_html;
    for (const auto& one : held.attendance)
        list << "<li>"_html << (one.name.empty() ? one.role : one.name + (one.role.empty() ? "" : ", " + one.role)) << ": "_html << one.came << "</li>\n"_html;
    list << "</ul>\n"_html;
    return list;
}

}  // namespace

Html meeting_record_asked(const TaskVisit& task, const MeetingView& meeting, const Sent& sent) {
    Html out = who_came(task, meeting, sent);
    return out << why_without(sent) << agenda(task, sent);
}

Html meeting_minutes_asked(const TaskVisit& task, const Sent& sent) { return agenda(task, sent); }

engine::Answers meeting_record(const TaskVisit& task, const MeetingView& meeting, std::vector<size_t>& rows_kept) {
    const auto& posted = task.visit.request.form.fields;
    engine::Answers record;
    const auto add = [&](engine::Answers& to, const std::string& key, std::string_view text) {
        if (has_words(text)) to[key] = engine::Answer::of(std::string(text));
    };
    for (size_t row = 0, rows = posted.has("attendance--rows") ? rows_of(meeting, posted) : 0; row < rows; ++row) {
        if (!is_said(meeting, posted, row)) continue;
        engine::Answers one;
        for (const char* column : {"name", "role", "kind", "attended"}) add(one, column, posted.get(box(row, column)));
        if (row < meeting.seats.size()) {
            add(one, "who", meeting.seats[row].who);
            add(one, "kind", meeting.seats[row].kind);
        }
        record["attendance"].rows.push_back(std::move(one));
        rows_kept.push_back(row);
    }
    add(record, "minutes", posted.get("minutes"));
    for (const auto& item : task.definition().meeting->agenda) add(record, item.id, posted.get("item-" + item.id));
    return record;
}

Refusal at_page_rows(Refusal refusal, const std::vector<size_t>& rows_kept) {
    constexpr std::string_view prefix = "attendance--";
    for (auto& reason : refusal.reasons) {
        if (!reason.field.starts_with(prefix)) continue;
        const size_t end = reason.field.find("--", prefix.size());
        const auto row = static_cast<size_t>(std::atoi(reason.field.substr(prefix.size(), end - prefix.size()).c_str()));
        if (row < rows_kept.size()) reason.field = box(rows_kept[row], reason.field.substr(end + 2).c_str());
    }
    return refusal;
}

Fields with_another_row(const Fields& posted, const MeetingView& meeting) {
    Fields typed = posted;
    typed.set("attendance--rows", std::to_string(rows_of(meeting, posted) + 1));
    return typed;
}

Html meetings_held(const MeetingView& meeting) {
    Html out;
    for (const auto& held : meeting.held) {
        SummaryList list;
        const auto row = [&](const std::string& key, Content value) { list.rows.push_back({.key = {.content = key}, .value = {.content = std::move(value)}}); };
        if (!held.attendance.empty()) row("Who was there", lines_of(held));
        if (!meeting.quorum.empty()) row("Quorum", held.quorate ? "It had its quorum" : "It did not have its quorum: " + held.quorum_missing);
        if (has_words(held.why_not_quorate)) row("Why it went ahead", as_typed(held.why_not_quorate));
        for (const auto& [item, words] : held.minutes) row(item, as_typed(words));
        row("Recorded by", held.recorded_by);
        out << smaller_heading("Held " + when_words(held.at)) << summary_list(list);
    }
    return out;
}

}  // namespace hearken::web
