#include "web/components/moj/badge.hpp"

namespace hearken::web {

Html badge(const Badge& options) {
    Html out;
    out << "<span"_html;
    out.attr("class", classes({"moj-badge", options.classes})) << options.attributes;
    return out << ">"_html << options.content << "</span>"_html;
}

}  // namespace hearken::web
