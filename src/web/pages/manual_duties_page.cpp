// Duties, and where each is carried: nothing that the manual asks for is silently left out.
#include "web/components/back_link.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/tag.hpp"
#include "web/pages/manual_pages.hpp"
#include "web/pages/page_parts.hpp"
#include "web/server/http_text.hpp"

namespace hearken::web {

namespace {

using procedure::Carried;
using procedure::CoverageTotals;

constexpr Carried kWays[] = {Carried::Enforced, Carried::Timed, Carried::Recorded, Carried::Attested, Carried::Shown};

std::string capitalised_word(Carried how) { return words_of_id(procedure::carried_word(how)); }

int number(const CoverageTotals& totals, Carried how) {
    const auto found = totals.by_how.find(how);
    return found == totals.by_how.end() ? 0 : found->second;
}

Html totals_list(const CoverageTotals& totals) {
    static constexpr std::pair<Carried, const char*> kMeaning[] = {
        {Carried::Enforced, "the product does not go on without it"}, {Carried::Timed, "a clock counts it"}, {Carried::Recorded, "there is a place where it is written down"},
        {Carried::Attested, "somebody says that they did it"}, {Carried::Shown, "it is said where it applies"}};
    SummaryList list;
    const auto add = [&](const std::string& label, const std::string& words) { list.rows.push_back({.key = {.content = label}, .value = {.content = words}}); };
    add("Duties", std::to_string(totals.duties));
    for (const auto& [how, meaning] : kMeaning) add(capitalised_word(how), std::to_string(number(totals, how)) + ": " + meaning);
    add("Not covered yet", std::to_string(totals.uncovered));
    Html out;
    return out << summary_list(list) << "\n"_html;
}

Content where(const procedure::DutyCoverage& one, const procedure::Library& library) {
    if (one.carried.empty()) return tag({.content = "Not covered yet", .classes = "govuk-tag--red"});
    Html out;
    for (const auto& by : one.carried) {
        if (!out.empty()) out << "<br>\n"_html;
        out << "<strong>"_html << capitalised_word(by.how) << ":</strong> "_html;
        const auto definition = library.find(by.definition);
        if (definition) {
            out << link_to("/procedures/" + definition->id, definition->title) << ", "_html << place_in_words(*definition, by.path);
        } else if (by.definition == "guidance") {
            const auto end = by.path.rfind('/');
            const auto id = end == std::string::npos ? by.path : by.path.substr(end + 1);
            const auto page = library.guidance().find(id);
            page == library.guidance().end() ? out << "guidance, "_html << by.path : out << link_to("/guidance/" + id, page->second.title);
        } else {
            out << "a rule that the product always keeps: "_html << words_of_id(by.path);
        }
    }
    return out;
}

}  // namespace

Response duties_page(Visit& visit, Manual& manual) {
    const auto& coverage = manual.coverage();
    PageContent content;
    content.title = "Duties";
    content.section = "procedures";
    content.wide = true;
    content.main << heading("Duties") << paragraph("Every duty that the manual and the statutory guidance state, and how this service carries it. A duty carried in two ways counts in both.");
    if (coverage.duties.empty()) {
        content.main << paragraph("No list of duties is loaded. It belongs in the folder of procedures as duties.csv.");
        return render_page(visit, std::move(content));
    }
    content.main << totals_list(coverage.totals) << smaller_heading("By procedure");
    StackedTable lines;
    lines.head = {"Procedure", "Duties", "Enforced", "Timed", "Recorded", "Attested", "Shown", "Not covered yet"};
    for (const auto& [id, totals] : coverage.by_procedure) {
        std::vector<Content> cells{link_to("/duties/" + percent_encoded(id), words_of_id(id)), std::to_string(totals.duties)};
        for (const auto how : kWays) cells.emplace_back(std::to_string(number(totals, how)));
        cells.emplace_back(std::to_string(totals.uncovered));
        lines.rows.push_back(std::move(cells));
    }
    content.main << stacked_table(lines);
    return render_page(visit, std::move(content));
}

Response procedure_duties_page(Visit& visit, Manual& manual) {
    const auto& coverage = manual.coverage();
    const auto& id = visit.params["procedure"];
    const auto totals = coverage.by_procedure.find(id);
    if (totals == coverage.by_procedure.end()) return render_refusal(visit, Refusal::of(RefusalCode::NotFound, "no-such-procedure", "There is no such procedure in the list of duties."));
    PageContent content;
    content.title = "Duties: " + words_of_id(id);
    content.section = "procedures";
    content.wide = true;
    content.before_main << back_link({.content = "All duties", .href = "/duties"});
    content.main << heading(words_of_id(id), "Duties") << totals_list(totals->second);
    StackedTable lines;
    lines.head = {"Duty", "Who", "By when", "How it is carried"};
    for (const auto& one : coverage.duties) {
        if (one.duty->procedure != id) continue;
        Html words;
        words << "<span"_html;
        words.attr("id", one.duty->id) << ">"_html << one.duty->text << "</span><br>\n<span class=\"govuk-hint\">"_html << one.duty->id << ", "_html << one.duty->severity;
        if (!one.duty->verified) words << ", not verified"_html;
        words << "</span>"_html;
        lines.rows.push_back({words, one.duty->actor.empty() ? "Not said" : one.duty->actor, one.duty->deadline.empty() ? "No date" : one.duty->deadline, where(one, visit.world().library)});
    }
    content.main << stacked_table(lines);
    return render_page(visit, std::move(content));
}

}  // namespace hearken::web
