#include "web/pages/case_files.hpp"

#include "web/pages/case_parts.hpp"

namespace hearken::web {

namespace {

Response show_file(Visit& visit) {
    auto file = casework::read_attachment(visit.world(), visit.actor(), case_of(visit), casework::AttachmentId{visit.params["file"]});
    if (!file) return render_refusal(visit, file.error());
    return download(*std::move(file));
}

}  // namespace

std::string file_href(const CaseId& id, const std::string& file) { return case_href(id, "files/" + percent_encoded(file)); }

Response download(casework::FileRead file) {
    return file_response(std::move(file.content), file.content_type, file.name)
        .with_header("X-Content-Type-Options", "nosniff")
        .with_header("Cache-Control", "no-store")
        .with_header("Content-Security-Policy", "default-src 'none'; sandbox");
}

void add_case_files(Router& router, Site& site) {
    add_route(router, site, {.method = "GET", .pattern = "/cases/:case/files/:file", .name = "case.file", .action = access::Action::ReadCase, .handler = show_file});
}

}  // namespace hearken::web
