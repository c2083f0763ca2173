// A text as it is compared: only its letters and digits, in small plain letters and short forms, each with its place in
// the original. Internal to sharing.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace hearken::sharing {

/// One word in the text, in its short form: "Road" is "rd", "two" is "2".
struct Word {
    std::string letters;
    size_t from = 0, until = 0;  ///< bytes of the original
};
std::vector<Word> words_in(std::string_view text);

/// True for "rd", "st", "house" and the like: the last word of where somebody lives.
bool ends_a_place(const std::string& word);
/// True for the short words between: "at", "number", "on".
bool is_filler(const std::string& word);

/// The words run together, so that neither spacing nor hyphens matter.
struct CompactText {
    std::string letters;
    std::vector<size_t> from, until;         ///< of each letter: the bytes of the word it belongs to, or its own
    std::vector<bool> begins, ends;          ///< whether a word may begin, or end, at this letter
    std::vector<size_t> word;                ///< which word it belongs to
};
enum class Fillers { Keep, Drop };
CompactText compact(const std::vector<Word>& words, Fillers fillers);

/// Plain letters and digits of a key, as compact() would write them.
std::string compact_key(std::string_view text, Fillers fillers);

}  // namespace hearken::sharing
