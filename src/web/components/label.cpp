#include "web/components/label.hpp"

namespace hearken::web {

Html label(const Label& options) {
    Html out;
    if (options.content.empty()) return out;
    if (options.is_page_heading) out << "<h1 class=\"govuk-label-wrapper\">\n"_html;
    out << "<label"_html;
    out.attr("class", classes({"govuk-label", options.classes})) << options.attributes;
    out.attr_if("for", options.for_id) << ">"_html << options.content << "</label>"_html;
    if (options.is_page_heading) out << "\n</h1>"_html;
    return out;
}

}  // namespace hearken::web
