#include "web/components/pagination.hpp"

namespace hearken::web {
namespace {

constexpr Literal kArrowPrevious =
    "<svg class=\"govuk-pagination__icon govuk-pagination__icon--prev\" xmlns=\"http://www.w3.org/2000/svg\" "
    "height=\"13\" width=\"15\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 15 13\">\n<path "
    "d=\"m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 "
    "1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z\">"
    "</path>\n</svg>\n";
constexpr Literal kArrowNext =
    "<svg class=\"govuk-pagination__icon govuk-pagination__icon--next\" xmlns=\"http://www.w3.org/2000/svg\" "
    "height=\"13\" width=\"15\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 15 13\">\n<path "
    "d=\"m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 "
    "6.7441-6.4062-6.7246-6.7266z\">"
    "</path>\n</svg>\n";

void arrow_link(Html& out, const PaginationLink& link, bool is_previous, bool block) {
    out << "<div class=\"govuk-pagination__"_html << (is_previous ? "prev" : "next")
        << "\">\n<a class=\"govuk-link govuk-pagination__link\""_html;
    out.href(link.href).attr("rel", is_previous ? "prev" : "next") << link.attributes << ">\n"_html;
    if (block || is_previous) out << (is_previous ? kArrowPrevious : kArrowNext);
    out << "<span"_html;
    out.attr("class", classes({"govuk-pagination__link-title",
                               block && link.label.empty() ? "govuk-pagination__link-title--decorated" : ""}));
    out << ">\n"_html;
    if (!link.content.empty())
        out << link.content;
    else
        out << (is_previous ? "Previous" : "Next") << "<span class=\"govuk-visually-hidden\"> page</span>"_html;
    out << "\n</span>\n"_html;
    if (!link.label.empty() && block)
        out << "<span class=\"govuk-visually-hidden\">:</span>\n<span class=\"govuk-pagination__link-label\">"_html
            << link.label << "</span>\n"_html;
    if (!block && !is_previous) out << kArrowNext;
    out << "</a>\n</div>\n"_html;
}

void page_item(Html& out, const PaginationItem& item) {
    out << "<li"_html;
    out.attr("class", classes({"govuk-pagination__item", item.current ? "govuk-pagination__item--current" : "",
                               item.ellipsis ? "govuk-pagination__item--ellipsis" : ""}));
    if (item.ellipsis) {
        out << ">\n&ctdot;\n</li>\n"_html;
        return;
    }
    out << ">\n<a class=\"govuk-link govuk-pagination__link\""_html;
    out.href(item.href).attr("aria-label", item.visually_hidden_text.value_or("Page " + item.number));
    if (item.current) out << " aria-current=\"page\""_html;
    out << item.attributes << ">\n"_html << item.number << "\n</a>\n</li>\n"_html;
}

}  // namespace

Html pagination(const Pagination& options) {
    const bool block = options.items.empty() && (!options.next.href.empty() || !options.previous.href.empty());
    Html out;
    out << "<nav"_html;
    out.attr("class", classes({"govuk-pagination", block ? "govuk-pagination--block" : "", options.classes}));
    out.attr("aria-label", options.landmark_label) << options.attributes << ">\n"_html;
    if (!options.previous.href.empty()) arrow_link(out, options.previous, true, block);
    if (!options.items.empty()) {
        out << "<ul class=\"govuk-pagination__list\">\n"_html;
        for (const auto& item : options.items) page_item(out, item);
        out << "</ul>\n"_html;
    }
    if (!options.next.href.empty()) arrow_link(out, options.next, false, block);
    return out << "</nav>"_html;
}

Pagination pages_of(int current, int count, const std::string& href_prefix) {
    Pagination made;
    const auto href = [&](int page) { return href_prefix + std::to_string(page); };
    bool gap = false;
    for (int page = 1; page <= count; ++page) {
        const bool shown = page == 1 || page == count || (page >= current - 1 && page <= current + 1);
        if (shown)
            made.items.push_back({.number = std::to_string(page), .href = href(page), .current = page == current});
        else if (!gap)
            made.items.push_back({.ellipsis = true});
        gap = !shown;
    }
    if (current > 1) made.previous.href = href(current - 1);
    if (current < count) made.next.href = href(current + 1);
    return made;
}

}  // namespace hearken::web
