#include "web/components/accordion.hpp"

#include "web/components/translations.hpp"

namespace hearken::web {
namespace {

void section(Html& out, const Accordion& options, const AccordionSection& item, std::size_t number) {
    const auto id = [&](const char* part) { return options.id + part + std::to_string(number); };
    out << "<div"_html;
    out.attr("class", classes({"govuk-accordion__section", item.expanded ? "govuk-accordion__section--expanded" : ""}));
    out << ">\n<div class=\"govuk-accordion__section-header\">\n<h"_html << options.heading_level
        << " class=\"govuk-accordion__section-heading\">\n<span class=\"govuk-accordion__section-button\""_html;
    out.attr("id", id("-heading-")) << ">\n"_html << item.heading << "\n</span>\n</h"_html << options.heading_level;
    out << ">\n"_html;
    if (!item.summary.empty()) {
        out << "<div class=\"govuk-accordion__section-summary govuk-body\""_html;
        out.attr("id", id("-summary-")) << ">\n"_html << item.summary << "\n</div>\n"_html;
    }
    out << "</div>\n<div"_html;
    out.attr("id", id("-content-")) << " class=\"govuk-accordion__section-content\">\n"_html;
    if (!item.content.is_text())
        out << item.content;
    else if (!item.content.empty())
        out << "<p class=\"govuk-body\">\n"_html << item.content << "\n</p>"_html;
    out << "\n</div>\n</div>\n"_html;
}

}  // namespace

Html accordion(const Accordion& options) {
    Attributes words;
    add_translation(words, "hide-all-sections", options.hide_all_sections);
    add_translation(words, "hide-section", options.hide_section);
    add_translation(words, "hide-section-aria-label", options.hide_section_aria_label);
    add_translation(words, "show-all-sections", options.show_all_sections);
    add_translation(words, "show-section", options.show_section);
    add_translation(words, "show-section-aria-label", options.show_section_aria_label);
    Html out;
    out << "<div"_html;
    out.attr("class", classes({"govuk-accordion", options.classes})) << " data-module=\"govuk-accordion\""_html;
    out.attr("id", options.id) << words;
    if (options.remember_expanded) out.attr("data-remember-expanded", *options.remember_expanded ? "true" : "false");
    out << options.attributes << ">\n"_html;
    for (std::size_t i = 0; i < options.items.size(); ++i)
        if (!options.items[i].left_out) section(out, options, options.items[i], i + 1);
    return out << "</div>"_html;
}

}  // namespace hearken::web
