#include "web/components/tag.hpp"

namespace hearken::web {

Html tag(const Tag& options) {
    Html out;
    out << "<strong"_html;
    out.attr("class", classes({"govuk-tag", options.classes})) << options.attributes << ">\n"_html;
    return out << options.content << "\n</strong>"_html;
}

}  // namespace hearken::web
