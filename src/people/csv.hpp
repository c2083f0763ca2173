// CSV as school systems and spreadsheets really write it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace hearken::people {

/// One record. `line` is where it starts in the text (from 1), which is what an editor shows; a quoted field may
/// hold line ends, so lines and rows are not the same.
struct CsvRow {
    size_t line = 0;
    std::vector<std::string> fields = {};
    std::string problem = {};  ///< what is wrong with this row, in words; its fields are then not to be trusted
};

struct CsvTable {
    char delimiter = ',';
    std::vector<std::string> header = {};
    size_t header_line = 0;
    std::vector<CsvRow> rows = {};
};

/// RFC 4180 with what is met in practice: a byte order mark, LF or CRLF or CR, semicolons or tabs instead of commas
/// (told from the header), an Excel "sep=;" line, blank lines (skipped). Quotes inside an unquoted field are kept as
/// they are. Refuses text without a header, with more than 100,000 rows, or in UTF-16; a row in another encoding,
/// with an unclosed quote or with more fields than the header has its own problem and does not stop the others.
Result<CsvTable> parse_csv(std::string_view text);

}  // namespace hearken::people
