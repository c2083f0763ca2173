#include "web/components/moj/page_header_actions.hpp"

namespace hearken::web {

Html page_header_actions(const PageHeaderActions& options) {
    Html out;
    out << "<div"_html;
    out.attr("class", classes({"moj-page-header-actions", options.classes})) << options.attributes;
    out << ">\n<div class=\"moj-page-header-actions__title\">\n<h"_html << options.heading_level;
    out.attr("class", options.heading_classes) << ">"_html << options.heading << "</h"_html << options.heading_level;
    out << ">\n</div>\n"_html;
    if (!options.items.empty()) {
        out << "<div class=\"moj-page-header-actions__actions\">\n"_html
            << "<div class=\"moj-button-group moj-button-group--inline\">\n"_html;
        for (const auto& item : options.items) out << button(item) << "\n"_html;
        out << "</div>\n</div>\n"_html;
    }
    return out << "</div>"_html;
}

}  // namespace hearken::web
