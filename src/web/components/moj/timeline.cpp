#include "web/components/moj/timeline.hpp"

namespace hearken::web {

Html timeline(const Timeline& options) {
    Html out;
    out.reserve(256 + 512 * options.items.size());
    out << "<div"_html;
    out.attr("class", classes({"moj-timeline", options.classes})) << options.attributes << ">\n"_html;
    for (const auto& item : options.items) {
        out << "<div"_html;
        out.attr("class", classes({"moj-timeline__item", item.classes})) << item.attributes;
        out << ">\n<div class=\"moj-timeline__header\">\n<h"_html << options.heading_level
            << " class=\"moj-timeline__title\">"_html << item.label << "</h"_html << options.heading_level
            << ">\n"_html;
        if (!item.byline.empty()) out << "<p class=\"moj-timeline__byline\">by "_html << item.byline << "</p>\n"_html;
        out << "</div>\n<p class=\"moj-timeline__date\">\n<time"_html;
        out.attr("datetime", item.timestamp) << ">"_html << item.when << "</time>\n</p>\n"_html;
        out << "<div class=\"moj-timeline__description\">"_html << item.content << "</div>\n</div>\n"_html;
    }
    return out << "</div>"_html;
}

}  // namespace hearken::web
