#include "casework/part_words.hpp"

#include <algorithm>
#include <cctype>

namespace hearken::casework {

namespace {

/// The label of an option of a code list; empty where there is none.
std::string label_of(const procedure::Vocabulary& vocabulary, const char* code_list, const std::string& id) {
    if (const auto list = vocabulary.code_lists.find(code_list); list != vocabulary.code_lists.end())
        for (const auto& option : list->second)
            if (option.id == id) return option.label;
    return {};
}

}  // namespace

std::string area_words(const procedure::Vocabulary& vocabulary, const std::string& area) {
    const std::string label = label_of(vocabulary, "walled-areas", area);
    return !label.empty() ? label : area.empty() ? "Other" : area;
}

std::string part_words(const procedure::Vocabulary& vocabulary, const std::string& part) {
    if (const auto role = vocabulary.roles.find(part); role != vocabulary.roles.end()) return role->second.title;
    if (auto label = label_of(vocabulary, "parts-in-a-case", part); !label.empty()) return label;
    std::string words = part;
    std::replace(words.begin(), words.end(), '-', ' ');
    if (!words.empty()) words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
    return words;
}

}  // namespace hearken::casework
