#include "web/components/error_message.hpp"

namespace hearken::web {

Html error_message(const ErrorMessage& options) {
    Html out;
    out << "<p"_html;
    out.attr_if("id", options.id).attr("class", classes({"govuk-error-message", options.classes}));
    out << options.attributes << ">"_html;
    if (!options.visually_hidden_text.empty())
        out << "<span class=\"govuk-visually-hidden\">"_html << options.visually_hidden_text << ":</span> "_html;
    return out << options.content << "</p>"_html;
}

}  // namespace hearken::web
