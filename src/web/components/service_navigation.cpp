#include "web/components/service_navigation.hpp"

namespace hearken::web {
namespace {

void navigation_item(Html& out, const NavigationItem& item) {
    const bool marked = item.active || item.current;
    out << "<li"_html;
    out.attr("class",
             classes({"govuk-service-navigation__item", marked ? "govuk-service-navigation__item--active" : ""}));
    out << ">\n"_html;
    if (!item.href.empty() || !item.content.empty()) {
        const bool is_link = !item.href.empty();
        if (is_link) {
            out << "<a class=\"govuk-service-navigation__link\""_html;
            out.href(item.href);
        } else {
            out << "<span class=\"govuk-service-navigation__text\""_html;
        }
        if (marked) out.attr("aria-current", item.current ? "page" : "true");
        if (is_link) out << item.attributes;
        out << ">\n"_html;
        // Strong, so that people who set their own colours still see which section they are in.
        if (marked)
            out << "<strong class=\"govuk-service-navigation__active-fallback\">"_html << item.content
                << "</strong>"_html;
        else
            out << item.content;
        out << (is_link ? "\n</a>\n"_html : "\n</span>\n"_html);
    }
    out << "</li>\n"_html;
}

void navigation(Html& out, const ServiceNavigation& options) {
    out << "<nav"_html;
    out.attr("aria-label", options.navigation_label.empty() ? options.menu_button_text : options.navigation_label)
        .attr("class", classes({"govuk-service-navigation__wrapper", options.navigation_classes}));
    out << ">\n"_html;
    if (options.collapse_on_mobile.value_or(options.items.size() > 1)) {
        out << "<button type=\"button\" class=\"govuk-service-navigation__toggle "
               "govuk-js-service-navigation-toggle\""_html;
        out.attr("aria-controls", options.navigation_id);
        if (options.menu_button_label != options.menu_button_text) out.attr_if("aria-label", options.menu_button_label);
        out << " hidden aria-hidden=\"true\">\n"_html << options.menu_button_text << "\n</button>\n"_html;
    }
    out << "<ul class=\"govuk-service-navigation__list\""_html;
    out.attr("id", options.navigation_id) << ">\n"_html << options.navigation_start;
    for (const auto& item : options.items) navigation_item(out, item);
    out << options.navigation_end << "</ul>\n</nav>\n"_html;
}

}  // namespace

Html service_navigation(const ServiceNavigation& options) {
    // With a service name this is a landmark of its own; otherwise the nav inside is enough.
    const bool is_section = !options.service_name.empty() || !options.start.empty() || !options.end.empty();
    Html out;
    out.reserve(512 + 256 * options.items.size());
    if (is_section) {
        out << "<section"_html;
        out.attr("aria-label", options.aria_label);
    } else {
        out << "<div"_html;
    }
    out.attr("class", classes({"govuk-service-navigation", options.classes}));
    out << " data-module=\"govuk-service-navigation\""_html << options.attributes << ">\n<div"_html;
    out.attr("class", classes({"govuk-width-container",
                               options.end_inline ? "govuk-service-navigation__inlining-container" : ""}));
    out << ">\n"_html << options.start << "<div class=\"govuk-service-navigation__container\">\n"_html;
    if (!options.service_name.empty()) {
        out << "<span class=\"govuk-service-navigation__service-name\">\n"_html;
        if (options.service_url.empty()) {
            out << "<span class=\"govuk-service-navigation__text\">"_html << options.service_name << "</span>\n"_html;
        } else {
            out << "<a"_html;
            out.href(options.service_url) << " class=\"govuk-service-navigation__link\">\n"_html;
            out << options.service_name << "\n</a>\n"_html;
        }
        out << "</span>\n"_html;
    }
    if (!options.items.empty() || !options.navigation_start.empty() || !options.navigation_end.empty())
        navigation(out, options);
    out << "</div>\n"_html << options.end << "</div>\n"_html;
    return out << (is_section ? "</section>"_html : "</div>"_html);
}

}  // namespace hearken::web
