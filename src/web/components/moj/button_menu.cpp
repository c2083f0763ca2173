#include "web/components/moj/button_menu.hpp"

namespace hearken::web {

Html button_menu(const ButtonMenu& options) {
    Html out;
    out << "<div"_html;
    out.attr("class", classes({"moj-button-menu", options.classes})) << " data-module=\"moj-button-menu\""_html;
    out << options.attributes;
    out.attr_if("data-button-text", options.button_text)
        .attr_if("data-button-classes", options.button_classes)
        .attr_if("data-align-menu", options.align_menu);
    out << ">\n"_html;
    for (auto item : options.items) {
        item.classes = classes({"moj-button-menu__item govuk-button--secondary", item.classes});
        out << button(item) << "\n"_html;
    }
    return out << "</div>"_html;
}

}  // namespace hearken::web
