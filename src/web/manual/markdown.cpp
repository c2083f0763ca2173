#include "web/manual/markdown.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <memory>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "web/components/table.hpp"

namespace hearken::web {

namespace {

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeParser {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
using Tree = std::unique_ptr<cmark_node, FreeNode>;

Tree parsed(std::string_view text) {
    static std::once_flag registered;
    std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);
    const std::unique_ptr<cmark_parser, FreeParser> parser(cmark_parser_new(CMARK_OPT_VALIDATE_UTF8));
    auto* tables = cmark_find_syntax_extension("table");
    if (!parser || !tables) throw std::runtime_error("cmark-gfm could not be started");
    cmark_parser_attach_syntax_extension(parser.get(), tables);
    cmark_parser_feed(parser.get(), text.data(), text.size());
    return Tree(cmark_parser_finish(parser.get()));
}

std::string_view literal_of(cmark_node* node) {
    const char* literal = cmark_node_get_literal(node);
    return literal ? std::string_view(literal) : std::string_view();
}

std::string_view kind_of(cmark_node* node) { return cmark_node_get_type_string(node); }

bool is(cmark_node* node, std::string_view kind) { return kind_of(node) == kind; }

Html children(cmark_node* parent);

void heading(Html& out, cmark_node* node) {
    const int level = std::max(2, cmark_node_get_heading_level(node));
    if (level == 2)
        out << "<h2 class=\"govuk-heading-m\">"_html << children(node) << "</h2>\n"_html;
    else if (level == 3)
        out << "<h3 class=\"govuk-heading-s\">"_html << children(node) << "</h3>\n"_html;
    else
        out << "<h4 class=\"govuk-heading-s\">"_html << children(node) << "</h4>\n"_html;
}

void list(Html& out, cmark_node* node) {
    const bool numbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    out << (numbered ? "<ol class=\"govuk-list govuk-list--number\">\n"_html : "<ul class=\"govuk-list govuk-list--bullet\">\n"_html)
        << children(node) << (numbered ? "</ol>\n"_html : "</ul>\n"_html);
}

/// In a list whose items stand close together, an item's text is not wrapped in a paragraph.
void paragraph(Html& out, cmark_node* node) {
    auto* item = cmark_node_parent(node);
    auto* around = item ? cmark_node_parent(item) : nullptr;
    const bool in_tight_list = around && is(around, "list") && cmark_node_get_list_tight(around);
    if (in_tight_list)
        out << children(node) << "\n"_html;
    else
        out << "<p class=\"govuk-body\">"_html << children(node) << "</p>\n"_html;
}

void link(Html& out, cmark_node* node) {
    const char* target = cmark_node_get_url(node);
    const auto address = guidance_link(target ? target : "");
    // Its own words, without a link inside a link.
    Html words;
    for (auto* child = cmark_node_first_child(node); child; child = cmark_node_next(child))
        is(child, "text") ? words << literal_of(child) : words << children(child);
    if (address.empty()) {
        out << words;
        return;
    }
    out << "<a class=\"govuk-link\""_html;
    out.href(address) << ">"_html << words << "</a>"_html;
}

std::vector<TableCell> cells_of(cmark_node* row) {
    std::vector<TableCell> cells;
    for (auto* cell = cmark_node_first_child(row); cell; cell = cmark_node_next(cell)) cells.push_back({.content = children(cell)});
    return cells;
}

/// On a narrow screen each row is read as a block, with the column's heading before each cell.
void whole_table(Html& out, cmark_node* node) {
    Table made;
    made.classes = "hearken-stacked-table";
    made.first_cell_is_header = true;
    std::vector<std::string> headings;
    for (auto* row = cmark_node_first_child(node); row; row = cmark_node_next(row)) {
        if (is(row, "table_header")) {
            made.head = cells_of(row);
            for (auto* cell = cmark_node_first_child(row); cell; cell = cmark_node_next(cell)) {
                std::string words;
                for (auto* part = cmark_node_first_child(cell); part; part = cmark_node_next(part)) words += literal_of(part);
                headings.push_back(std::move(words));
            }
            continue;
        }
        auto cells = cells_of(row);
        for (size_t i = 0; i < cells.size() && i < headings.size(); ++i) cells[i].attributes.with("data-label", headings[i]);
        made.rows.push_back(std::move(cells));
    }
    out << table(made) << "\n"_html;
}

void element(Html& out, cmark_node* node) {
    const auto kind = kind_of(node);
    if (kind == "text") out << with_telephone_links(literal_of(node));
    else if (kind == "softbreak") out << "\n"_html;
    else if (kind == "linebreak") out << "<br>\n"_html;
    else if (kind == "strong") out << "<strong>"_html << children(node) << "</strong>"_html;
    else if (kind == "emph") out << "<em>"_html << children(node) << "</em>"_html;
    else if (kind == "code") out << "<code>"_html << literal_of(node) << "</code>"_html;
    else if (kind == "link") link(out, node);
    else if (kind == "paragraph") paragraph(out, node);
    else if (kind == "heading") heading(out, node);
    else if (kind == "list") list(out, node);
    else if (kind == "item") out << "<li>"_html << children(node) << "</li>\n"_html;
    else if (kind == "block_quote") out << "<div class=\"govuk-inset-text\">\n"_html << children(node) << "</div>\n"_html;
    else if (kind == "thematic_break") out << "<hr class=\"govuk-section-break govuk-section-break--m govuk-section-break--visible\">\n"_html;
    else if (kind == "code_block" || kind == "html_block") out << "<p class=\"govuk-body\">"_html << literal_of(node) << "</p>\n"_html;
    else if (kind == "html_inline") out << literal_of(node);
    else if (kind == "table") whole_table(out, node);
    else out << children(node);  // the document; a picture, of which its words are shown
}

Html children(cmark_node* parent) {
    Html out;
    for (auto* child = cmark_node_first_child(parent); child; child = cmark_node_next(child)) element(out, child);
    return out;
}

void gather_words(cmark_node* node, std::string& words) {
    if (const auto literal = literal_of(node); !literal.empty()) words.append(literal);
    for (auto* child = cmark_node_first_child(node); child; child = cmark_node_next(child)) gather_words(child, words);
    static constexpr std::string_view kInline[] = {"text", "strong", "emph", "code", "link", "html_inline"};
    for (const auto kind : kInline)
        if (is(node, kind)) return;
    if (!words.empty() && words.back() != ' ') words += ' ';
}

bool is_page_name(std::string_view text) {
    return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

}  // namespace

Html markdown(std::string_view text) {
    const auto tree = parsed(text);
    return children(tree.get());
}

std::string markdown_words(std::string_view text) {
    std::string words;
    const auto tree = parsed(text);
    gather_words(tree.get(), words);
    for (auto& c : words)
        if (c == '\n' || c == '\t') c = ' ';
    while (!words.empty() && words.back() == ' ') words.pop_back();
    return words;
}

std::string guidance_link(std::string_view target) {
    for (const std::string_view scheme : {"https://", "http://", "tel:"})
        if (target.starts_with(scheme) && target.size() > scheme.size()) return std::string(target);
    if (target.starts_with('/') && !target.starts_with("//") && target.find('\\') == std::string_view::npos) return std::string(target);
    if (target.starts_with('#')) return std::string(target);
    auto page = target;
    std::string_view part;
    if (const auto mark = page.find('#'); mark != std::string_view::npos) {
        part = page.substr(mark);
        page = page.substr(0, mark);
    }
    if (page.ends_with(".md")) page.remove_suffix(3);
    return is_page_name(page) ? "/guidance/" + std::string(page) + std::string(part) : std::string();
}

}  // namespace hearken::web
