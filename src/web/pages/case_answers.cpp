// One answer of a record as a cell: its words, its rows, its files, or that it is withheld.
#include "web/components/body_parts.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/tag.hpp"
#include "web/pages/case_parts.hpp"

namespace hearken::web {

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// Columns that a field's type brings with it, by the names people know them by; a place on the body is said in words.
AnswerInWords readable(const casework::AnswerView& answer) {
    AnswerInWords words{answer.label, answer.lines, {}};
    for (const auto& row : answer.rows) {
        Pairs columns;
        std::string part, note;
        for (const auto& [column, text] : row) {
            if (column == "part") part = body_part_label(text);
            else if (column == "note") note = text;
            else if (column.ends_with("-speaker")) columns.emplace_back("Said by", text);
            else if (column.ends_with("-reason")) columns.emplace_back("Why not known", text);
            else if (column != "view" && column != "x" && column != "y") columns.emplace_back(column, text);
        }
        if (!part.empty() || !note.empty()) words.lines.push_back(part + (part.empty() || note.empty() ? "" : ": ") + note);
        if (!columns.empty()) words.rows.push_back(std::move(columns));
    }
    return words;
}

/// An answer's files, to be opened: always as a download, never shown as a page of ours.
Html file_links(const CaseId& id, const casework::AnswerView& answer) {
    Html out;
    for (const auto& [file, name] : answer.files) out << "<p class=\"govuk-body\">"_html << link_to(file_href(id, file), name) << "</p>\n"_html;
    return out;
}

}  // namespace

Html answer_cell(const CaseId& id, const casework::AnswerView& answer) {
    if (answer.missing) return Html("<span class=\"govuk-hint\">Not yet answered</span>"_html);
    if (answer.masked) return tag({.content = "Withheld", .classes = "govuk-tag--grey"});
    // The names alone would say the same twice.
    if (!answer.files.empty() && answer.files.size() == answer.lines.size()) return file_links(id, answer);
    return words_cell(readable(answer)) << file_links(id, answer);
}

Html recorded_cards(const CaseId& id, const std::vector<casework::FormView>& forms) {
    Html out;
    for (const auto& form : forms) {
        SummaryList list{.card = SummaryCard{.title = {.content = form.title + (form.subject_name.empty() ? "" : " – " + form.subject_name), .heading_level = 3}}};
        for (const auto& answer : form.answers)
            if (!answer.missing) list.rows.push_back({.key = {.content = answer.label}, .value = {.content = answer_cell(id, answer)}});
        if (!list.rows.empty()) out << summary_list(list);
    }
    return out;
}

}  // namespace hearken::web
