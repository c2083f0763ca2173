#include "web/components/moj/sub_navigation.hpp"

namespace hearken::web {

Html sub_navigation(const SubNavigation& options) {
    Html out;
    out << "<nav"_html;
    out.attr("class", classes({"moj-sub-navigation", options.classes})).attr("aria-label", options.label);
    out << options.attributes << ">\n<ul class=\"moj-sub-navigation__list\">\n"_html;
    for (const auto& item : options.items) {
        out << "<li"_html;
        out.attr("class", classes({"moj-sub-navigation__item", item.classes}));
        out << ">\n<a class=\"moj-sub-navigation__link\""_html;
        if (item.active) out << " aria-current=\"page\""_html;
        out.href(item.href) << item.attributes << ">"_html << item.content << "</a>\n</li>\n"_html;
    }
    return out << "</ul>\n</nav>"_html;
}

}  // namespace hearken::web
