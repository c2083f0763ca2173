// Beside the weighing: who is around the children, and what was recorded before.
#include <algorithm>

#include "calendar/moment_text.hpp"
#include "casework/level_history.hpp"
#include "casework/triage.hpp"
#include "web/components/details.hpp"
#include "web/components/summary_list.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/school_pages.hpp"

namespace hearken::web {

namespace {

/// What was written when it was opened: the facts beside which it is weighed.
Html what_happened(const Visit& visit, const casework::CasePage& page) {
    const auto definition = visit.world().library.find(page.summary.procedure, page.version);
    if (!definition) return {};
    SummaryList list;
    for (const auto& form : page.forms) {
        if (form.form != definition->start.form) continue;
        for (const auto& answer : form.answers)
            if (!answer.missing) list.rows.push_back({.key = {.content = answer.label}, .value = {.content = answer_cell(page.summary.id, answer)}});
    }
    return list.rows.empty() ? Html{} : summary_list(list);
}

/// The level in force, and the way to choose one, where the procedure has one. A choice, never a result.
Html level_line(const Visit& visit, const casework::CasePage& page, const PersonId& child) {
    const auto choosing = std::find_if(page.anytime.begin(), page.anytime.end(), [&](const auto& task) { return task.task.ends_with("set-level") && task.subject == child; });
    if (choosing == page.anytime.end()) return {};
    const auto levels = casework::levels_chosen(visit.world(), visit.actor(), child);
    Html out;
    out << "<p class=\"govuk-body\">Level of need: "_html;
    if (levels.empty()) out << "none chosen yet"_html;
    else out << "<span class=\"hearken-strong\">"_html << levels.front().level << "</span>, chosen by "_html << levels.front().by << ", "_html << calendar::moment_text(levels.front().at);
    return out << ". "_html << link_to(task_href(page.summary.id, choosing->task, child), choosing->title) << "</p>\n"_html;
}

Html people_list(const casework::AroundChild& child) {
    Html out;
    if (child.people.empty()) return out << paragraph("Nobody else is recorded around this child.");
    out << "<ul class=\"govuk-list govuk-list--bullet\">\n"_html;
    for (const auto& one : child.people) {
        out << "<li>"_html;
        if (one.may_open) out << link_to("/people/" + one.person.str(), one.name);
        else out << one.name;
        out << ", "_html << one.relationship;
        if (!one.age.empty()) out << ", "_html << one.age;
        if (one.same_household && one.relationship.find("household") == std::string::npos) out << ", same household"_html;
        out << "</li>\n"_html;
    }
    return out << "</ul>\n"_html;
}

Html cases_list(const std::vector<casework::CaseSummary>& cases, bool with_owner) {
    Html out;
    out << "<ul class=\"govuk-list govuk-list--bullet\">\n"_html;
    for (const auto& one : cases) {
        out << "<li>"_html << link_to("/cases/" + one.id.str(), one.title) << ", "_html << calendar::date_text(calendar::local_date_of(one.opened_at)) << ": "_html << state_in_words(one);
        if (with_owner) out << ", at "_html << one.owner;
        out << "</li>\n"_html;
    }
    return out << "</ul>\n"_html;
}

}  // namespace

Html around_panel(const Visit& visit, const CaseId& in_case) {
    Html out;
    const auto children = casework::read_around(visit.world(), visit.actor(), in_case);
    if (!children || children->empty()) return out;
    Html inside;
    const auto page = casework::read_case(visit.world(), visit.actor(), in_case);
    if (!page) return out;
    inside << what_happened(visit, *page);
    for (const auto& child : *children) {
        if (children->size() > 1) inside << "<h3 class=\"govuk-heading-s\">"_html << child.name << "</h3>\n"_html;
        inside << level_line(visit, *page, child.child) << people_list(child);
        if (child.earlier.empty()) inside << paragraph("Your organisation has no other record about " + child.name + ".");
        else inside << paragraph("Your organisation's other records:") << cases_list(child.earlier, false);
        if (!child.elsewhere.empty()) inside << paragraph("With others, as far as you may know of it:") << cases_list(child.elsewhere, true);
    }
    return details({.summary = children->size() == 1 ? "Around this child" : "Around these children", .content = inside, .open = true});
}

Html around_beside(const Visit& visit, const casework::TaskView& task, const CaseId& in_case) {
    if (task.urgent || !casework::has_triage(visit.world(), visit.actor())) return {};
    return around_panel(visit, in_case);
}

}  // namespace hearken::web
