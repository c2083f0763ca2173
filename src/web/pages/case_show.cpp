// The page of one case: what waits, most urgent first; what may be done at any moment; the record; its story; its people.
#include <algorithm>
#include <map>

#include "web/components/button.hpp"
#include "web/components/details.hpp"
#include "web/components/inset_text.hpp"
#include "web/components/moj/sub_navigation.hpp"
#include "web/components/moj/timeline.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/tag.hpp"
#include "web/components/warning_text.hpp"
#include "web/pages/case_milestones.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/school_pages.hpp"
#include "web/pages/case_parts.hpp"

namespace hearken::web {

namespace {

using casework::CasePage;
using casework::TaskView;
using Pairs = std::vector<std::pair<std::string, std::string>>;

bool is_closed(const CasePage& page) { return page.summary.state == "closed"; }

/// A wall of red hides what is urgent: more than these stand beneath as links, in view as well.
constexpr size_t kUrgentButtons = 2;

/// What may be done at once, before anything else on the page.
Html urgent_acts(const CasePage& page) {
    Html pressed, others;
    size_t shown = 0;
    for (const auto& task : page.anytime) {
        if (!task.urgent || !task.may) continue;
        const auto href = task_href(page.summary.id, task.task, task.subject);
        if (++shown <= kUrgentButtons) pressed << button({.content = task.title, .href = href, .classes = "govuk-button--warning"}) << "\n"_html;
        else others << "<li>"_html << link_to(href, task.title) << "</li>\n"_html;
    }
    Html out;
    if (shown == 0) return out;
    out << "<div class=\"govuk-button-group\">\n"_html << pressed << "</div>\n"_html;
    if (others.empty()) return out;
    return out << "<p class=\"govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1\">Also urgent, if it happens</p>\n<ul class=\"govuk-list\">\n"_html << others << "</ul>\n"_html;
}

Html standing(const CasePage& page) {
    const auto& summary = page.summary;
    Html stage;
    if (is_closed(page)) stage << tag({.content = "Closed", .classes = "govuk-tag--grey"}) << " "_html << summary.outcome;
    else stage << summary.stages;
    SummaryList list;
    list.rows.push_back({.key = {.content = is_closed(page) ? "Status" : "Stage"}, .value = {.content = stage}});
    list.rows.push_back({.key = {.content = "With"}, .value = {.content = summary.owner}});
    list.rows.push_back({.key = {.content = "Opened"}, .value = {.content = when_words(summary.opened_at) + (page.opened_by.empty() ? "" : " by " + page.opened_by)}});
    if (summary.received_at != summary.opened_at && summary.received_at != Instant{}) list.rows.push_back({.key = {.content = "Received"}, .value = {.content = when_words(summary.received_at)}});
    list.rows.push_back({.key = {.content = "Reference"}, .value = {.content = summary.id.str()}});
    return summary_list(list);
}

/// More than these, and what is urgent would be lost among what is not: the rest is folded away below it.
constexpr size_t kWaitsShown = 5, kMineShown = 10, kOthersShown = 5;

/// What holds it up beside the tasks that are listed already.
std::vector<Reason> waits_beside(const CasePage& page) {
    auto waits = page.waiting_for;
    std::erase_if(waits, [&](const Reason& reason) {
        return std::any_of(page.tasks.begin(), page.tasks.end(), [&](const TaskView& task) { return is_open(task) && reason.code == "task:" + task.task; });
    });
    return waits;
}

Html waits_section(const std::vector<Reason>& waits) {
    if (waits.size() > kWaitsShown)
        return details({.summary = "What else has to be so before it can go on (" + std::to_string(waits.size()) + ")", .content = reasons_list(waits)});
    Html why = paragraph("Before it can go on to the next stage:");
    return inset_text({.content = why << reasons_list(waits)});
}

Html others_section(const CaseId& in_case, const std::vector<const TaskView*>& others) {
    Html out = smaller_heading(std::any_of(others.begin(), others.end(), [](const TaskView* task) { return task->opens; }) ? "Waiting for somebody else, or for something first" : "With others");
    const auto shown = std::min(others.size(), kOthersShown);
    out << work_list(in_case, {others.begin(), others.begin() + static_cast<long>(shown)}, "others");
    if (shown < others.size())
        out << details({.summary = "Less urgent (" + std::to_string(others.size() - shown) + ")", .content = work_list(in_case, {others.begin() + static_cast<long>(shown), others.end()}, "later")});
    return out;
}

bool has_date(const TaskView* task) { return task->urgent || worst_clock(*task) != nullptr; }

/// What has a date first; of the rest, and of very much, only as much as can be taken in.
Html mine_section(const CaseId& in_case, const std::vector<const TaskView*>& mine) {
    const auto dated = static_cast<size_t>(std::count_if(mine.begin(), mine.end(), has_date));
    const auto shown = mine.size() <= kMineShown ? mine.size() : std::clamp(dated, kMineShown / 2, kMineShown);
    const auto cut = mine.begin() + static_cast<long>(shown);
    Html out = work_list(in_case, {mine.begin(), cut}, "mine");
    if (shown < mine.size()) out << details({.summary = std::to_string(mine.size() - shown) + " more that you can do", .content = work_list(in_case, {cut, mine.end()}, "mine-later")});
    return out;
}

Html tasks_section(const CasePage& page) {
    std::vector<const TaskView*> open, mine, others, done;
    const bool in_it = page.summary.view == access::CaseView::Full;
    for (const auto& task : page.tasks) {
        // On a side of the case, the others' work is theirs.
        const bool theirs = std::any_of(task.why_not.begin(), task.why_not.end(), [](const Reason& reason) { return reason.code == "organisation"; });
        if (in_it || !is_open(task) || task.may || !theirs) (is_open(task) ? open : done).push_back(&task);
    }
    for (const auto* task : each_once(open)) (task->may ? mine : others).push_back(task);
    Html out = smaller_heading("What you can do now");
    if (mine.empty()) out << paragraph(is_closed(page) ? (in_it ? "This record is closed. You can still add a note or a correction." : "This record is closed.") : in_it ? "Nothing waits for you here." : "Nothing waits for your organisation here now. You have a notice when something does.");
    else out << mine_section(page.summary.id, mine);
    if (const auto waits = waits_beside(page); !waits.empty() && !is_closed(page)) out << waits_section(waits);
    if (!others.empty()) out << others_section(page.summary.id, others);
    if (!done.empty()) out << details({.summary = "Done (" + std::to_string(done.size()) + ")", .content = work_list(page.summary.id, done, "done")});
    return out;
}

/// What a plan is made of, as it moves or does not: the first answers say what it is, the others who and by when.
Html followed_section(const CasePage& page) {
    Html out;
    if (page.beside.empty() || page.summary.view != access::CaseView::Full) return out;
    const auto still = std::count_if(page.beside.begin(), page.beside.end(), [](const auto& one) { return one.not_moved_since.has_value(); });
    out << smaller_heading("What was agreed, and whether it moves", "agreed");
    if (still > 0) out << paragraph(std::to_string(still) + " of " + std::to_string(page.beside.size()) + (still == 1 ? " has" : " have") + " not moved. What has not moved comes first.");
    StackedTable lines;
    lines.head = {"What", "Who and by when", "How it stands"};
    for (const auto& one : page.beside) {
        std::string what, who;
        for (size_t n = 0; n < one.answers.size(); ++n)
            for (const auto& words : one.answers[n].lines) (n < 2 ? what : who) += ((n < 2 ? what : who).empty() ? "" : n < 2 ? ": " : ". ") + words;
        Html stands;
        if (one.not_moved_since) stands << tag({.content = "Has not moved", .classes = "govuk-tag--red"}) << "<br>\nsince "_html << when_words(*one.not_moved_since) << "<br>\n"_html;
        if (const auto* clock = worst_clock(one.clocks)) stands << tag(clock_tag(*clock)) << "<br>\n"_html;
        stands << one.stands;
        lines.rows.push_back({link_to(case_href(one.summary.id), what.empty() ? one.summary.title : what), who, stands});
    }
    return out << stacked_table(lines);
}

Html anytime_section(const CasePage& page) {
    Html links;
    const auto add = [&](const std::string& href, const std::string& words) { links << "<li>"_html << link_to(href, words) << "</li>\n"_html; };
    const auto& id = page.summary.id;
    for (const auto& task : page.anytime)
        if (task.may && !task.urgent) add(task_href(id, task.task, task.subject), task.title);
    const bool full = page.summary.view == access::CaseView::Full;
    if (full) add(case_href(id, "notes"), "Add a note");
    if (full && !is_closed(page)) {
        add(case_href(id, "add-child"), "Add a child");
        add(case_href(id, "prohibitions"), "Stop or allow telling people");
        add(case_href(id, "close"), "Close this record");
    }
    if (full && is_closed(page)) add(case_href(id, "reopen"), "Open it again");
    Html out;
    if (links.empty()) return out;
    return out << smaller_heading("At any time") << "<ul class=\"govuk-list\">\n"_html << links << "</ul>\n"_html;
}

Html guidance_section(const Visit& visit, const CasePage& page) {
    Html links;
    for (const auto& id : page.guidance) {
        const auto found = visit.world().library.guidance().find(id);
        if (found != visit.world().library.guidance().end()) links << "<li>"_html << link_to("/guidance/" + id, found->second.title) << "</li>\n"_html;
    }
    Html out;
    if (links.empty()) return out;
    return out << smaller_heading("Guidance") << "<ul class=\"govuk-list\">\n"_html << links << "</ul>\n"_html;
}

Html pairs_list(const Pairs& pairs) {
    SummaryList list;
    for (const auto& [key, value] : pairs) list.rows.push_back({.key = {.content = key}, .value = {.content = value}});
    return summary_list(list);
}

/// The task by which a gap in a form is filled, if one is open to this reader.
const TaskView* task_for(const CasePage& page, const casework::FormView& form) {
    for (const auto& task : page.tasks)
        if (is_open(task) && task.may && task.act == engine::Possible::Act::Do && (form.subject.empty() || task.subject == form.subject)) return &task;
    return nullptr;
}

std::string title_of_form(const casework::FormView& form) { return form.title + (form.subject_name.empty() ? "" : " – " + form.subject_name); }

Html form_card(const CasePage& page, const casework::FormView& form) {
    SummaryList list;
    bool gaps = false;
    for (const auto& answer : form.answers) {
        gaps = gaps || answer.missing;
        list.rows.push_back({.key = {.content = answer.label}, .value = {.content = answer_cell(page.summary.id, answer)}});
    }
    if (list.rows.empty()) return {};
    SummaryCard card{.title = {.content = title_of_form(form)}};
    if (gaps && !is_closed(page))
        if (const auto* task = task_for(page, form)) card.actions.items.push_back({.content = "See what waits", .href = case_href(page.summary.id), .visually_hidden_text = "for " + task->title});
    list.card = card;
    Html out = summary_list(list);
    if (!form.saved_by.empty()) out << "<p class=\"govuk-body-s\">Last saved by "_html << form.saved_by << ", "_html << when_words(form.saved_at) << "</p>\n"_html;
    return out;
}

Html decision_card(const casework::DecisionView& decision) {
    SummaryList list;
    const auto row = [&](std::string key, Content value) { list.rows.push_back({.key = {.content = std::move(key)}, .value = {.content = std::move(value)}}); };
    row("Decided", decision.option_label);
    row("Reasons", decision.reasons.empty() ? Content("None given") : Content(as_typed(decision.reasons)));
    row("By", decision.decided_by + ", " + when_words(decision.decided_at));
    for (const auto& [role, who] : decision.signatures) row("Signed: " + role, who);
    if (decision.awaiting_signature) row("Signature", tag({.content = "Waits for a signature", .classes = "govuk-tag--light-blue"}));
    list.card = SummaryCard{.title = {.content = decision.question + (decision.subject_name.empty() ? "" : " – " + decision.subject_name)}};
    return summary_list(list);
}

/// Of more forms than these it is said first which they are.
constexpr size_t kFormsWithoutContents = 6;

std::vector<const casework::FormView*> newest_first(const std::vector<casework::FormView>& forms) {
    std::vector<const casework::FormView*> all;
    for (const auto& form : forms)
        if (!form.answers.empty()) all.push_back(&form);
    std::stable_sort(all.begin(), all.end(), [](const auto* one, const auto* other) { return one->saved_at > other->saved_at; });
    return all;
}

Html contents_of(const std::vector<const casework::FormView*>& forms) {
    Html out = paragraph("What was last written comes first:");
    out << "<ul class=\"govuk-list\">\n"_html;
    for (size_t n = 0; n < forms.size(); ++n)
        out << "<li>"_html << link_to("#form-" + std::to_string(n + 1), title_of_form(*forms[n])) << ", "_html << when_words(forms[n]->saved_at) << "</li>\n"_html;
    return out << "</ul>\n"_html;
}

Html record_part(const CasePage& page) {
    Html out;
    if (!page.decisions.empty()) out << smaller_heading("Decisions");
    for (const auto& decision : page.decisions) out << decision_card(decision);
    out << smaller_heading("Forms");
    if (page.forms.empty()) out << paragraph("No form has been filled in yet.");
    const auto forms = newest_first(page.forms);
    if (forms.size() > kFormsWithoutContents) out << contents_of(forms);
    for (size_t n = 0; n < forms.size(); ++n) {
        Html place;
        place << "<div"_html;
        place.attr("id", "form-" + std::to_string(n + 1)) << ">\n"_html;
        out << place << form_card(page, *forms[n]) << "</div>\n"_html;
    }
    if (!page.documents.empty()) {
        out << smaller_heading("Documents") << "<ul class=\"govuk-list\">\n"_html;
        for (const auto& [version, title] : page.documents) out << "<li>"_html << link_to(case_href(page.summary.id, "documents/" + percent_encoded(version)), title) << "</li>\n"_html;
        out << "</ul>\n"_html;
    }
    if (page.summary.view == access::CaseView::Full || !page.documents.empty())
        out << paragraph(link_to(case_href(page.summary.id, "documents"), "Make a PDF for somebody, and see those made"));
    return out;
}

/// What kind of entry it is, as a heading: "noted" → "Note".
std::string kind_words(const std::string& kind) {
    static const std::map<std::string, std::string> words = {
        {"case-opened", "Opened"}, {"decision-made", "Decision"}, {"decision-approved", "Signature"}, {"decision-declined", "Not signed"}, {"task-done", "Done"}, {"noted", "Note"},
        {"shared", "Shared"}, {"meeting-held", "Meeting"}, {"exchange-answered", "Answer"}, {"gate-bypassed", "Went ahead"}, {"child-ended", "Outcome"}, {"case-closed", "Closed"},
        {"case-reopened", "Opened again"}, {"responsibility-moved", "Responsibility"}, {"prohibition-set", "In force"}, {"prohibition-lifted", "Lifted"}, {"flag-set", "Flag"},
        {"flag-ended", "Flag ended"}, {"clock-set", "Cover"}};
    const auto found = words.find(kind);
    return found == words.end() ? "Recorded" : found->second;
}

Html chronology_part(const CasePage& page) {
    Html out = smaller_heading("Chronology");
    if (page.chronology.empty()) out << paragraph("Nothing significant has been recorded yet. A note can be marked as significant.");
    Timeline items;
    for (const auto& entry : page.chronology) {
        Html words = as_typed(entry.text);
        for (const auto& correction : entry.corrections) words << inset_text({.content = "Corrected: " + correction});
        items.items.push_back({.label = kind_words(entry.kind), .byline = entry.by + (entry.organisation.empty() ? "" : ", " + entry.organisation),
                               .timestamp = to_iso(entry.occurred_at), .when = when_words(entry.occurred_at), .content = words});
    }
    if (!items.items.empty()) out << timeline(items);
    return out << "<p class=\"govuk-body\">"_html << link_to(case_href(page.summary.id, "history"), "Everything that happened, with who and when") << "</p>\n"_html;
}

Html people_part(const CasePage& page) {
    Html out = smaller_heading("About");
    Pairs about;
    for (const auto& subject : page.summary.subjects) {
        std::string words = subject.age;
        for (const auto& more : {subject.part, subject.outcome}) words += (words.empty() || more.empty() ? "" : ". ") + more;
        about.emplace_back(subject.name, words);
    }
    out << pairs_list(about) << smaller_heading("Organisations") << pairs_list(page.organisations);
    if (!page.involved.empty()) out << smaller_heading("People with a part in it") << pairs_list(page.involved);
    if (!page.linked.empty()) {
        out << smaller_heading("Linked records") << "<ul class=\"govuk-list\">\n"_html;
        for (const auto& linked : page.linked) out << "<li>"_html << link_to(case_href(linked.id), linked.procedure_title) << ", "_html << names_of_subjects(linked.subjects) << (linked.subjects.empty() ? "" : ", ") << linked.owner
                << ". "_html << state_in_words(linked) << ", opened "_html << when_words(linked.opened_at) << "</li>\n"_html;
        out << "</ul>\n"_html;
    }
    if (page.summary.view == access::CaseView::Full)
        out << "<p class=\"govuk-body\">"_html << link_to(case_href(page.summary.id, "who-can-see"), "Who can see this") << "</p>\n"_html;
    return out;
}

Html parts_navigation(const CasePage& page, const std::string& current) {
    SubNavigation navigation{.label = "Parts of this record"};
    const auto add = [&](const char* id, const char* words) {
        const std::string part = id;
        navigation.items.push_back({.content = words, .href = case_href(page.summary.id) + (part.empty() ? "" : "?part=" + part), .active = part == current});
    };
    add("", "Now");
    add("record", "Record and decisions");
    if (page.summary.view == access::CaseView::Full) add("chronology", "Chronology");
    add("people", "People");
    if (page.summary.view == access::CaseView::Full) navigation.items.push_back({.content = "Shared", .href = case_href(page.summary.id, "shared")});
    return sub_navigation(navigation);
}

Html about_section(const Visit& visit, const CasePage& page) {
    const auto definition = visit.world().library.find(page.summary.procedure, page.version);
    if (!definition) return {};
    std::vector<casework::FormView> asked;
    for (const auto& form : page.forms)
        if (form.form == definition->start.form) asked.push_back(form);
    // Whoever has a side of the case alone has come to read it; those who work in it know.
    return what_it_is_about(page.summary.id, asked, page.summary.view != access::CaseView::Full);
}

Html now_part(const Visit& visit, const CasePage& page) {
    const Html panel = milestones_panel(page);
    Html side;
    if (panel.empty()) side << anytime_section(page);  // on a side, they are buttons of the panel
    side << guidance_section(visit, page);
    Html out = panel;
    out << about_section(visit, page) << "<div class=\"govuk-grid-row\">\n<div class=\"govuk-grid-column-two-thirds\">\n"_html << tasks_section(page) << "</div>\n<div class=\"govuk-grid-column-one-third\">\n"_html << side
        << "</div>\n</div>\n"_html;
    return out << followed_section(page) << smaller_heading("Where it stands") << standing(page);
}

Response receipt(const Visit& visit, const CasePage& page) {
    PageContent content;
    content.title = "You recorded this – " + page.summary.procedure_title;
    content.section = "work";
    content.before_main = back_to("/");
    Html inside = heading("You recorded this", page.summary.procedure_title);
    inside << paragraph("You sent this on " + when_words(page.summary.opened_at) + ". It has been received by " + page.summary.owner + ".");
    inside << paragraph("What happens with it now is seen by the people who deal with it. If you are still worried, or something new happens, tell them or record it.");
    inside << summary_list({.rows = {{.key = {.content = "Reference"}, .value = {.content = page.summary.id.str()}}}}) << ring_999() << duty_panel(visit);
    inside << "<p class=\"govuk-body\">"_html << link_to("/start", "Record something new") << "</p>\n"_html;
    content.main = narrow(inside);
    return render_page(visit, std::move(content));
}

Response show_case(Visit& visit) {
    const auto page = casework::read_case(visit.world(), visit.actor(), case_of(visit));
    if (!page) return render_refusal(visit, page.error());
    if (page->summary.view == access::CaseView::Receipt) return receipt(visit, *page);
    const std::string part(visit.request.query.get("part"));
    PageContent content;
    content.title = page->summary.procedure_title;
    content.section = "cases";
    content.before_main = back_to("/cases", "All records");
    content.main << identity(page->summary) << "<h1 class=\"govuk-visually-hidden\">"_html << page->summary.procedure_title << "</h1>\n"_html;
    for (const auto& words : page->prohibitions) content.main << warning_text({.content = words});
    content.main << urgent_acts(*page) << parts_navigation(*page, part);
    if (part == "record") content.main << narrow(record_part(*page));
    else if (part == "chronology") content.main << narrow(chronology_part(*page));
    else if (part == "people") content.main << narrow(people_part(*page));
    else content.main << now_part(visit, *page);
    return render_page(visit, std::move(content));
}

}  // namespace

void add_case_reading_pages(Router& router, Site& site) {
    add_route(router, site, {.method = "GET", .pattern = "/cases/:case", .name = "case.show", .action = access::Action::ReadCase, .handler = show_case});
}

}  // namespace hearken::web
