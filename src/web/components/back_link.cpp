#include "web/components/back_link.hpp"

namespace hearken::web {

Html back_link(const BackLink& options) {
    Html out;
    out << "<a"_html;
    out.href(options.href).attr("class", classes({"govuk-back-link", options.classes})) << options.attributes;
    return out << ">"_html << options.content << "</a>"_html;
}

}  // namespace hearken::web
