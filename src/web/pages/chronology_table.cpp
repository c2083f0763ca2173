#include "web/pages/chronology_table.hpp"

#include "calendar/moment_text.hpp"
#include "web/components/tag.hpp"
#include "web/pages/page_parts.hpp"

namespace hearken::web {

namespace {

Content what(const casework::ChronologyEntry& entry) {
    Html out;
    if (entry.significant) out << tag({.content = "Significant", .classes = "govuk-tag--blue"}) << " "_html;
    out << entry.text;
    if (entry.origin == "imported") out << " "_html << tag({.content = "From an older record", .classes = "govuk-tag--grey"});
    if (entry.let_read) out << " "_html << tag({.content = "Shared with you", .classes = "govuk-tag--turquoise"});
    if (!entry.corrected_why.empty()) out << "<br>\n<strong>Corrected:</strong> "_html << entry.corrected_why;
    for (const auto& [impact, by] : entry.impacts) {
        out << "<br>\n<strong>Impact on the child:</strong> "_html << impact;
        if (!by.empty()) out << " <span class=\"govuk-hint\">"_html << by << "</span>"_html;
    }
    for (const auto& correction : entry.corrections) out << "<br>\n<strong>Corrected:</strong> "_html << correction;
    return out;
}

Content from(const casework::ChronologyEntry& entry) {
    Html out;
    // Whoever wrote it first is not known here: it came with the import.
    if (entry.origin != "imported") out << entry.by << "<br>\n"_html;
    out << entry.organisation;
    if (!entry.source.empty()) out << "<br>\nSource: "_html << entry.source;
    return out;
}

}  // namespace

Html chronology_table(const std::vector<casework::ChronologyEntry>& entries, const ChronologyTable& options) {
    StackedTable lines;
    lines.head = {"Happened", "What", "Agency and source", "Case"};
    if (!options.act_at.empty()) lines.head.push_back("Add");
    for (const auto& entry : entries) {
        Html when, place;
        when << (entry.when.empty() ? calendar::moment_text(entry.occurred_at) : entry.when);
        if (entry.recorded_at != entry.occurred_at) when << "<br>\n<span class=\"govuk-hint\">recorded "_html << calendar::moment_text(entry.recorded_at) << "</span>"_html;
        if (options.names && !entry.about.empty()) when << "<br>\n"_html << entry.about;
        if (!entry.in_case.empty()) place << link_to("/cases/" + entry.in_case.str(), entry.case_title);
        else if (entry.origin == "imported") place << "From an earlier system"_html;
        else place << (entry.by_hand && !entry.let_read ? std::string("Entered by hand") : entry.case_title);
        lines.rows.push_back({when, what(entry), from(entry), place});
        if (options.act_at.empty()) continue;
        const std::string there = options.act_at + "/" + entry.event.str();
        Html acts;
        acts << "<a class=\"govuk-link\""_html;
        acts.href(there + "/impact") << ">Impact<span class=\"govuk-visually-hidden\"> of the entry of "_html << entry.when << "</span></a>"_html;
        if (entry.by_hand && entry.ours) {
            acts << "<br>\n<a class=\"govuk-link\""_html;
            acts.href(there + "/correct") << ">Correct<span class=\"govuk-visually-hidden\"> the entry of "_html << entry.when << "</span></a>"_html;
        }
        lines.rows.back().push_back(acts);
    }
    return stacked_table(lines);
}

}  // namespace hearken::web
