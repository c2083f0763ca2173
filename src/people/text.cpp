#include "people/text.hpp"

#include <algorithm>

namespace hearken::people {

namespace {

constexpr char32_t kMalformed = 0xFFFFFFFF;

/// Takes one code point off the front; kMalformed (and one byte) where the bytes are not UTF-8.
char32_t take_code_point(std::string_view& text) {
    const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    size_t length = 1;
    char32_t code = lead;
    char32_t smallest = 0;
    if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4, code = lead & 0x07, smallest = 0x10000;
    } else if (lead >= 0xE0) {
        length = 3, code = lead & 0x0F, smallest = 0x800;
    } else if (lead >= 0xC2) {
        length = 2, code = lead & 0x1F, smallest = 0x80;
    }
    const bool bad_lead = (lead >= 0x80 && lead < 0xC2) || lead > 0xF4;
    if (bad_lead || text.size() < length) {
        text.remove_prefix(1);
        return kMalformed;
    }
    for (size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80) {
            text.remove_prefix(1);
            return kMalformed;
        }
        code = (code << 6) | (byte(i) & 0x3F);
    }
    if (code < smallest || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
        text.remove_prefix(1);
        return kMalformed;
    }
    text.remove_prefix(length);
    return code;
}

void append_code_point(std::string& out, char32_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | (code >> 6));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0 | (code >> 12));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (code >> 18));
        out += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

bool is_space(char32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 ||
           c == 0xFEFF;
}

bool is_apostrophe_or_stop(char32_t c) {
    return c == '\'' || c == '.' || c == '`' || c == 0xB4 || c == 0x2018 || c == 0x2019 || c == 0x201B ||
           c == 0x02B9 || c == 0x02BB || c == 0x02BC || c == 0x02C8 || c == 0x2032 || c == 0xFF07;
}

bool is_combining(char32_t c) { return (c >= 0x300 && c <= 0x36F) || (c >= 0x1AB0 && c <= 0x1AFF); }

// The plain letter of every character from U+00C0 to U+024F and from U+1E00 to U+1EFF, from the Unicode
// decompositions; '*' stands for two letters (see two_letters), '?' for a mark or a letter with no plain form.
constexpr std::string_view kLatinFromC0 =
    "aaaaaa*ceeeeiiiidnooooo?ouuuuy**aaaaaa*ceeeeiiiidnooooo?ouuuuy*y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkkllllll?"
    "?llnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    "???????????????e??f?????????????oo?????????????uu???????????????"
    "????*********aaiioouuuuuuuuuueaaaa**??ggkkoooo??j***gg??nnaa**oo"
    "aaaaeeeeiiiioooorrrruuuusstt??hh??????aaeeooooooooyy????????????"
    "????????????????";
constexpr std::string_view kLatinFrom1E00 =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy?s??*?aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";
static_assert(kLatinFromC0.size() == 0x250 - 0xC0 && kLatinFrom1E00.size() == 0x100);

std::string_view two_letters(char32_t c) {
    switch (c) {
        case 0xC6: case 0xE6: case 0x1E2: case 0x1E3: case 0x1FC: case 0x1FD: return "ae";
        case 0xDE: case 0xFE: return "th";
        case 0xDF: case 0x1E9E: return "ss";
        case 0x132: case 0x133: return "ij";
        case 0x152: case 0x153: return "oe";
        case 0x1C7: case 0x1C8: case 0x1C9: return "lj";
        case 0x1CA: case 0x1CB: case 0x1CC: return "nj";
        default: return "dz";
    }
}

bool is_unicode_punctuation(char32_t c) {
    return (c >= 0x80 && c < 0xC0) || c == 0xD7 || c == 0xF7 || (c >= 0x2010 && c <= 0x206F) ||
           (c >= 0x3001 && c <= 0x3003) || (c >= 0xFF00 && c <= 0xFF0F);
}

/// Cyrillic and Greek capitals to small; everything else as it is.
char32_t small_letter(char32_t c) {
    if (c >= 0x410 && c <= 0x42F) return c + 0x20;
    if (c >= 0x400 && c <= 0x40F) return c + 0x50;
    if (c >= 0x391 && c <= 0x3A9) return c + 0x20;
    return c;
}

char32_t capital_letter(char32_t c) {
    if (c >= 'a' && c <= 'z') return c - 0x20;
    if (c >= 0xE0 && c <= 0xFE && c != 0xF7) return c - 0x20;
    if (c == 0xFF) return 0x178;
    if (c == 0x131) return 'I';
    const bool capital_is_even = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) ||
                                 (c >= 0x200 && c <= 0x233) || (c >= 0x1E00 && c <= 0x1E95) ||
                                 (c >= 0x1EA0 && c <= 0x1EFF);
    if (capital_is_even) return c & ~char32_t{1};
    const bool capital_is_odd = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if (capital_is_odd) return c % 2 == 0 ? c - 1 : c;
    if (c >= 0x430 && c <= 0x44F) return c - 0x20;
    if (c >= 0x450 && c <= 0x45F) return c - 0x50;
    if (c >= 0x3B1 && c <= 0x3C9 && c != 0x3C2) return c - 0x20;
    return c;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
    while (!text.empty())
        if (take_code_point(text) == kMalformed) return false;
    return true;
}

bool has_control_characters(std::string_view text) {
    while (!text.empty()) {
        const char32_t c = take_code_point(text);
        if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
            return true;
    }
    return false;
}

size_t length_in_characters(std::string_view text) {
    size_t count = 0;
    for (; !text.empty(); ++count) take_code_point(text);
    return count;
}

std::string tidy(std::string_view text) {
    std::string out;
    bool space_waiting = false;
    while (!text.empty()) {
        const std::string_view before = text;
        const char32_t c = take_code_point(text);
        if (c != kMalformed && is_space(c)) {
            space_waiting = !out.empty();
            continue;
        }
        if (space_waiting) out += ' ';
        space_waiting = false;
        out += before.substr(0, before.size() - text.size());
    }
    return out;
}

std::string folded(std::string_view text) {
    std::string out;
    const auto space = [&] {
        if (!out.empty() && out.back() != ' ') out += ' ';
    };
    const auto latin = [&](std::string_view table, char32_t first, char32_t c) {
        const char plain = table[c - first];
        if (plain == '*') out += two_letters(c);
        else if (plain == '?') append_code_point(out, c);
        else out += plain;
    };
    while (!text.empty()) {
        const char32_t c = take_code_point(text);
        if (c == kMalformed || is_apostrophe_or_stop(c) || is_combining(c)) continue;
        if (c >= 'A' && c <= 'Z') out += static_cast<char>(c + 0x20);
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += static_cast<char>(c);
        else if (c < 0x80 || is_space(c) || is_unicode_punctuation(c)) space();
        else if (c >= 0xC0 && c < 0x250) latin(kLatinFromC0, 0xC0, c);
        else if (c >= 0x1E00 && c < 0x1F00) latin(kLatinFrom1E00, 0x1E00, c);
        else append_code_point(out, small_letter(c));
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::vector<std::string> folded_words(std::string_view text) {
    const std::string plain = folded(text);
    std::vector<std::string> words;
    for (size_t at = 0; at < plain.size();) {
        const size_t end = std::min(plain.find(' ', at), plain.size());
        words.push_back(plain.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::string upper_case(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const char32_t c = take_code_point(text);
        if (c == kMalformed) continue;
        if (c == 0xDF) out += "SS";
        else append_code_point(out, capital_letter(c));
    }
    return out;
}

std::string letters_and_digits(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c >= 'a' && c <= 'z') out += static_cast<char>(c - 0x20);
        else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) out += c;
    }
    return out;
}

}  // namespace hearken::people
