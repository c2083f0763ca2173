#include "web/components/moj/filter.hpp"

#include "web/components/button.hpp"
#include "web/components/csrf.hpp"

namespace hearken::web {
namespace {

void selected(Html& out, const SelectedFilters& its) {
    out << "<div class=\"moj-filter__selected\">\n<div class=\"moj-filter__selected-heading\">\n"_html
        << "<div class=\"moj-filter__heading-title\">\n<h2 class=\"govuk-heading-m\">"_html << its.heading
        << "</h2>\n</div>\n<div class=\"moj-filter__heading-action\">\n"_html
        << "<p><a class=\"govuk-link govuk-link--no-visited-state\""_html;
    out.href(its.clear_href) << ">"_html << its.clear_text << "</a></p>\n</div>\n</div>\n"_html;
    for (const auto& category : its.categories) {
        out << "<h3 class=\"govuk-heading-s govuk-!-margin-bottom-0\">"_html << category.heading
            << "</h3>\n<ul class=\"moj-filter-tags\">\n"_html;
        for (const auto& item : category.items) {
            out << "<li><a class=\"moj-filter__tag\""_html;
            out.href(item.href) << "><span class=\"govuk-visually-hidden\">Remove this filter</span> "_html
                                << item.text;
            out << "</a></li>\n"_html;
        }
        out << "</ul>\n"_html;
    }
    out << "</div>\n"_html;
}

}  // namespace

Html filter(const Filter& options) {
    Html out;
    out.reserve(1024 + options.options.str().size());
    out << "<div class=\"moj-filter\" data-module=\"moj-filter\""_html << options.attributes
        << ">\n<div class=\"moj-filter__header\">\n<div class=\"moj-filter__header-title\">\n"_html
        << "<h2 class=\"govuk-heading-m\">"_html << options.heading
        << "</h2>\n</div>\n<div class=\"moj-filter__header-action\">\n</div>\n</div>\n<div class=\"moj-filter__content\">\n"_html;
    if (options.selected) selected(out, *options.selected);
    out << "<div class=\"moj-filter__options\">\n"_html
        << button({.content = options.submit_text, .attributes = options.submit_attributes}) << "\n"_html
        << options.options;
    return out << "\n</div>\n</div>\n</div>"_html;
}

Html filter_layout(const FilterLayout& options) {
    Html out;
    out.reserve(2048 + options.results.str().size());
    out << "<div class=\"moj-filter-layout\">\n<div class=\"moj-filter-layout__filter\">\n<form"_html;
    out.attr("method", options.method).link("action", options.action) << ">\n"_html << csrf_field(options.csrf_token);
    return out << filter(options.filter)
               << "\n</form>\n</div>\n<div class=\"moj-filter-layout__content\">\n<div class=\"moj-action-bar\">\n"_html
               << "<div class=\"moj-action-bar__filter\"></div>\n</div>\n<div class=\"moj-scrollable-pane\">\n"_html
               << options.results << "\n</div>\n</div>\n</div>"_html;
}

}  // namespace hearken::web
