// For tests: the texts of a folder of definitions, and faults as words.
#pragma once
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "procedure/library.hpp"

namespace hearken::procedure {

inline SourceFiles read_folder(const std::filesystem::path& folder) {
    SourceFiles files;
    if (!std::filesystem::exists(folder)) return files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        files[std::filesystem::relative(entry.path(), folder).generic_string()] = text.str();
    }
    return files;
}

inline std::string in_words(const std::vector<Fault>& faults, bool warnings = true) {
    std::string text;
    for (const Fault& fault : faults) {
        if (!warnings && fault.severity == Fault::Severity::Warning) continue;
        text += fault.file + ":" + std::to_string(fault.line) + ": " +
                (fault.severity == Fault::Severity::Error ? "error: " : "warning: ") + fault.path + ": " + fault.text +
                "\n";
    }
    return text;
}

}  // namespace hearken::procedure
