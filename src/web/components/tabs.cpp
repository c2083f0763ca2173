#include "web/components/tabs.hpp"

namespace hearken::web {
namespace {

std::string panel_id(const Tabs& options, std::size_t index) {
    const auto& its = options.items[index];
    return its.id.empty() ? options.id_prefix + "-" + std::to_string(index + 1) : its.id;
}

}  // namespace

Html tabs(const Tabs& options) {
    Html out;
    out << "<div"_html;
    out.attr_if("id", options.id).attr("class", classes({"govuk-tabs", options.classes})) << options.attributes;
    out << " data-module=\"govuk-tabs\">\n<h2 class=\"govuk-tabs__title\">\n"_html << options.title << "\n</h2>\n"_html;
    if (!options.items.empty()) {
        out << "<ul class=\"govuk-tabs__list\">\n"_html;
        for (std::size_t i = 0; i < options.items.size(); ++i) {
            const auto& its = options.items[i];
            if (its.left_out) continue;
            out << "<li"_html;
            out.attr("class", classes({"govuk-tabs__list-item", i == 0 ? "govuk-tabs__list-item--selected" : ""}));
            out << ">\n<a class=\"govuk-tabs__tab\""_html;
            out.href("#" + panel_id(options, i)) << its.attributes << ">\n"_html << its.label << "\n</a>\n</li>\n"_html;
        }
        out << "</ul>\n"_html;
        for (std::size_t i = 0; i < options.items.size(); ++i) {
            const auto& its = options.items[i];
            if (its.left_out) continue;
            out << "<div"_html;
            out.attr("class", classes({"govuk-tabs__panel", i > 0 ? "govuk-tabs__panel--hidden" : ""}))
                .attr("id", panel_id(options, i));
            out << its.panel_attributes << ">\n"_html;
            if (!its.panel.is_text())
                out << its.panel;
            else if (!its.panel.empty())
                out << "<p class=\"govuk-body\">"_html << its.panel << "</p>"_html;
            out << "\n</div>\n"_html;
        }
    }
    return out << "</div>"_html;
}

}  // namespace hearken::web
