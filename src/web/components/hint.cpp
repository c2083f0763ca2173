#include "web/components/hint.hpp"

namespace hearken::web {

Html hint(const Hint& options) {
    Html out;
    out << "<div"_html;
    out.attr_if("id", options.id).attr("class", classes({"govuk-hint", options.classes})) << options.attributes;
    return out << ">"_html << options.content << "</div>"_html;
}

}  // namespace hearken::web
