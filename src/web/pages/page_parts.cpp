#include "web/pages/page_parts.hpp"

#include "web/components/pagination.hpp"
#include "web/components/tag.hpp"
#include "web/server/http_text.hpp"

namespace hearken::web {

using casework::ClockStands;

Html page_heading(const Content& words, std::string_view caption) {
    Html out;
    if (!caption.empty()) out << "<span class=\"govuk-caption-l\">"_html << caption << "</span>\n"_html;
    return out << "<h1 class=\"govuk-heading-l\">"_html << words << "</h1>\n"_html;
}

Html section_heading(std::string_view words, std::string_view id) {
    Html out;
    out << "<h2 class=\"govuk-heading-m\""_html;
    out.attr_if("id", id) << ">"_html << words << "</h2>\n"_html;
    return out;
}

Html paragraph(const Content& content) {
    Html out;
    return out << "<p class=\"govuk-body\">"_html << content << "</p>\n"_html;
}

Html link_to(std::string_view address, const Content& words) {
    Html out;
    out << "<a class=\"govuk-link\""_html;
    return out.href(address) << ">"_html << words << "</a>"_html;
}

Html bullets(const std::vector<std::string>& lines) {
    Html out;
    if (lines.empty()) return out;
    out << "<ul class=\"govuk-list govuk-list--bullet\">\n"_html;
    for (const auto& line : lines) out << "<li>"_html << line << "</li>\n"_html;
    return out << "</ul>\n"_html;
}

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

namespace {

Tag tag_for(const casework::ClockView& clock) {
    switch (clock.stands) {
        case ClockStands::Running: return {.content = "On time", .classes = "govuk-tag--green"};
        case ClockStands::Amber: return {.content = "Due soon", .classes = "govuk-tag--yellow"};
        case ClockStands::Red: return {.content = "Due very soon", .classes = "govuk-tag--orange"};
        case ClockStands::Late:
            return clock.set.urgency ? Tag{.content = "Ask how it stands", .classes = "govuk-tag--purple"} : Tag{.content = "Late against target", .classes = "govuk-tag--orange"};
        case ClockStands::Breached: return {.content = "Overdue", .classes = "govuk-tag--red"};
        case ClockStands::Met: return {.content = "Done in time", .classes = "govuk-tag--green"};
        case ClockStands::MetLate: return {.content = "Done late", .classes = "govuk-tag--orange"};
        case ClockStands::MetRecordedLate: return {.content = "Done in time, recorded late", .classes = "govuk-tag--yellow"};
    }
    return {.content = "On time"};
}

}  // namespace

Html clock_tag(const casework::ClockView& clock) { return tag(tag_for(clock)); }

Html clock_line(const casework::ClockView& clock) {
    Html out;
    return out << clock_tag(clock) << " "_html << clock.in_words;
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

std::string task_address(const CaseId& in_case, const std::string& task, const PersonId& subject) {
    std::string address = "/cases/" + percent_encoded(in_case.str()) + "/tasks/" + percent_encoded(task);
    if (!subject.empty()) address += "?child=" + percent_encoded(subject.str());
    return address;
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
