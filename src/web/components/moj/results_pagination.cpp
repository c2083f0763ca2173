#include "web/components/moj/results_pagination.hpp"

namespace hearken::web {
namespace {

std::string results_line(const ResultsPagination& options) {
    const auto& term = options.results_term;
    const auto total = std::to_string(options.count) + " total " + term;
    if (!options.pages.items.empty() && options.from && options.to) {
        const auto range = std::to_string(options.from) + " to " + std::to_string(options.to);
        return options.count ? "Showing " + range + " of " + total : "Showing " + term + " " + range;
    }
    return options.count ? total : std::string();
}

}  // namespace

Html results_pagination(const ResultsPagination& options) {
    Html out;
    out << "<div class=\"moj-pagination\">\n"_html;
    if (options.pages.items.size() > 1) {
        auto pages = options.pages;
        pages.classes = classes({"moj-pagination__pagination", pages.classes});
        out << pagination(pages) << "\n"_html;
    }
    if (const auto line = results_line(options); !line.empty())
        out << "<p class=\"moj-pagination__results\">"_html << line << "</p>\n"_html;
    return out << "</div>"_html;
}

}  // namespace hearken::web
