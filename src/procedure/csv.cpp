#include "procedure/csv.hpp"

namespace hearken::procedure {

namespace {

class CsvReader {
  public:
    explicit CsvReader(const std::string& text) : text_(text) {
        if (text_.rfind("\xEF\xBB\xBF", 0) == 0) at_ = 3;  // spreadsheets write a byte order mark
    }

    bool finished() const { return at_ >= text_.size(); }
    int line() const { return line_; }
    bool unclosed() const { return unclosed_; }

    std::vector<std::string> record() {
        std::vector<std::string> cells;
        for (;;) {
            cells.push_back(cell());
            if (finished()) return cells;
            const char separator = text_[at_++];
            if (separator == ',') continue;
            if (separator == '\r' && !finished() && text_[at_] == '\n') ++at_;
            ++line_;
            return cells;
        }
    }

  private:
    std::string cell() {
        std::string value;
        if (finished() || text_[at_] != '"') {
            while (!finished() && text_[at_] != ',' && text_[at_] != '\n' && text_[at_] != '\r') value += text_[at_++];
            return value;
        }
        for (++at_; !finished(); ++at_) {
            if (text_[at_] == '"') {
                if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                    ++at_;
                } else {
                    ++at_;
                    skip_to_separator();
                    return value;
                }
            }
            if (text_[at_] == '\n') ++line_;
            value += text_[at_];
        }
        unclosed_ = true;
        return value;
    }
    void skip_to_separator() {
        while (!finished() && text_[at_] != ',' && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
    }

    const std::string& text_;
    size_t at_ = 0;
    int line_ = 1;
    bool unclosed_ = false;
};

}  // namespace

const std::string& CsvRow::at(const std::string& column) const {
    static const std::string nothing;
    const auto found = cells.find(column);
    return found == cells.end() ? nothing : found->second;
}

CsvTable read_csv(const std::string& text) {
    CsvTable table;
    CsvReader reader(text);
    if (reader.finished()) return table;
    table.columns = reader.record();
    while (!reader.finished()) {
        const int line = reader.line();
        std::vector<std::string> cells = reader.record();
        if (cells.size() == 1 && cells[0].empty()) continue;
        if (reader.unclosed()) {
            table.faults.push_back({line, "a quotation mark that opens here is never closed"});
            break;
        }
        if (cells.size() != table.columns.size()) {
            table.faults.push_back({line, std::to_string(cells.size()) + " cells where the heading has " +
                                              std::to_string(table.columns.size())});
            continue;
        }
        CsvRow row;
        row.line = line;
        for (size_t i = 0; i < cells.size(); ++i) row.cells[table.columns[i]] = std::move(cells[i]);
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace hearken::procedure
