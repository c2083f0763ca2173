// The single comparisons that matching adds up: names, births, identifiers.
#pragma once
#include "people/matching.hpp"

namespace hearken::people {

/// How two written names compare, blank being neither.
enum class Likeness { Blank, Same, Slip, Sound, Part, Initial, Faint, Different };
Likeness compare_words(const std::string& a, const std::string& b);

struct NameComparison {
    Likeness given = Likeness::Blank;
    Likeness surname = Likeness::Blank;
    bool exchanged = false;  ///< one record has given name and surname the other way round
    double weight = 0;
};
/// The best agreement among all names of both records, in either order.
NameComparison compare_names(const MatchSubject& a, const MatchSubject& b);

enum class BirthLikeness { Blank, Same, DayMonthSwapped, OneDigit, FewDays, SameDayAndMonth, SameYear, Plausible, Different };
BirthLikeness compare_births(const Birth& a, const Birth& b);

enum class IdentifierLikeness { Blank, Same, SameAsFormer, Contradict };
IdentifierLikeness compare_identifiers(const std::vector<Identifier>& a, const std::vector<Identifier>& b);

}  // namespace hearken::people
