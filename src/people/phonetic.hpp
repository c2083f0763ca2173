// How alike two names sound or look.
#pragma once
#include <string>
#include <string_view>

namespace hearken::people {

/// The NYSIIS code of one word: Catherine and Katherine share theirs, and so do Mohammed and Muhammad.
/// The word is folded first; empty for a word without Latin letters.
std::string sound_of(std::string_view word);

/// Jaro-Winkler, 0 to 1: forgiving of small differences, more so after an equal beginning.
double likeness(std::string_view a, std::string_view b);

/// Damerau-Levenshtein (optimal string alignment): how many letters were added, left out, changed, or exchanged with
/// their neighbour.
int slips_between(std::string_view a, std::string_view b);

}  // namespace hearken::people
