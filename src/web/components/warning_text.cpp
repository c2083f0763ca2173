#include "web/components/warning_text.hpp"

namespace hearken::web {

Html warning_text(const WarningText& options) {
    Html out;
    out << "<div"_html;
    out.attr("class", classes({"govuk-warning-text", options.classes})) << options.attributes;
    return out << ">\n<span class=\"govuk-warning-text__icon\" aria-hidden=\"true\">!</span>\n"_html
               << "<strong class=\"govuk-warning-text__text\">\n<span class=\"govuk-visually-hidden\">"_html
               << options.icon_fallback << "</span>\n"_html << options.content << "\n</strong>\n</div>"_html;
}

}  // namespace hearken::web
