#include "casework/unfilled_prompts.hpp"

#include <regex>

namespace hearken::casework {

std::vector<std::string> unfilled_prompts(const std::string& text) {
    // Brackets of template authors, a line to write on, and the words that stand where an answer is missing.
    static const std::regex kPrompt(R"((\[[^\]\n]{1,80}\]|<[^>\n]{1,80}>|\{[^}\n]{1,80}\}|_{3,}|\.{5,}|\b[xX]{3,}\b|\bTB[CA]\b|\bto be (?:confirmed|completed)\b|\b(?:delete|amend) as (?:appropriate|necessary)\b|\binsert (?:name|number|details|here)[^.\n]{0,40}))",
                                    std::regex::icase);
    std::vector<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), kPrompt), end; at != end; ++at) found.push_back(at->str());
    return found;
}

}  // namespace hearken::casework
