// Lines of a CSV file that somebody will open in a spreadsheet.
#pragma once
#include <string>
#include <vector>

namespace hearken::casework {

/// Each cell quoted, and none a formula to the program that opens it.
inline std::string csv_line(const std::vector<std::string>& cells) {
    std::string line;
    for (const auto& text : cells) {
        line += line.empty() ? "\"" : ",\"";
        if (!text.empty() && std::string("=+-@\t\r").find(text.front()) != std::string::npos) line += '\'';
        for (const char c : text) line += c == '"' ? std::string("\"\"") : std::string(1, c);
        line += '"';
    }
    return line + "\r\n";
}

}  // namespace hearken::casework
