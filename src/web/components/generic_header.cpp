#include "web/components/generic_header.hpp"

namespace hearken::web {

Html generic_header(const GenericHeader& options) {
    Html out;
    out << "<div"_html;
    out.attr("class", classes({"govuk-generic-header", options.classes})) << options.attributes << ">\n<div"_html;
    out.attr("class", classes({"govuk-generic-header__container", options.container_classes}));
    out << ">\n<div class=\"govuk-generic-header__logo\">\n<a"_html;
    out.href(options.url) << " class=\"govuk-generic-header__homepage-link\">\n"_html;
    return out << options.logo << "\n</a>\n</div>\n</div>\n</div>"_html;
}

}  // namespace hearken::web
