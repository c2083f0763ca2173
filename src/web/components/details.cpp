#include "web/components/details.hpp"

namespace hearken::web {

Html details(const Details& options) {
    Html out;
    out << "<details"_html;
    out.attr_if("id", options.id).attr("class", classes({"govuk-details", options.classes})) << options.attributes;
    out.flag("open", options.open) << ">\n<summary class=\"govuk-details__summary\">\n"_html;
    out << "<span class=\"govuk-details__summary-text\">\n"_html << options.summary << "\n</span>\n</summary>\n"_html;
    return out << "<div class=\"govuk-details__text\">\n"_html << options.content << "\n</div>\n</details>"_html;
}

}  // namespace hearken::web
