#include "web/components/moj/side_navigation.hpp"

namespace hearken::web {
namespace {

void list(Html& out, const std::vector<SideNavigationItem>& items) {
    out << "<ul class=\"moj-side-navigation__list\">\n"_html;
    for (const auto& item : items) {
        out << "<li"_html;
        out.attr("class",
                 classes({"moj-side-navigation__item", item.active ? "moj-side-navigation__item--active" : ""}));
        out << item.attributes << ">\n<a"_html;
        out.href(item.href);
        if (item.active) out << " aria-current=\"location\""_html;
        out << ">"_html << item.content << "</a>\n</li>\n"_html;
    }
    out << "</ul>\n"_html;
}

}  // namespace

Html side_navigation(const SideNavigation& options) {
    Html out;
    out << "<nav"_html;
    out.attr("class", classes({"moj-side-navigation", options.classes})).attr_if("aria-label", options.label);
    out << options.attributes << ">\n"_html;
    for (const auto& section : options.sections) {
        out << "<h"_html << section.heading_level;
        out.attr("class", classes({"moj-side-navigation__title", section.heading_classes}));
        out << section.heading_attributes << ">"_html << section.heading << "</h"_html << section.heading_level;
        out << ">\n"_html;
        list(out, section.items);
    }
    if (options.sections.empty()) list(out, options.items);
    return out << "</nav>"_html;
}

}  // namespace hearken::web
