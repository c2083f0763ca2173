// Finding people by what somebody typed: the words a store indexes, and the words it is asked for.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/dates.hpp"
#include "people/identifier.hpp"
#include "people/person.hpp"

namespace hearken::people {

/// What to index of one person, as two texts of space-separated words fit for a full-text index: every name the
/// person has or had, in any order, hyphenated names in parts and whole; and the sounds of those words. An unborn
/// child, or one who was "Baby Harrow", is found by "baby".
struct NameIndex {
    std::string words;
    std::string sounds;
    bool operator==(const NameIndex&) const = default;
};
NameIndex name_index(const Person& person);

/// One thing typed. Finds a person whose `words` hold `word`, or a word that begins with it where `prefix`, or whose
/// `sounds` hold `sound`.
struct SearchTerm {
    std::string word;
    std::string sound;    ///< empty for words too short to sound
    bool prefix = false;  ///< the last word typed may be unfinished; an initial stands for any name it begins
    bool operator==(const SearchTerm&) const = default;
};

/// What was typed, taken apart. All terms must be found; a number or a birth date found in the text is looked up in
/// its own index and is no term.
struct NameSearch {
    std::vector<SearchTerm> terms = {};
    std::optional<Date> born = {};
    std::optional<Identifier> number = {};  ///< a UPN or an NHS number, where the check holds
    /// Nothing usable was typed: one letter alone would list half the county.
    bool too_short() const;
};

/// At most eight terms; the rest of a very long text is left out.
NameSearch parse_search(std::string_view typed);

/// How well an index entry answers: 0 not at all; higher is better (whole words above beginnings above sounds).
int answers(const NameSearch& search, const NameIndex& index);

}  // namespace hearken::people
