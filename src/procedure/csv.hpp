// Comma-separated text (RFC 4180) into rows by column name, for the lists of duties and timescales.
#pragma once
#include <map>
#include <string>
#include <vector>

namespace hearken::procedure {

struct CsvRow {
    int line = 0;  ///< where it begins
    std::map<std::string, std::string> cells;
    const std::string& at(const std::string& column) const;  ///< empty when there is no such column
};

struct CsvTable {
    std::vector<std::string> columns;
    std::vector<CsvRow> rows;
    std::vector<std::pair<int, std::string>> faults;  ///< line and what is wrong; the row is left out
};

CsvTable read_csv(const std::string& text);

}  // namespace hearken::procedure
