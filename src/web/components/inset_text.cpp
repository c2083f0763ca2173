#include "web/components/inset_text.hpp"

namespace hearken::web {

Html inset_text(const InsetText& options) {
    Html out;
    out << "<div"_html;
    out.attr_if("id", options.id).attr("class", classes({"govuk-inset-text", options.classes})) << options.attributes;
    return out << ">\n"_html << options.content << "\n</div>"_html;
}

}  // namespace hearken::web
