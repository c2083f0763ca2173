#include "web/pages/case_milestones.hpp"

#include <set>

#include "web/components/button.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/tag.hpp"
#include "web/pages/case_parts.hpp"

namespace hearken::web {

namespace {

using casework::ClockView;
using casework::MilestoneView;
using casework::TaskView;

/// Two clocks that run out together are one line.
Html clock_lines(const std::vector<ClockView>& clocks) {
    Html out;
    std::set<std::string> said;
    for (const auto& clock : clocks)
        if (said.insert(clock.in_words).second) out << "<p class=\"govuk-body govuk-!-margin-bottom-1\">"_html << tag(clock_tag(clock)) << " "_html << clock.in_words << "</p>\n"_html;
    return out;
}

Html plain(std::string_view words) {
    Html out;
    return out << "<p class=\"govuk-body govuk-!-margin-bottom-1\">"_html << words << "</p>\n"_html;
}

/// `awaited`: it is what is waited for now, so who has it and what happens is said too.
Html reached_or_awaited(const MilestoneView& milestone, bool awaited) {
    if (milestone.at) {
        Html out;
        if (!milestone.said.empty()) out << plain(milestone.said);
        return out << plain(when_words(*milestone.at));
    }
    Html out = milestone.clocks.empty() ? plain("Not yet") : clock_lines(milestone.clocks);
    if (!awaited) return out;
    if (!milestone.who.empty()) out << plain("With: " + milestone.who);
    if (!milestone.next.empty()) out << plain("Next: " + milestone.next);
    return out;
}

Html whom_to_ring(const casework::CasePage& page) {
    Html out = plain(page.summary.owner);
    if (!page.owner_telephone.empty()) out << plain("Ring " + page.owner_telephone + ". If you hear nothing, ask for a line manager.");
    return out;
}

Html beside(const casework::ShownCase& other) {
    Html out;
    out << "<p class=\"govuk-body govuk-!-margin-bottom-1\">"_html << link_to(case_href(other.summary.id), other.stands) << "</p>\n"_html;
    return out << clock_lines(other.clocks);
}

/// What they may do now: a right that time has given them (chasing) first.
Html acts(const casework::CasePage& page) {
    Html out;
    const auto add = [&](const TaskView& task, const char* classes) {
        out << button({.content = task.title, .href = task_href(page.summary.id, task.task, task.subject), .classes = classes}) << "\n"_html;
    };
    for (const auto& task : page.tasks)
        if (is_open(task) && task.may && !task.required) add(task, "");
    for (const auto& task : page.anytime)
        if (task.may && !task.urgent) add(task, "govuk-button--secondary");
    if (out.empty()) return out;
    Html group;
    return group << "<div class=\"govuk-button-group\">\n"_html << out << "</div>\n"_html;
}

}  // namespace

Html milestones_panel(const casework::CasePage& page) {
    if (page.milestones.empty()) return {};
    SummaryList list;
    const auto row = [&](std::string key, Html value) { list.rows.push_back({.key = {.content = std::move(key)}, .value = {.content = std::move(value)}}); };
    row("With", whom_to_ring(page));
    bool awaited = page.summary.state != "closed";
    std::string awaited_title;
    for (const auto& milestone : page.milestones) {
        // Each child's own line of the same moment is awaited together.
        const bool now = !milestone.at && (awaited || milestone.title == awaited_title);
        if (now) awaited_title = milestone.title;
        if (now) awaited = false;
        row(milestone.title + (milestone.subject_name.empty() ? "" : " – " + milestone.subject_name), reached_or_awaited(milestone, now));
    }
    for (const auto& other : page.beside) row(other.summary.procedure_title, beside(other));
    list.card = SummaryCard{.title = {.content = "How it stands"}};
    return summary_list(list) << acts(page);
}

}  // namespace hearken::web
