#include "web/components/button.hpp"

namespace hearken::web {
namespace {

constexpr Literal kStartIcon =
    "\n<svg class=\"govuk-button__start-icon\" xmlns=\"http://www.w3.org/2000/svg\" width=\"17.5\" height=\"19\" "
    "viewBox=\"0 0 33 40\" aria-hidden=\"true\" focusable=\"false\"><path fill=\"currentColor\" "
    "d=\"M0 0h13l20 20-20 20H0l20-20z\"/></svg>\n";

}  // namespace

Html button(const Button& options) {
    const bool is_link = !options.href.empty();
    Html out;
    if (is_link) {
        out << "<a"_html;
        out.href(options.href) << " role=\"button\" draggable=\"false\""_html;
    } else {
        out << "<button"_html;
        out.attr("type", options.type).attr_if("value", options.value).attr_if("name", options.name);
        if (options.disabled) out << " disabled aria-disabled=\"true\""_html;
        if (options.prevent_double_click)
            out.attr("data-prevent-double-click", *options.prevent_double_click ? "true" : "false");
    }
    out.attr("class", classes({"govuk-button", options.classes, options.is_start_button ? "govuk-button--start" : ""}));
    out << " data-module=\"govuk-button\""_html << options.attributes;
    out.attr_if("id", options.id) << ">\n"_html;
    // A start button is a flex box, which would drop the spaces between elements of its content.
    const bool wrap = options.is_start_button && !options.content.empty() && !options.content.is_text();
    if (wrap) out << "<span>"_html;
    out << options.content;
    if (wrap) out << "</span>"_html;
    if (options.is_start_button) out << kStartIcon;
    return out << (is_link ? "\n</a>"_html : "\n</button>"_html);
}

}  // namespace hearken::web
