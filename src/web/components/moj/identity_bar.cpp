#include "web/components/moj/identity_bar.hpp"

namespace hearken::web {

Html identity_bar(const IdentityBar& options) {
    Html out;
    out << "<div"_html;
    out.attr("class", classes({"moj-identity-bar", options.classes})) << options.attributes;
    out << ">\n<div class=\"moj-identity-bar__container\">\n<div class=\"moj-identity-bar__details\">\n"_html;
    if (!options.title.empty())
        out << "<span class=\"moj-identity-bar__title\">"_html << options.title << "</span>\n"_html;
    out << "</div>\n"_html;
    if (!options.menus.empty()) {
        out << "<div class=\"moj-identity-bar__actions\">\n"_html;
        for (const auto& menu : options.menus)
            out << "<div class=\"moj-identity-bar__menu\">\n"_html << button_menu(menu) << "\n</div>\n"_html;
        out << "</div>\n"_html;
    }
    return out << "</div>\n</div>"_html;
}

}  // namespace hearken::web
