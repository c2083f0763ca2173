#include "people/csv.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "people/text.hpp"

namespace hearken::people {

namespace {

constexpr size_t kMostRows = 100'000;
constexpr size_t kLongestField = 10'000;

class Reader {
public:
    Reader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

    bool at_end() const { return at_ >= text_.size(); }
    size_t line() const { return line_; }

    CsvRow next() {
        CsvRow row;
        row.line = line_;
        for (;;) {
            row.fields.push_back(next_field(row));
            if (at_end() || text_[at_] != delimiter_) break;
            ++at_;
        }
        take_line_end();
        return row;
    }

private:
    std::string next_field(CsvRow& row) {
        std::string field = !at_end() && text_[at_] == '"' ? quoted(row) : plain();
        if (!is_valid_utf8(field))
            row.problem = "has characters that cannot be read. Save the file again as 'CSV UTF-8'.";
        else if (field.size() > kLongestField)
            row.problem = fmt::format("has a value of more than {} characters. Check for a missing quotation mark.",
                                      kLongestField);
        return field;
    }

    std::string plain() {
        const size_t start = at_;
        while (!at_end() && text_[at_] != delimiter_ && !at_line_end()) ++at_;
        return std::string(text_.substr(start, at_ - start));
    }

    std::string quoted(CsvRow& row) {
        const size_t opened_at = at_;
        const size_t opened_line = line_;
        std::string field;
        ++at_;
        for (;;) {
            if (at_end()) {
                // Take the quote as an ordinary character, so that one missing quote costs one row, not the rest.
                at_ = opened_at;
                line_ = opened_line;
                row.problem = "has a quotation mark that is never closed. Close it, or write it twice.";
                return plain();
            }
            const char c = text_[at_];
            if (c == '"') {
                ++at_;
                if (at_end() || text_[at_] != '"') break;
                field += '"';
                ++at_;
            } else if (at_line_end()) {
                take_line_end();
                field += '\n';
            } else {
                field += c;
                ++at_;
            }
        }
        // Some systems write "Harrow" (Mrs): what follows the closing quote belongs to the field.
        return field + plain();
    }

    bool at_line_end() const { return !at_end() && (text_[at_] == '\n' || text_[at_] == '\r'); }

    void take_line_end() {
        if (!at_line_end()) return;
        const bool carriage_return = text_[at_] == '\r';
        ++at_;
        if (carriage_return && !at_end() && text_[at_] == '\n') ++at_;
        ++line_;
    }

    std::string_view text_;
    char delimiter_;
    size_t at_ = 0;
    size_t line_ = 1;
};

bool is_blank(const CsvRow& row) {
    return std::all_of(row.fields.begin(), row.fields.end(), [](const std::string& f) { return tidy(f).empty(); });
}

/// The separator that the first line holds most of, outside quotes.
char delimiter_of(std::string_view text) {
    size_t commas = 0;
    size_t semicolons = 0;
    size_t tabs = 0;
    bool in_quotes = false;
    for (const char c : text) {
        if (c == '"') in_quotes = !in_quotes;
        if (in_quotes) continue;
        const size_t found = commas + semicolons + tabs;
        if ((c == '\n' || c == '\r') && found > 0) break;
        commas += c == ',';
        semicolons += c == ';';
        tabs += c == '\t';
    }
    if (semicolons > commas && semicolons >= tabs) return ';';
    return tabs > commas ? '\t' : ',';
}

}  // namespace

Result<CsvTable> parse_csv(std::string_view text) {
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") || text.substr(0, 1000).find('\0') != std::string_view::npos)
        return refuse(RefusalCode::Invalid, "encoding",
                      "This file is not CSV text in UTF-8. In the spreadsheet choose 'Save as', then 'CSV UTF-8'.", "file");
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    CsvTable table;
    const bool told = text.size() >= 5 && (text.starts_with("sep=") || text.starts_with("SEP="));
    table.delimiter = told ? text[4] : delimiter_of(text);
    if (told && table.delimiter != ',' && table.delimiter != ';' && table.delimiter != '\t') table.delimiter = ',';
    Reader reader(text, table.delimiter);
    if (told) reader.next();
    while (!reader.at_end() && table.header.empty()) {
        CsvRow row = reader.next();
        if (is_blank(row)) continue;
        if (!row.problem.empty())
            return refuse(RefusalCode::Invalid, "header", "The first row, with the column headings, " + row.problem, "file");
        table.header_line = row.line;
        for (const std::string& heading : row.fields) table.header.push_back(tidy(heading));
    }
    if (table.header.empty())
        return refuse(RefusalCode::Invalid, "empty", "The file is empty. Export it again, with column headings.", "file");
    while (!reader.at_end()) {
        CsvRow row = reader.next();
        if (is_blank(row) && row.problem.empty()) continue;
        const auto is_text = [](const std::string& f) { return !tidy(f).empty(); };
        while (row.fields.size() > table.header.size() && !is_text(row.fields.back())) row.fields.pop_back();
        if (row.fields.size() > table.header.size() && row.problem.empty())
            row.problem = fmt::format("has {} values for {} columns. Put quotation marks around a value that holds a comma.",
                                      row.fields.size(), table.header.size());
        row.fields.resize(table.header.size());
        table.rows.push_back(std::move(row));
        if (table.rows.size() > kMostRows)
            return refuse(RefusalCode::Invalid, "too-many-rows",
                          fmt::format("The file has more than {} rows. Import one school at a time.", kMostRows), "file");
    }
    return table;
}

}  // namespace hearken::people
