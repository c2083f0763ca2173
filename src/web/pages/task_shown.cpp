// Linked cases beside a task: the replies that came in.
#include <algorithm>

#include "calendar/moment_text.hpp"
#include "web/components/details.hpp"
#include "web/components/inset_text.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/tag.hpp"
#include "web/pages/task_pages.hpp"

namespace hearken::web {

namespace {

/// What is due soon or late, all of it; of the rest the nearest.
constexpr size_t kClocksShown = 3;

Html clock_cell(std::vector<casework::ClockView> clocks) {
    std::stable_sort(clocks.begin(), clocks.end(), [](const auto& one, const auto& other) { return one.set.due_at < other.set.due_at; });
    const auto pressing = static_cast<size_t>(std::count_if(clocks.begin(), clocks.end(), [](const auto& clock) { return clock.stands != casework::ClockStands::Running; }));
    std::stable_partition(clocks.begin(), clocks.end(), [](const auto& clock) { return clock.stands != casework::ClockStands::Running; });
    const auto shown = std::min(clocks.size(), std::max(pressing, kClocksShown));
    const auto left = clocks.size() - shown;
    clocks.resize(shown);
    Html out;
    for (const auto& clock : clocks) out << "<p class=\"govuk-body govuk-!-margin-bottom-1\">"_html << clock.title << ": "_html << clock.in_words << " "_html << tag(clock_tag(clock)) << "</p>\n"_html;
    if (left > 0) out << "<p class=\"govuk-body\">and "_html << std::to_string(left) << " more, later</p>\n"_html;
    return out;
}

Html drift_cell(Instant since) {
    Html out;
    return out << tag({.content = "Has not moved", .classes = "govuk-tag--red"}) << " since "_html << calendar::moment_text(since);
}

/// More lines than these of several answers put the question that they are shown for out of sight.
constexpr size_t kLinesOpen = 12;

Html folded(const casework::ShownCase& shown) {
    SummaryList list;
    for (const auto& answer : shown.answers) list.rows.push_back({.key = {.content = answer.label}, .value = {.content = answer_cell(shown.summary.id, answer)}});
    return details({.summary = "Read what they wrote", .content = summary_list(list)});
}

Html card(const casework::ShownCase& shown, bool followed, bool fold) {
    SummaryList list;
    const auto row = [&](std::string key, Content value) { list.rows.push_back({.key = {.content = std::move(key)}, .value = {.content = std::move(value)}}); };
    if (shown.not_moved_since) row("Drift", drift_cell(*shown.not_moved_since));
    if (!fold)
        for (const auto& answer : shown.answers) row(answer.label, answer_cell(shown.summary.id, answer));
    row("How it stands", shown.stands);
    if (followed) row("Begun", calendar::moment_text(shown.summary.opened_at));
    else if (shown.answered_at) row("Answered", calendar::moment_text(*shown.answered_at));
    else row("Begun", calendar::moment_text(shown.summary.opened_at));
    if (!shown.clocks.empty()) row("Time", clock_cell(shown.clocks));
    if (fold && !shown.answers.empty()) row("Answer", folded(shown));
    list.card = SummaryCard{.title = {.content = shown.with.empty() ? shown.summary.title : shown.with, .heading_level = 3},
                            .actions = {.items = {{.content = "Open", .href = case_href(shown.summary.id), .visually_hidden_text = shown.summary.title}}}};
    return summary_list(list);
}

/// "2 of 3 have not moved since 4 November 2026 at 11am."
std::string drift_words(const casework::ShownCases& group) {
    const auto all = std::to_string(group.cases.size());
    if (group.not_moved == 0) return group.cases.size() == 1 ? "It has not stood still." : "None of the " + all + " has stood still.";
    return std::to_string(group.not_moved) + " of " + all + (group.not_moved == 1 ? " has" : " have") + " not moved. What has not moved comes first.";
}

}  // namespace

Html shown_cases(const TaskVisit& task) {
    Html out;
    for (const auto& group : task.page.shown) {
        out << smaller_heading(group.title);
        if (group.cases.empty()) {
            out << inset_text({.content = group.followed ? "There is nothing to follow yet." : "Nothing has been asked yet."});
            continue;
        }
        out << paragraph(group.followed ? drift_words(group) : std::to_string(group.answered) + " of " + std::to_string(group.cases.size()) + " answered or ended.");
        size_t lines = 0;
        for (const auto& shown : group.cases) lines += shown.answers.size();
        for (const auto& shown : group.cases) out << card(shown, group.followed, group.cases.size() > 1 && lines > kLinesOpen);
    }
    return out;
}

}  // namespace hearken::web
