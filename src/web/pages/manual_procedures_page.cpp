// All procedures, by area; and the diagram of one.
#include <map>

#include "procedure/draw.hpp"
#include "web/pages/manual_pages.hpp"
#include "web/pages/page_parts.hpp"

namespace hearken::web {

namespace {

using Definitions = std::vector<std::shared_ptr<const procedure::Definition>>;

Html table_of(const Definitions& definitions, const std::string& caption) {
    StackedTable lines;
    lines.caption = caption;
    lines.head = {"Procedure", "What it is", "Chapter of the manual", "Status"};
    for (const auto& one : definitions)
        lines.rows.push_back({link_to("/procedures/" + one->id, one->title), one->summary, one->manual.empty() ? "None" : one->manual, status_tag(one->status)});
    return stacked_table(lines);
}

}  // namespace

Response procedures_page(Visit& visit, Manual&) {
    const auto& library = visit.world().library;
    std::map<std::string, Definitions> by_area;
    Definitions unwritten;
    for (const auto& one : library.all()) (one->status == "stub" ? unwritten : by_area[one->area.empty() ? "Other" : one->area]).push_back(one);

    PageContent content;
    content.title = "Procedures";
    content.section = "procedures";
    content.wide = true;
    content.main << heading("Procedures")
                 << paragraph("The partnership's manual, as this service runs it: each with its stages, who does what by when, and the duties it carries.");
    Html others;
    others << link_to("/guidance", "Guidance") << " · "_html << link_to("/duties", "Duties, and where each is carried") << " · "_html << link_to("/contacts", "Who to ring");
    content.main << paragraph(others);
    if (by_area.empty()) content.main << paragraph("No procedure is loaded. Ask whoever runs this service to check the folder of procedures with “hearken procedures check”.");
    for (const auto& [area, definitions] : by_area) content.main << table_of(definitions, area);
    if (const auto overlays = library.overlays(); !overlays.empty()) content.main << table_of(overlays, "Joining other procedures where they apply");
    if (!unwritten.empty()) content.main << table_of(unwritten, "Named by others, not written yet");
    return render_page(visit, std::move(content));
}

Response procedure_diagram(Visit& visit, Manual& manual) {
    const auto definition = visit.world().library.find(visit.params["procedure"]);
    if (!definition) return render_refusal(visit, Refusal::of(RefusalCode::NotFound, "no-such-procedure", "There is no such procedure."));
    Response response;
    response.body = *manual.drawings().find_or_draw(definition->id + "@" + definition->version, [&] { return procedure::draw(*definition); });
    response.with_header("Content-Type", "image/svg+xml; charset=utf-8");
    return response;
}

}  // namespace hearken::web
