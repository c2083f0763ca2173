// Telephone numbers in guidance, as links.
#include "web/manual/markdown.hpp"

namespace hearken::web {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// How many characters from `start` are a telephone number: 999, or a number of ten or eleven figures that begins with
/// 0, single spaces allowed. 0 when none is there.
size_t number_length(std::string_view text, size_t start) {
    size_t figures = 0, end = start;
    for (size_t i = start; i < text.size() && figures <= 12; ++i) {
        if (is_digit(text[i])) {
            ++figures;
            end = i + 1;
        } else if (text[i] != ' ' || i + 1 >= text.size() || !is_digit(text[i + 1])) {
            break;
        }
    }
    if (text[start] == '0' && (figures == 10 || figures == 11)) return end - start;
    return text.substr(start, 3) == "999" && (start + 3 == text.size() || !is_digit(text[start + 3])) ? 3 : 0;
}

std::string figures_of(std::string_view number) {
    std::string figures;
    for (const char c : number)
        if (is_digit(c)) figures += c;
    return figures;
}

}  // namespace

Html with_telephone_links(std::string_view text) {
    Html out;
    size_t written = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        const bool begins = is_digit(text[i]) && (i == 0 || (!is_digit(text[i - 1]) && text[i - 1] != '.' && text[i - 1] != '+'));
        const size_t length = begins ? number_length(text, i) : 0;
        if (length == 0) continue;
        const auto number = text.substr(i, length);
        out << text.substr(written, i - written) << "<a class=\"govuk-link hearken-telephone\""_html;
        out.href("tel:" + figures_of(number)) << ">"_html << number << "</a>"_html;
        written = i + length;
        i = written - 1;
    }
    return out << text.substr(written);
}

}  // namespace hearken::web
