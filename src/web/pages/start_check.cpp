// Checking the answers, sending them, and what happens next.
#include <algorithm>

#include "web/components/inset_text.hpp"
#include "web/components/panel.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/warning_text.hpp"
#include "web/pages/school_pages.hpp"
#include "web/pages/start_pages.hpp"

namespace hearken::web {

namespace {

SummaryAction change(const std::string& href, const std::string& what) { return {.content = "Change", .href = href, .visually_hidden_text = what}; }

Html who_card(const Start& start) {
    SummaryList list;
    for (const auto& subject : start.draft.subjects) {
        std::string part;
        for (const auto& one : start.definition->subjects.parts)
            if (one.id == subject.part) part = one.label;
        list.rows.push_back({.key = {.content = subject.name}, .value = {.content = part.empty() ? subject.born : part}});
    }
    if (list.rows.empty()) list.rows.push_back({.key = {.content = "Nobody yet"}, .value = {.content = "Choose the child this is about"}});
    SummaryCard card{.title = {.content = "Who it is about"}, .actions = {.items = {change(start.place(kWhoPage) + "?check=yes", "who it is about")}}};
    if (!start.definition->subjects.parts.empty() && !start.draft.subjects.empty())
        card.actions.items.push_back({.content = "Change parts", .href = start.place(kRolesPage) + "?check=yes"});
    list.card = card;
    return summary_list(list);
}

Html part_card(const Start& start, const FormPart& part) {
    SummaryList list;
    for (const auto* field : part.fields) {
        if (!start.asks(*field, start.draft.answers)) continue;
        const auto words = in_words(*field, start.draft.answers, start.setting);
        list.rows.push_back({.key = {.content = words.label}, .value = {.content = words_cell(words)}});
    }
    if (list.rows.empty()) return {};
    list.card = SummaryCard{.title = {.content = part.title}, .actions = {.items = {change(start.place(part.id) + "?check=yes", part.title)}}};
    return summary_list(list);
}

/// Each thing missing, linked to the page where it is given.
std::vector<ErrorSummaryItem> linked_to_pages(const Start& start, const Refusal& refusal) {
    std::vector<ErrorSummaryItem> items;
    for (const auto& reason : refusal.reasons) {
        std::string href;
        if (reason.field == "subjects") href = start.place(kWhoPage) + "?check=yes";
        for (const auto& part : start.parts) {
            const auto control = error_items(part.fields, {reason}).front().href;
            if (control.starts_with("#f-")) href = start.place(part.id) + "?check=yes" + control;
        }
        items.push_back({.content = reason.text, .href = href});
    }
    return items;
}

/// "Designated safeguarding lead", "Deputy designated safeguarding lead": who is told at once, by the notices that the
/// opening sends.
std::vector<std::string> told_at_once(const Visit& visit, const procedure::Definition& definition) {
    std::vector<std::string> told;
    const auto& roles = visit.world().library.vocabulary().roles;
    for (const auto& notice : definition.notices) {
        const bool upon_opening = notice.upon && (notice.upon->kind == procedure::Anchor::Kind::Opened || notice.upon->kind == procedure::Anchor::Kind::Received);
        if (!upon_opening || !notice.when.always()) continue;
        for (const auto& to : notice.to) {
            const auto role = roles.find(to.substr(0, to.find('@')));
            if (role != roles.end() && std::find(told.begin(), told.end(), role->second.title) == told.end()) told.push_back(role->second.title);
        }
    }
    return told;
}

/// The first steps that have a limit, as the procedure states it.
std::vector<std::string> next_steps(const procedure::Definition& definition) {
    std::vector<std::string> steps;
    if (definition.strands.empty() || definition.strands.front().stages.empty()) return steps;
    for (const auto& stage : definition.strands.front().stages)
        for (const auto& task : stage.tasks)
            for (const auto& rule : task.time) {
                const auto* setting = rule.setting.empty() ? nullptr : definition.setting(rule.setting);
                const std::string period = setting ? setting->value : rule.period;
                const bool from_start = rule.of.kind == procedure::Anchor::Kind::Received || rule.of.kind == procedure::Anchor::Kind::Opened;
                if (rule.construct == procedure::TimeRule::Construct::Due && from_start && !period.empty() && rule.strength != procedure::Strength::Target)
                    steps.push_back(task.title + ": within " + period + ".");
            }
    return steps;
}

}  // namespace

Response show_check(Start& start, const Refusal* refused) {
    Html inside;
    if (refused) inside << error_summary({.errors = linked_to_pages(start, *refused)});
    inside << start_prompts(start, false) << heading("Check your answers", start.definition->title) << who_card(start);
    for (const auto& part : start.parts) inside << part_card(start, part);
    inside << form_open(start.visit, start.place(kCheckPage)) << buttons(send_button("Send"), "/", "Keep it and send later") << "</form>\n"_html;
    return start_page(start, kCheckPage, "Check your answers", inside, refused ? 422 : 200);
}

Response send_start(Start& start) {
    auto& visit = start.visit;
    if (!start.has_draft)
        return render_refusal(visit, Refusal::of(RefusalCode::Conflict, "sent-already", "This has been sent already, or was never begun. Look for it in your work before you write it again."));
    const auto opened = casework::open_case(visit.world(), visit.actor(), start.request());
    if (!opened && opened.error().code == RefusalCode::Invalid) return show_check(start, &opened.error());
    if (!opened) return render_refusal(visit, opened.error());
    for (const auto& part : start.parts) casework::discard_draft(visit.world(), *visit.session, start.draft_key(part.id));
    casework::discard_draft(visit.world(), *visit.session, "start/" + start.definition->id + "/" + start.token);
    return redirect_see_other("/cases/" + opened->in_case.str() + "/received");
}

Response show_received(Visit& visit) {
    const auto page = casework::read_case(visit.world(), visit.actor(), CaseId{visit.params["case"]});
    if (!page) return render_refusal(visit, page.error());
    const auto definition = visit.world().library.find(page->summary.procedure);
    PageContent content;
    content.title = "Received – " + page->summary.procedure_title;
    content.section = "start";
    Html reference;
    reference << "Reference<br><strong>"_html << page->summary.id.str() << "</strong>"_html;
    Html inside = panel({.title = "Received", .content = reference});
    for (const auto& other : page->opened_instead) {
        const bool elsewhere = other.in_case != page->summary.id;
        Html said = paragraph(other.says);
        if (elsewhere) said << "<p class=\"govuk-body\">"_html << link_to("/cases/" + other.in_case.str() + "/received", other.title) << "</p>\n"_html;
        inside << inset_text({.content = said});
    }
    inside << paragraph(page->summary.procedure_title + ", " + when_words(page->summary.opened_at) + ".") << smaller_heading("What happens next");
    if (definition) {
        if (const auto told = told_at_once(visit, *definition); !told.empty()) inside << paragraph("Told at once:") << bullets(told);
        if (const auto steps = next_steps(*definition); !steps.empty()) inside << paragraph("Then:") << bullets(steps);
        if (definition->start.urgent) inside << ring_999() << duty_panel(visit);
    }
    inside << "<p class=\"govuk-body\">"_html;
    if (page->summary.view != access::CaseView::Receipt) inside << link_to("/cases/" + page->summary.id.str(), "Open the record") << "</p>\n<p class=\"govuk-body\">"_html;
    inside << link_to("/start", "Record something else") << "</p>\n<p class=\"govuk-body\">"_html << link_to("/", "Go to your work") << "</p>\n"_html;
    content.main = narrow(inside);
    return render_page(visit, std::move(content));
}

}  // namespace hearken::web
