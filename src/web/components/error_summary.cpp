#include "web/components/error_summary.hpp"

namespace hearken::web {

Html error_summary(const ErrorSummary& options) {
    Html out;
    out << "<div"_html;
    out.attr("class", classes({"govuk-error-summary", options.classes}));
    if (options.disable_auto_focus) out.attr("data-disable-auto-focus", *options.disable_auto_focus ? "true" : "false");
    // The alert is a child, so that moving the focus to the summary does not cut off its being read out.
    out << options.attributes << " data-module=\"govuk-error-summary\">\n<div role=\"alert\">\n"_html
        << "<h2 class=\"govuk-error-summary__title\">\n"_html << options.title << "\n</h2>\n"_html
        << "<div class=\"govuk-error-summary__body\">\n"_html;
    if (!options.description.empty()) out << "<p>\n"_html << options.description << "\n</p>\n"_html;
    if (!options.errors.empty()) {
        out << "<ul class=\"govuk-list govuk-error-summary__list\">\n"_html;
        for (const auto& error : options.errors) {
            out << "<li>\n"_html;
            if (error.href.empty()) {
                out << error.content;
            } else {
                out << "<a"_html;
                out.href(error.href) << error.attributes << ">"_html << error.content << "</a>"_html;
            }
            out << "\n</li>\n"_html;
        }
        out << "</ul>\n"_html;
    }
    return out << "</div>\n</div>\n</div>"_html;
}

}  // namespace hearken::web
