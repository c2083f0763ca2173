// A person's record, assembled from what this reader may see of it.
#include <algorithm>
#include <set>

#include "calendar/moment_text.hpp"
#include "casework/childs_worker.hpp"
#include "casework/joined.hpp"
#include "web/components/back_link.hpp"
#include "web/components/button.hpp"
#include "web/components/details.hpp"
#include "web/components/moj/alert.hpp"
#include "web/components/moj/badge.hpp"
#include "web/components/moj/identity_bar.hpp"
#include "web/components/moj/sub_navigation.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/tag.hpp"
#include "web/components/task_list.hpp"
#include "web/pages/chronology_table.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/people_levels.hpp"
#include "web/pages/people_pages.hpp"
#include "web/pages/start_pages.hpp"

namespace hearken::web {

namespace {

using casework::ChildPage;

Html identity(const Visit& visit, const ChildPage& page) {
    const std::string here = "/people/" + page.summary.id.str();
    Html title;
    title << "<h1 class=\"hearken-identity\">"_html << page.summary.name << "</h1> <span class=\"hearken-identity__age\">"_html << page.summary.age << "</span>"_html;
    if (!page.alerts.empty())
        title << " "_html << badge({.content = std::to_string(page.alerts.size()) + (page.alerts.size() == 1 ? " alert" : " alerts"), .classes = "moj-badge--red"});
    ButtonMenu menu;
    menu.button_text = "Actions";
    if (page.may_change) menu.items.push_back({.content = "Change details", .href = here + "/change", .classes = "govuk-button--secondary"});
    if (access::may(visit.actor(), access::Action::ReadChronology)) menu.items.push_back({.content = "Whole chronology", .href = here + "/chronology", .classes = "govuk-button--secondary"});
    if (page.may_change) menu.items.push_back({.content = page.unborn ? "Family, or record the birth" : "Family and household", .href = here + "/family", .classes = "govuk-button--secondary"});
    menu.items.push_back({.content = "People map", .href = here + "/map", .classes = "govuk-button--secondary"});
    if (access::may(visit.actor(), access::Action::JoinRecords)) menu.items.push_back({.content = "Other records of the same person", .href = here + "/join", .classes = "govuk-button--secondary"});
    if (access::may(visit.actor(), access::Action::ReadAudit)) menu.items.push_back({.content = "Who has read this record", .href = "/audit/people/" + page.summary.id.str(), .classes = "govuk-button--secondary"});
    IdentityBar bar;
    bar.title = title;
    if (!menu.items.empty()) bar.menus.push_back(std::move(menu));
    Html out;
    return out << identity_bar(bar) << "\n"_html;
}

Html alerts(const ChildPage& page) {
    Html out;
    for (const auto& words : page.alerts)
        out << alert({.variant = AlertVariant::Warning, .title = "Alert", .content = words, .disable_auto_focus = true}) << "\n"_html;
    return out;
}

/// What goes to a child's worker at once from outside their organisation: one press, nobody to look for.
Html tell_worker(const Visit& visit, const ChildPage& page) {
    Html out;
    const bool has_worker = casework::has_worker(visit.world(), page.summary.id);
    for (const auto& procedure : visit.world().library.all()) {
        const auto definition = casework::definition_to_start(visit.world(), procedure->id);
        if (!definition || definition != procedure || definition->start.owner_from.empty() || !may_start(visit, *definition)) continue;
        if (page.unborn && !definition->subjects.unborn) continue;
        const auto role = visit.world().library.vocabulary().roles.find(visit.actor().role);
        const auto theirs = [&](const std::string& kind) { return std::find(definition->owner_kinds.begin(), definition->owner_kinds.end(), kind) != definition->owner_kinds.end(); };
        if (role == visit.world().library.vocabulary().roles.end() || std::any_of(role->second.at.begin(), role->second.at.end(), theirs)) continue;  // the worker's own side
        out << paragraph(has_worker ? "This child has a social worker. What you send goes to them at once; ring them as well." :
                                           "No social worker is known here. What you send goes to the front door of children’s social care at once.")
            << form_open(visit, "/people/" + page.summary.id.str() + "/start/" + percent_encoded(definition->id))
            << button({.content = definition->title, .classes = has_worker ? "govuk-button--warning" : "govuk-button--secondary"}) << "\n</form>\n"_html;
    }
    return out;
}

Html ways(const ChildPage& page) {
    SubNavigation ways;
    ways.label = "Parts of this record";
    ways.items = {{.content = "About", .href = "#about"}, {.content = "People around", .href = "#around"}, {.content = "Addresses", .href = "#addresses"},
                  {.content = "Cases", .href = "#cases"}, {.content = "Open work", .href = "#work"}, {.content = "Chronology", .href = "/people/" + page.summary.id.str() + "/chronology"},
                  {.content = "Shared with", .href = "#shared"}};
    Html out;
    return out << sub_navigation(ways) << "\n"_html;
}

Html pairs(const std::vector<std::pair<std::string, std::string>>& lines) {
    SummaryList list;
    for (const auto& [label, words] : lines) list.rows.push_back({.key = {.content = label}, .value = {.content = words}});
    Html out;
    return out << summary_list(list) << "\n"_html;
}

/// Two records of one person are read together and stay two.
Html other_records(const ChildPage& page) {
    Html out;
    for (const auto& [id, name] : page.other_records) {
        Html words;
        words << "Another record is of the same person: "_html;
        if (id.empty()) words << name << ", which you may not open"_html;
        else words << link_to("/people/" + id.str(), name);
        out << paragraph(words);
    }
    return out;
}

Html about(const ChildPage& page) {
    Html out = other_records(page);
    out << smaller_heading("About", "about") << pairs(page.identity);
    if (!page.registrations.empty()) out << smaller_heading("On roll, and known to", "known") << pairs(page.registrations);
    return out;
}

Content name_of(const ChildPage::Around& one) {
    Html out;
    if (one.may_open) out << link_to("/people/" + one.person.str(), one.name);
    else out << one.name;
    if (!one.note.empty()) out << "<br>\n<span class=\"govuk-hint\">"_html << one.note << "</span>"_html;
    return out;
}

Html around(const ChildPage& page) {
    Html out;
    out << smaller_heading("People around", "around");
    if (page.around.empty())
        return out << paragraph("Nobody is recorded yet. Ask who lives with the child, who else looks after them, and who holds parental responsibility.");
    StackedTable lines;
    lines.head = {"Name", "Relationship", "Parental responsibility", "Age"};
    for (const auto& one : page.around) {
        Content responsibility = one.parental_responsibility;
        if (one.parental_responsibility.starts_with("Not known")) {
            Html unknown;
            responsibility = unknown << tag({.content = one.parental_responsibility, .classes = "govuk-tag--yellow"});
        }
        lines.rows.push_back({name_of(one), one.relationship, one.parental_responsibility.empty() ? Content("No") : responsibility, one.age});
    }
    return out << stacked_table(lines) << paragraph(link_to("/people/" + page.summary.id.str() + "/map", "See them as a map"));
}

Html addresses(const ChildPage& page) {
    Html out;
    out << smaller_heading("Addresses", "addresses");
    return page.addresses.empty() ? out << paragraph("No address is recorded.") : out << pairs(page.addresses);
}

Html cases(const Visit& visit, const ChildPage& page) {
    Html out;
    out << smaller_heading("Cases", "cases");
    if (page.cases.empty()) {
        out << paragraph("No case that you may see is about them.");
        return access::may(visit.actor(), access::Action::OpenCase) ? out << paragraph(link_to("/start", "Record a concern")) : out;
    }
    const auto part_in = [&](const casework::CaseSummary& one) {
        std::string part;
        for (const auto& subject : one.subjects)
            if (subject.person == page.summary.id) part = subject.part;
        return part;
    };
    const bool parts = std::any_of(page.cases.begin(), page.cases.end(), [&](const auto& one) { return !part_in(one).empty(); });
    StackedTable lines;
    lines.head = {"Case", "Held by", "Where it is", "Opened"};
    if (parts) lines.head.insert(lines.head.begin() + 1, "Their part");
    for (const auto& one : page.cases) {
        Html title;
        title << link_to("/cases/" + one.id.str(), one.title);
        if (one.restricted) title << " "_html << tag({.content = "Restricted", .classes = "govuk-tag--purple"});
        std::vector<Content> row = {title, one.owner, state_in_words(one), calendar::date_text(calendar::local_date_of(one.opened_at))};
        if (parts) row.insert(row.begin() + 1, part_in(one).empty() ? "Not said" : part_in(one));
        lines.rows.push_back(std::move(row));
    }
    return out << stacked_table(lines);
}

/// Open work beyond this is folded away: the most urgent comes first.
constexpr size_t kWorkShown = 8;

/// Several of one kind (two visits to be written up) are one line.
std::vector<TaskListItem> work_lines(const ChildPage& page) {
    std::vector<TaskListItem> lines;
    std::set<std::string> listed;
    for (const auto& item : page.open_work) {
        TaskListItem line;
        line.title.content = item.task.title;
        line.href = task_href(item.in_case.id, item.task.task, item.task.subject);
        if (!listed.insert(line.href).second) continue;
        Html hint;
        hint << item.in_case.title;
        if (!item.task.clocks.empty()) hint << "<br>\n"_html << short_clocks(item.task.clocks);
        line.hint = hint;
        Html status;
        if (item.task.urgent) status << tag({.content = "Urgent", .classes = "govuk-tag--red"}) << " "_html;
        if (const auto* clock = worst_clock(item.task)) status << tag(clock_tag(*clock)) << " "_html;
        if (status.empty()) status << "To do"_html;
        line.status.content = status;
        lines.push_back(std::move(line));
    }
    return lines;
}

Html work(const ChildPage& page) {
    Html out;
    out << smaller_heading("Open work", "work");
    if (page.open_work.empty()) return out << paragraph("Nothing is waiting to be done.");
    const auto lines = work_lines(page);
    const auto cut = lines.begin() + static_cast<long>(std::min(kWorkShown, lines.size()));
    out << task_list({.items = {lines.begin(), cut}, .id_prefix = "open-work", .classes = "hearken-work"}) << "\n"_html;
    if (cut != lines.end())
        out << details({.summary = std::to_string(lines.end() - cut) + " more", .content = task_list({.items = {cut, lines.end()}, .id_prefix = "more-work", .classes = "hearken-work"})}) << "\n"_html;
    return out;
}
Html latest(const ChildPage& page) {
    Html out;
    out << smaller_heading("Latest significant events", "chronology");
    if (page.chronology.empty()) return out << paragraph("Nothing significant is recorded in the cases that you may see.");
    return out << chronology_table(page.chronology) << paragraph(link_to("/people/" + page.summary.id.str() + "/chronology", "Read, filter and print the whole chronology"));
}

Html shared(const ChildPage& page) {
    Html out;
    out << smaller_heading("Shared with", "shared");
    out << (page.disclosures.empty() ? paragraph("Nothing has been shared from the cases that you may see.") : pairs(page.disclosures));
    return out << paragraph(link_to("/people/" + page.summary.id.str() + "/disclosures", "The disclosure log, with decisions not to share"));
}

Html name_only(const Visit& visit, const ChildPage& page) {
    Html out;
    out << heading(page.summary.name, "Name only");
    std::vector<std::pair<std::string, std::string>> lines{{"Age", page.summary.age}};
    if (!page.summary.also_known_as.empty()) lines.emplace_back("Also known as", page.summary.also_known_as);
    std::string known;
    for (const auto& organisation : page.summary.known_to) known += (known.empty() ? "" : ", ") + organisation;
    lines.emplace_back("Known to", known.empty() ? "Nobody recorded" : known);
    out << pairs(lines) << paragraph(page.summary.ask.empty() ? "You may know that there is a record, but not open it. Ask your safeguarding lead or manager whom to speak to." : page.summary.ask);
    if (access::may(visit.actor(), access::Action::JoinRecords)) out << paragraph(link_to("/people/" + page.summary.id.str() + "/join", "Other records of the same person"));
    return out << paragraph(link_to("/contacts", "Who to ring"));
}

}  // namespace

Response child_page(Visit& visit) {
    const auto read = casework::read_child(visit.world(), visit.actor(), PersonId(visit.params["person"]));
    if (!read) return render_refusal(visit, read.error());
    PageContent content;
    content.title = "Person's record";  // never a name: titles stay in the browser's history
    content.section = "people";
    content.before_main << back_link({.content = "Back to the search", .href = "/people"});
    if (read->summary.view != access::PersonView::Full) {
        content.main << name_only(visit, *read);
        return render_page(visit, std::move(content));
    }
    content.wide = true;
    content.main << identity(visit, *read) << alerts(*read) << tell_worker(visit, *read) << ways(*read) << about(*read) << levels_of_need(visit, read->summary.id) << around(*read) << addresses(*read) << cases(visit, *read) << work(*read)
                 << latest(*read) << shared(*read);
    return render_page(visit, std::move(content));
}

}  // namespace hearken::web
