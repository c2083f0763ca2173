#include "web/pages/case_parts.hpp"

#include <algorithm>

#include "web/components/details.hpp"
#include "web/components/moj/badge.hpp"
#include "web/components/moj/identity_bar.hpp"
#include "web/components/tag.hpp"

namespace hearken::web {

using casework::ClockStands;
using casework::ClockView;
using casework::TaskView;

namespace {

int weight(ClockStands stands) {
    switch (stands) {
        case ClockStands::Breached: return 7;
        case ClockStands::Late: return 6;
        case ClockStands::Red: return 5;
        case ClockStands::Amber: return 4;
        case ClockStands::Running: return 3;
        case ClockStands::MetLate: return 2;
        case ClockStands::MetRecordedLate: return 1;
        case ClockStands::Met: return 0;
    }
    return 0;
}

TaskStatus status_of_task(const TaskView& task) {
    using Status = engine::TaskState::Status;
    if (task.status == Status::NotNeeded) return {.content = "Not needed"};
    if (const auto* clock = worst_clock(task); clock && (is_open(task) || clock->stands != ClockStands::Met)) return {.tag = clock_tag(*clock)};
    if (task.status == Status::Done) return {.content = "Done"};
    if (task.status == Status::AwaitingSignature) return {.tag = {.content = "Waits for a signature", .classes = "govuk-tag--light-blue"}};
    if (task.started) return {.tag = {.content = "In progress", .classes = "govuk-tag--light-blue"}};
    if (!task.required) return {.tag = {.content = "If needed", .classes = "govuk-tag--grey"}};
    return {.tag = {.content = "To do", .classes = "govuk-tag--blue"}};
}

Html hint_of_task(const TaskView& task) {
    Html out;
    const auto line = [&](std::string_view words) {
        if (words.empty()) return;
        if (!out.empty()) out << "<br>"_html;
        out << words;
    };
    if (const auto* clock = worst_clock(task); clock && is_open(task)) line(clock->title + ": " + clock->in_words);
    if (!is_open(task)) {
        line(task.outcome);
        if (task.done_at) line(task.done_by + ", " + when_words(*task.done_at));
        return out;
    }
    // Whose it may be is news only where it is not the reader's.
    if (!task.assigned_to.empty()) line("With " + task.assigned_to);
    else if (!task.may) line(task.who);
    if (task.status == engine::TaskState::Status::AwaitingSignature) line("Decided; waits for a signature.");
    for (const auto& reason : task.why_not)
        if (!task.may && task.opens && reason.code != "role" && reason.code != "organisation") line(reason.text);  // whose it is stands above
    return out;
}

/// Two limits beside each other are told apart by their length and by who sets them: "Limit in law, 45 working days".
std::string name_of_clock(const ClockView& clock) {
    const std::string name = clock.title == "Limit" && clock.set.strength == procedure::Strength::Statutory ? "Limit in law" : clock.title;
    return clock.set.period.empty() || clock.set.urgency ? name : name + ", " + clock.set.period;
}

}  // namespace

std::string case_href(const CaseId& id, std::string_view page) { return "/cases/" + percent_encoded(id.str()) + (page.empty() ? "" : "/") + std::string(page); }

std::string task_href(const CaseId& id, const std::string& task, const PersonId& subject, std::string_view page) {
    return case_href(id, "tasks/" + percent_encoded(task)) + (page.empty() ? "" : "/") + std::string(page) + (subject ? "?child=" + percent_encoded(subject.str()) : "");
}

Html identity(const casework::CaseSummary& summary) {
    Html names, alerts;
    for (const auto& subject : summary.subjects) {
        if (!names.empty()) names << "<br>"_html;
        names << link_to("/people/" + subject.person.str(), subject.name);
        if (!subject.age.empty()) names << ", "_html << subject.age;
        if (!subject.part.empty()) names << " ("_html << subject.part << ")"_html;
        if (!subject.outcome.empty()) names << ": "_html << subject.outcome;
        for (const auto& words : subject.alerts) alerts << badge({.content = words, .classes = "moj-badge--red"}) << " "_html;
    }
    Html title;
    title << "<strong>"_html << summary.procedure_title << "</strong>"_html;
    if (!names.empty()) title << "<br>"_html << names;
    Html out;
    out << "<div class=\"govuk-!-margin-bottom-5\">\n"_html << identity_bar({.title = title});
    if (summary.restricted) alerts << badge({.content = "Restricted: only the people named can see this", .classes = "moj-badge--purple"});
    if (!alerts.empty()) out << "<p class=\"govuk-body govuk-!-margin-top-2\">"_html << alerts << "</p>\n"_html;
    return out << "</div>\n"_html;
}

Tag clock_tag(const ClockView& clock) {
    const bool limit = clock.title == "Limit";
    switch (clock.stands) {
        case ClockStands::Running: return {.content = clock.set.urgency ? "Running" : "On time", .classes = "govuk-tag--grey"};
        case ClockStands::Amber: return {.content = "Due soon", .classes = "govuk-tag--yellow"};
        case ClockStands::Red: return {.content = "Due now", .classes = "govuk-tag--orange"};
        case ClockStands::Late: return {.content = clock.set.urgency ? "Ask how it stands" : "Late against target", .classes = "govuk-tag--orange"};
        case ClockStands::Breached: return {.content = "Overdue", .classes = "govuk-tag--red"};
        case ClockStands::Met: return {.content = "In time", .classes = "govuk-tag--green"};
        case ClockStands::MetLate: return {.content = limit ? "Done late" : "Done after target", .classes = limit ? "govuk-tag--red" : "govuk-tag--orange"};
        case ClockStands::MetRecordedLate: return {.content = "In time, recorded late", .classes = "govuk-tag--turquoise"};
    }
    return {};
}

const ClockView* worst_clock(const TaskView& task) { return worst_clock(task.clocks); }

const ClockView* worst_clock(const std::vector<ClockView>& clocks) {
    const ClockView* worst = nullptr;
    for (const auto& clock : clocks) {
        const bool worse = !worst || weight(clock.stands) > weight(worst->stands) || (clock.stands == worst->stands && clock.set.due_at < worst->set.due_at);
        if (worse) worst = &clock;
    }
    return worst;
}

Html clocks(const TaskView& task) {
    Html out, folded;
    size_t further = 0;
    const auto line = [](Html& into, const ClockView& clock) {
        into << "<p class=\"govuk-body govuk-!-margin-bottom-1 hearken-clock\">"_html << tag(clock_tag(clock)) << " <strong>"_html << name_of_clock(clock) << ".</strong> "_html << clock.in_words << "</p>\n"_html;
    };
    for (const auto& clock : task.clocks) {
        // A warning on the way to a limit is no date to work to, unless it is the only one or has come.
        if (clock.set.strength == procedure::Strength::Guide && clock.stands == ClockStands::Running && task.clocks.size() > 1) {
            line(folded, clock);
            folded << "<p class=\"govuk-body\">"_html << clock.explanation << "</p>\n"_html;
            ++further;
            continue;
        }
        line(out, clock);
        out << details({.summary = "How this was counted", .content = clock.explanation});
    }
    if (further > 0) out << details({.summary = "Warnings on the way (" + std::to_string(further) + ")", .content = folded});
    return out;
}

Html short_clocks(const std::vector<ClockView>& all) {
    Html out;
    const auto* worst = worst_clock(all);
    if (!worst) return out;
    const ClockView* next = nullptr;  // the limit that still can be kept
    for (const auto& clock : all)
        if (&clock != worst && clock.title == "Limit" && clock.stands < ClockStands::Late && (!next || clock.set.due_at < next->set.due_at)) next = &clock;
    out << name_of_clock(*worst) << ": "_html << worst->in_words;
    if (next && worst->title != "Limit") out << "<br>\n"_html << name_of_clock(*next) << ": "_html << next->in_words;
    return out;
}

std::vector<const TaskView*> each_once(const std::vector<const TaskView*>& tasks) {
    std::vector<const TaskView*> once;
    for (const auto* task : tasks) {
        const auto same = std::find_if(once.begin(), once.end(), [&](const TaskView* other) { return other->task == task->task && other->subject == task->subject; });
        if (same == once.end()) once.push_back(task);
        else if (task->occurrence < (*same)->occurrence) *same = task;
    }
    return once;
}

std::string title_of(const TaskView& task) { return task.title + (task.subject_name.empty() ? "" : " – " + task.subject_name); }

bool is_open(const TaskView& task) {
    return task.status == engine::TaskState::Status::Open || task.status == engine::TaskState::Status::AwaitingSignature;
}

Html work_list(const CaseId& id, const std::vector<const TaskView*>& tasks, const std::string& id_prefix) {
    TaskList list;
    list.id_prefix = id_prefix;
    list.classes = "hearken-work";
    for (const auto* task : tasks)
        list.items.push_back({.title = {.content = title_of(*task)}, .href = task->opens ? task_href(id, task->task, task->subject) : std::string{}, .hint = hint_of_task(*task), .status = status_of_task(*task)});
    return task_list(list);
}

Html reasons_list(const std::vector<Reason>& reasons) {
    std::vector<std::string> lines;
    for (const auto& reason : reasons) lines.push_back(reason.text);
    return bullets(lines);
}

Html what_it_is_about(const CaseId& id, const std::vector<casework::FormView>& asked, bool open) {
    const Html cards = recorded_cards(id, asked);
    return cards.empty() ? Html{} : details({.summary = "What this is about", .content = cards, .open = open});
}

Response case_page(const Visit& visit, const casework::CaseSummary& summary, const std::string& title, const Html& inside, int status, bool wide) {
    PageContent content;
    content.title = title + " – " + summary.procedure_title;
    content.section = "cases";
    content.status = status;
    content.wide = wide;
    content.before_main = back_to(case_href(summary.id), "Back to the record");
    content.main << identity(summary) << (wide ? inside : narrow(inside));
    return render_page(visit, std::move(content));
}

std::optional<Refusal> do_in_case(const Visit& visit, const CaseId& id, engine::Command command, const std::string& place, Response& done) {
    const auto acted = casework::act(visit.world(), visit.actor(), id, std::move(command));
    if (!acted) return acted.error();
    std::string message = acted->message;
    for (const auto& warning : acted->warnings) message += " " + warning;
    done = changed(place, message);
    return std::nullopt;
}

CaseId case_of(const Visit& visit) { return CaseId{visit.params["case"]}; }

}  // namespace hearken::web
