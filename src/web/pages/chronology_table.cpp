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
    for (const auto& correction : entry.corrections) out << "<br>\n<strong>Corrected:</strong> "_html << correction;
    return out;
}

Content from(const casework::ChronologyEntry& entry) {
    Html out;
    out << entry.by;
    if (!entry.organisation.empty()) out << "<br>\n"_html << entry.organisation;
    if (!entry.source.empty()) out << "<br>\nSource: "_html << entry.source;
    return out;
}

}  // namespace

Html chronology_table(const std::vector<casework::ChronologyEntry>& entries) {
    StackedTable lines;
    lines.head = {"Happened", "What", "Agency and source", "Recorded", "Case"};
    for (const auto& entry : entries)
        lines.rows.push_back({calendar::moment_text(entry.occurred_at), what(entry), from(entry), calendar::moment_text(entry.recorded_at),
                              link_to("/cases/" + entry.in_case.str(), entry.case_title)});
    return stacked_table(lines);
}

}  // namespace hearken::web
