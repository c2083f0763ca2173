#include "web/components/breadcrumbs.hpp"

namespace hearken::web {

Html breadcrumbs(const Breadcrumbs& options) {
    Html out;
    out << "<nav"_html;
    out.attr("class", classes({"govuk-breadcrumbs", options.classes,
                               options.collapse_on_mobile ? "govuk-breadcrumbs--collapse-on-mobile" : ""}));
    out << options.attributes;
    out.attr("aria-label", options.label) << ">\n<ol class=\"govuk-breadcrumbs__list\">\n"_html;
    for (const auto& item : options.items) {
        if (item.href.empty()) {
            out << "<li class=\"govuk-breadcrumbs__list-item\" aria-current=\"page\">"_html << item.content;
        } else {
            out << "<li class=\"govuk-breadcrumbs__list-item\">\n<a class=\"govuk-breadcrumbs__link\""_html;
            out.href(item.href) << item.attributes << ">"_html << item.content << "</a>\n"_html;
        }
        out << "</li>\n"_html;
    }
    return out << "</ol>\n</nav>"_html;
}

}  // namespace hearken::web
