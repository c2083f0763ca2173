#include "web/components/phase_banner.hpp"

namespace hearken::web {

Html phase_banner(const PhaseBanner& options) {
    Html out;
    out << "<div"_html;
    out.attr("class", classes({"govuk-phase-banner govuk-width-container", options.classes}));
    out << options.attributes << ">\n<p class=\"govuk-phase-banner__content\">\n"_html;
    out << tag({.content = options.tag.content,
                .classes = classes({"govuk-phase-banner__content__tag", options.tag.classes})});
    return out << "\n<span class=\"govuk-phase-banner__text\">\n"_html << options.content
               << "\n</span>\n</p>\n</div>"_html;
}

}  // namespace hearken::web
