// Finds what is protected in words that are about to leave, however it is written: in any case, spacing and
// punctuation, with or without accents, "Rd" for "Road", "(at)" for "@".
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sharing/protected_facts.hpp"

namespace hearken::sharing {

enum class ProtectedKind { Address, Person, Telephone, Email };
/// "a protected address", "the name of somebody who was promised that it would not be told": what a refusal may say.
std::string_view words_for(ProtectedKind kind);

/// Where in the text: bytes `from` up to, not with, `until`.
struct Finding {
    ProtectedKind kind = ProtectedKind::Address;
    size_t from = 0, until = 0;
    bool operator==(const Finding&) const = default;
};

/// Made once from the facts, then used for every text of one act.
class ProtectedContent {
public:
    explicit ProtectedContent(const ProtectedFacts& facts);

    bool watches_for_nothing() const { return words_.empty() && numbers_.empty(); }
    /// Every finding, in the order of the text; overlapping ones are joined.
    std::vector<Finding> in(std::string_view text) const;
    bool is_in(std::string_view text) const { return !in(text).empty(); }
    /// The text with each finding replaced by kLeftOut. Nothing is found in what it gives.
    std::string left_out(std::string_view text) const;

private:
    struct Key {
        ProtectedKind kind;
        std::string letters;    ///< compact: letters and digits only, in short forms
        enum class Where { Words, OneWord, Anywhere } where = Where::Words;  ///< OneWord: "May a" is not Maya; Anywhere: postcodes
    };
    void add_place(const ProtectedPlace& place);
    void add_person(const ProtectedPerson& person, const std::set<std::string>& ordinary_surnames);
    void add(ProtectedKind kind, std::string letters, size_t at_least, Key::Where where = Key::Where::Words);

    std::vector<Key> words_;
    std::vector<std::string> numbers_;  ///< telephone numbers: digits without the leading 0
};

inline constexpr std::string_view kLeftOut = "[left out: protected]";

}  // namespace hearken::sharing
