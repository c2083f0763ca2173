#include "casework/part_words.hpp"

#include <algorithm>
#include <cctype>

namespace hearken::casework {

std::string part_words(const procedure::Vocabulary& vocabulary, const std::string& part) {
    if (const auto role = vocabulary.roles.find(part); role != vocabulary.roles.end()) return role->second.title;
    if (const auto list = vocabulary.code_lists.find("parts-in-a-case"); list != vocabulary.code_lists.end())
        for (const auto& option : list->second)
            if (option.id == part) return option.label;
    std::string words = part;
    std::replace(words.begin(), words.end(), '-', ' ');
    if (!words.empty()) words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
    return words;
}

}  // namespace hearken::casework
