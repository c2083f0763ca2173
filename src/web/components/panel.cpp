#include "web/components/panel.hpp"

#include "web/components/button.hpp"

namespace hearken::web {
namespace {

void action_link(Html& out, const PanelAction& action) {
    if (action.href.empty() || action.type == "button") {
        out << button({.content = action.text,
                       .href = action.href,
                       .type = action.type.empty() ? "button" : action.type,
                       .classes = classes({"govuk-button--inverse", action.classes}),
                       .attributes = action.attributes});
    } else {
        out << "<a"_html;
        out.attr("class", classes({"govuk-link govuk-link--inverse", action.classes})).href(action.href);
        out << action.attributes << ">"_html << action.text << "</a>"_html;
    }
    out << "\n"_html;
}

}  // namespace

Html panel(const Panel& options) {
    const bool interrupts = options.classes.find("govuk-panel--interruption") != std::string::npos;
    Html out;
    out << "<div"_html;
    out.attr("class", classes({"govuk-panel", interrupts ? "" : "govuk-panel--confirmation", options.classes}));
    out << options.attributes << ">\n<h"_html << options.heading_level << " class=\"govuk-panel__title\">\n"_html
        << options.title << "\n</h"_html << options.heading_level << ">\n"_html;
    if (!options.content.empty())
        out << "<div class=\"govuk-panel__body\">\n"_html << options.content << "\n</div>\n"_html;
    if (interrupts && (options.has_actions || !options.actions.empty())) {
        out << "<div"_html;
        out.attr("class", classes({"govuk-panel__actions", options.actions_classes}));
        out << options.actions_attributes << ">"_html;
        if (!options.actions.empty()) {
            out << "<div class=\"govuk-button-group\">\n"_html;
            for (const auto& action : options.actions) action_link(out, action);
            out << "</div>"_html;
        }
        out << "</div>\n"_html;
    }
    return out << "</div>"_html;
}

}  // namespace hearken::web
