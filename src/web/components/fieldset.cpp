#include "web/components/fieldset.hpp"

namespace hearken::web {

Html fieldset(const Fieldset& options) {
    Html out;
    out.reserve(options.html.str().size() + 256);
    out << "<fieldset"_html;
    out.attr("class", classes({"govuk-fieldset", options.classes}));
    out.attr_if("role", options.role).attr_if("aria-describedby", options.described_by);
    out << options.attributes << ">\n"_html;
    const auto& legend = options.legend;
    if (!legend.content.empty()) {
        out << "<legend"_html;
        out.attr("class", classes({"govuk-fieldset__legend", legend.classes})) << ">"_html;
        if (legend.is_page_heading)
            out << "<h1 class=\"govuk-fieldset__heading\">"_html << legend.content << "</h1>"_html;
        else
            out << legend.content;
        out << "</legend>\n"_html;
    }
    return out << options.html << "\n</fieldset>"_html;
}

}  // namespace hearken::web
