#include "sharing/compact_text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "people/text.hpp"

namespace hearken::sharing {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

/// Long to short. The short form is what both sides are compared in, so that an ambiguous one ("st") does no harm.
constexpr std::array<Pair, 40> kShort = {{
    {"road", "rd"}, {"street", "st"}, {"saint", "st"}, {"avenue", "av"}, {"ave", "av"}, {"close", "cl"}, {"lane", "ln"}, {"drive", "dr"},
    {"court", "ct"}, {"crescent", "cres"}, {"place", "pl"}, {"square", "sq"}, {"terrace", "ter"}, {"terr", "ter"}, {"gardens", "gdns"},
    {"garden", "gdns"}, {"grove", "gr"}, {"house", "hse"}, {"apartment", "apt"}, {"flat", "apt"}, {"unit", "apt"}, {"mount", "mt"},
    {"north", "n"}, {"south", "s"}, {"one", "1"}, {"two", "2"}, {"three", "3"}, {"four", "4"}, {"five", "5"}, {"six", "6"}, {"seven", "7"},
    {"eight", "8"}, {"nine", "9"}, {"ten", "10"}, {"eleven", "11"}, {"twelve", "12"}, {"thirteen", "13"}, {"fourteen", "14"},
    {"fifteen", "15"}, {"sixteen", "16"},
}};

constexpr std::array<std::string_view, 26> kEndsAPlace = {"rd",   "st",  "av",    "cl",      "ln",   "dr",    "ct",   "cres", "pl",
                                                          "sq",   "ter", "gdns",  "gr",      "hse",  "way",   "row",  "walk", "hill",
                                                          "mews", "lodge", "hall", "cottage", "farm", "villa", "park", "view"};
constexpr std::array<std::string_view, 12> kFillers = {"no", "nr", "number", "on", "of", "at", "the", "in", "near", "and", "is", "off"};

std::string short_form(std::string word) {
    for (const auto& [whole, brief] : kShort)
        if (word == whole) return std::string(brief);
    // Written together, "larchroad": only the words that end a street are looked for, and both sides lose them alike.
    for (const auto& [whole, brief] : kShort)
        if (whole.size() >= 4 && word.size() > whole.size() + 1 && ends_a_place(std::string(brief)) && word.ends_with(whole))
            return word.substr(0, word.size() - whole.size()) + std::string(brief);
    return word;
}

/// How many bytes the character at `at` takes, as far as the bytes are UTF-8; one where they are not.
size_t character_length(std::string_view text, size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const size_t length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
    if (at + length > text.size()) return 1;
    for (size_t i = 1; i < length; ++i)
        if ((static_cast<unsigned char>(text[at + i]) & 0xC0) != 0x80) return 1;
    return length;
}

/// U+FF01 to U+FF5E are the ordinary characters, written wide.
std::string narrowed(std::string_view character) {
    if (character.size() == 3 && static_cast<unsigned char>(character[0]) == 0xEF) {
        const unsigned code = (static_cast<unsigned char>(character[1]) & 0x3FU) << 6 | (static_cast<unsigned char>(character[2]) & 0x3FU) | 0xF000U;
        if (code >= 0xFF01U && code <= 0xFF5EU) return std::string(1, static_cast<char>(code - 0xFEE0U));
    }
    return std::string(character);
}

bool is_combining_mark(std::string_view character) {
    return character.size() == 2 && ((static_cast<unsigned char>(character[0]) == 0xCC) ||
                                     (static_cast<unsigned char>(character[0]) == 0xCD && static_cast<unsigned char>(character[1]) < 0xB0));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void add_word(CompactText& text, const Word& word, size_t number) {
    // A word that kept its length letter by letter is measured by letter, so that only what matches is taken out.
    const bool letter_by_letter = word.until - word.from == word.letters.size();
    for (size_t i = 0; i < word.letters.size(); ++i) {
        text.letters += word.letters[i];
        text.word.push_back(number);
        text.from.push_back(letter_by_letter ? word.from + i : word.from);
        text.until.push_back(letter_by_letter ? word.from + i + 1 : word.until);
        const bool changes_before = i > 0 && is_digit(word.letters[i]) != is_digit(word.letters[i - 1]);
        const bool changes_after = i + 1 < word.letters.size() && is_digit(word.letters[i]) != is_digit(word.letters[i + 1]);
        text.begins.push_back(i == 0 || changes_before);
        text.ends.push_back(i + 1 == word.letters.size() || changes_after);
    }
}

}  // namespace

bool ends_a_place(const std::string& word) { return std::find(kEndsAPlace.begin(), kEndsAPlace.end(), word) != kEndsAPlace.end(); }

bool is_filler(const std::string& word) { return std::find(kFillers.begin(), kFillers.end(), word) != kFillers.end(); }

std::vector<Word> words_in(std::string_view text) {
    std::vector<Word> words;
    Word word;
    const auto finish = [&] {
        if (word.letters.empty()) return;
        word.letters = short_form(std::move(word.letters));
        words.push_back(std::move(word));
        word = {};
    };
    for (size_t at = 0; at < text.size();) {
        const size_t length = character_length(text, at);
        const auto character = text.substr(at, length);
        const std::string plain = people::folded(narrowed(character));
        if (!plain.empty()) {
            if (word.letters.empty()) word.from = at;
            word.letters += plain;
            word.until = at + length;
        } else if (is_combining_mark(character) && !word.letters.empty()) {
            word.until = at + length;
        } else {
            finish();
        }
        at += length;
    }
    finish();
    return words;
}

CompactText compact(const std::vector<Word>& words, Fillers fillers) {
    CompactText text;
    for (size_t i = 0; i < words.size(); ++i)
        if (fillers == Fillers::Keep || !is_filler(words[i].letters)) add_word(text, words[i], i);
    return text;
}

std::string compact_key(std::string_view text, Fillers fillers) { return compact(words_in(text), fillers).letters; }

}  // namespace hearken::sharing
