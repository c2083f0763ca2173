#include "people/checks.hpp"

#include <fmt/format.h>

#include "people/text.hpp"

namespace hearken::people {

void Checks::plain_text(std::string_view text, std::string_view what, size_t most_characters,
                        const std::string& field) {
    if (!is_valid_utf8(text)) {
        wrong("unreadable", fmt::format("{} has characters that cannot be read. Type it again.", what), field);
        return;
    }
    if (has_control_characters(text))
        wrong("control-characters",
              fmt::format("{} has hidden control characters in it. Type it again instead of pasting it.", what), field);
    if (length_in_characters(text) > most_characters)
        wrong("too-long", fmt::format("{} must be {} characters or fewer.", what, most_characters), field);
}

void Checks::lines_of_text(std::string_view text, std::string_view what, size_t most_characters,
                           const std::string& field) {
    std::string one_line(text);
    for (char& c : one_line)
        if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    plain_text(one_line, what, most_characters, field);
}

}  // namespace hearken::people
