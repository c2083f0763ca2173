#include "web/components/moj/search.hpp"

#include "web/components/csrf.hpp"

namespace hearken::web {
namespace {

constexpr Literal kIcon =
    "<svg width=\"20\" height=\"20\" viewBox=\"0 0 21 20\" fill=\"none\" aria-hidden=\"true\" focusable=\"false\" "
    "xmlns=\"http://www.w3.org/2000/svg\">\n<path d=\"M8.90102 14.4683C12.385 14.4683 15.2093 11.644 15.2093 "
    "8.16005C15.2093 4.6761 12.385 1.85181 8.90102 1.85181C5.41707 1.85181 2.59277 4.6761 2.59277 8.16005C2.59277 "
    "11.644 "
    "5.41707 14.4683 8.90102 14.4683Z\" stroke=\"currentColor\" stroke-width=\"2.22222\"/>\n<path d=\"M13.2349 "
    "12.8584L19.5909 19.2144\" stroke=\"currentColor\" stroke-width=\"2.22222\"/>\n</svg>\n";

Html search_button(const Search& options) {
    const bool icon = options.icon_button && !options.stacked;
    auto its = options.button;
    its.classes = classes({"moj-search__button", icon ? "moj-search__button--icon" : "", its.classes});
    if (icon) {
        Html drawn;
        drawn << kIcon << "<span class=\"govuk-visually-hidden\">"_html << its.content << "</span>\n"_html;
        its.content = drawn;
    }
    return button(its);
}

}  // namespace

Html search(const Search& options) {
    auto field = options.input;
    field.label = options.label;
    field.label.classes = classes({"moj-search__label", options.label.classes});
    field.hint = options.hint;
    field.hint.classes = classes({"moj-search__hint", options.hint.classes});
    field.classes = classes({"moj-search__input", field.classes});
    field.wrapper.classes = "moj-search__input-wrapper";
    if (!options.stacked) field.form_group.after_input = search_button(options);
    Html out;
    out << "<search"_html;
    out.attr("class",
             classes({"moj-search", "moj-search", options.stacked ? "moj-search--stacked" : "", options.classes}));
    out << options.attributes << ">\n<form"_html;
    out.link("action", options.action).attr("method", options.method);
    out << ">\n"_html << csrf_field(options.csrf_token) << text_input(field) << "\n"_html;
    if (options.stacked) out << search_button(options) << "\n"_html;
    return out << "</form>\n</search>"_html;
}

}  // namespace hearken::web
