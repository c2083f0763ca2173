#include "web/components/skip_link.hpp"

namespace hearken::web {

Html skip_link(const SkipLink& options) {
    Html out;
    out << "<a"_html;
    out.href(options.href).attr("class", classes({"govuk-skip-link", options.classes})) << options.attributes;
    return out << " data-module=\"govuk-skip-link\">"_html << options.content << "</a>"_html;
}

}  // namespace hearken::web
