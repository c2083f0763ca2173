#include "web/pages/page_parts.hpp"

#include "web/components/pagination.hpp"
#include "web/components/table.hpp"
#include "web/server/http_text.hpp"

namespace hearken::web {

Html print_button() {
    return "<button type=\"button\" class=\"govuk-button govuk-button--secondary\" data-module=\"govuk-button\" data-print hidden>Print this page</button>\n"_html;
}

Html stacked_table(const StackedTable& options) {
    Table made;
    made.caption = options.caption;
    made.caption_classes = options.caption.empty() ? "" : "govuk-table__caption--m";
    made.classes = "hearken-stacked-table";
    made.first_cell_is_header = true;
    for (const auto& words : options.head) made.head.push_back({.content = words});
    for (const auto& row : options.rows) {
        std::vector<TableCell> cells;
        for (size_t i = 0; i < row.size(); ++i) {
            TableCell cell{.content = row[i]};
            if (i < options.head.size()) cell.attributes.with("data-label", options.head[i]);
            cells.push_back(std::move(cell));
        }
        made.rows.push_back(std::move(cells));
    }
    Html out;
    return out << table(made) << "\n"_html;
}

Html next_page_link(std::string_view address_before_cursor, const std::string& next) {
    Html out;
    if (next.empty()) return out;
    Pagination pages;
    pages.next.href = std::string(address_before_cursor) + percent_encoded(next);
    return out << pagination(pages) << "\n"_html;
}

std::string names_of_subjects(const std::vector<casework::SubjectView>& subjects) {
    constexpr size_t kMost = 3;
    const size_t named = subjects.size() <= kMost ? subjects.size() : kMost - 1;
    std::string words;
    for (size_t i = 0; i < named; ++i) {
        const bool last = i + 1 == subjects.size();
        words += (words.empty() ? "" : last ? " and " : ", ") + subjects[i].name;
    }
    if (named < subjects.size()) words += " and " + std::to_string(subjects.size() - named) + " others";
    return words;
}

std::string state_in_words(const casework::CaseSummary& summary) {
    if (summary.state == "closed") return summary.outcome.empty() ? "Closed" : "Closed: " + summary.outcome;
    return summary.stages.empty() ? "Open" : summary.stages;
}

std::string words_of_id(std::string_view id) {
    std::string words(id);
    for (auto& c : words)
        if (c == '-' || c == '_') c = ' ';
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

}  // namespace hearken::web
