#include "web/pages/count_list.hpp"

namespace hearken::web {

Html count_list(const std::vector<CountItem>& items) {
    Html out;
    out << "<ul class=\"hearken-counts\" aria-label=\"How much there is\">\n"_html;
    for (const auto& item : items) {
        out << "<li class=\"hearken-counts__item"_html << (item.alarming && item.number > 0 ? " hearken-counts__item--alarming"_html : ""_html)
            << "\">\n<a class=\"govuk-link govuk-link--no-visited-state hearken-counts__link\""_html;
        out.href(item.address) << "><span class=\"hearken-counts__number\">"_html << item.number << "</span> "_html << item.words << "</a>\n</li>\n"_html;
    }
    return out << "</ul>\n"_html;
}

}  // namespace hearken::web
