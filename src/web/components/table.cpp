#include "web/components/table.hpp"

namespace hearken::web {
namespace {

void spans(Html& out, const TableCell& cell) {
    if (cell.colspan) out.attr("colspan", std::to_string(cell.colspan));
    if (cell.rowspan) out.attr("rowspan", std::to_string(cell.rowspan));
    out << cell.attributes << ">"_html << cell.content;
}

std::string with_format(std::string_view name, const TableCell& cell) {
    return cell.format.empty() ? std::string(name) : std::string(name) + " " + std::string(name) + "--" + cell.format;
}

}  // namespace

Html table(const Table& options) {
    Html out;
    out.reserve(1024 + 512 * options.rows.size());
    out << "<table"_html;
    out.attr("class", classes({"govuk-table", options.classes})) << options.attributes << ">\n"_html;
    if (!options.caption.empty()) {
        out << "<caption"_html;
        out.attr("class", classes({"govuk-table__caption", options.caption_classes}));
        out << ">"_html << options.caption << "</caption>\n"_html;
    }
    if (!options.head.empty()) {
        out << "<thead class=\"govuk-table__head\">\n<tr class=\"govuk-table__row\">\n"_html;
        for (const auto& cell : options.head) {
            out << "<th scope=\"col\""_html;
            out.attr("class", classes({with_format("govuk-table__header", cell), cell.classes}));
            spans(out, cell);
            out << "</th>\n"_html;
        }
        out << "</tr>\n</thead>\n"_html;
    }
    out << "<tbody class=\"govuk-table__body\">\n"_html;
    for (const auto& row : options.rows) {
        out << "<tr class=\"govuk-table__row\">\n"_html;
        bool first = true;
        for (const auto& cell : row) {
            if (first && options.first_cell_is_header) {
                out << "<th scope=\"row\""_html;
                out.attr("class", classes({"govuk-table__header", cell.classes}));
                spans(out, cell);
                out << "</th>\n"_html;
            } else {
                out << "<td"_html;
                out.attr("class", classes({with_format("govuk-table__cell", cell), cell.classes}));
                spans(out, cell);
                out << "</td>\n"_html;
            }
            first = false;
        }
        out << "</tr>\n"_html;
    }
    return out << "</tbody>\n</table>"_html;
}

}  // namespace hearken::web
