// Whether two records are of one person: a suggestion with its reasons, for a person to decide. Records are never
// merged; "not the same" is remembered and excludes.
#pragma once
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "people/address.hpp"
#include "people/identifier.hpp"
#include "people/person.hpp"

namespace hearken::people {

/// What matching compares of one record, folded once. Make it with match_subject.
struct MatchSubject {
    struct ComparedName {
        std::string given;
        std::string surname;
        bool operator==(const ComparedName&) const = default;
    };
    PersonId id = {};
    std::vector<ComparedName> names = {};
    Birth birth = {};
    Sex sex = Sex::NotKnown;
    std::vector<Identifier> identifiers = {};
    std::vector<std::string> postcodes = {};
    std::vector<std::string> places = {};          ///< folded lines of addresses: street, town
    std::vector<std::string> contact_points = {};  ///< folded e-mail addresses and telephone numbers
};

/// Protected addresses take no part: "the postcode agrees" would give a refuge away to whoever typed a guess.
MatchSubject match_subject(const Person& person, std::vector<Identifier> identifiers,
                           const std::vector<Address>& addresses, const std::vector<std::string>& contact_points = {});

/// Keys that records of one person are likely to share, for a store to index: two records sharing none are not
/// compared. Names by sound with the year of birth and in pairs, birth dates (day and month in either order),
/// identifiers, the beginning of a name with a postcode, contact points.
std::vector<std::string> match_keys(const MatchSubject& subject);

enum class MatchVerdict { Same, Possible, Different };
std::string_view code_of(MatchVerdict verdict);  ///< "same", "possible", "different"

/// One comparison. `weight` is in bits: log2 of how much likelier this is between records of one person than between
/// records of two. Blank on either side weighs nothing and gives no reason.
struct MatchReason {
    std::string feature;  ///< "name", "birth", "sex", "identifier", "address", "contact", "caution"
    double weight = 0;
    std::string words;    ///< says what agrees or differs, never the values themselves
};

struct Match {
    PersonId candidate = {};
    MatchVerdict verdict = MatchVerdict::Different;
    double score = 0;
    std::vector<MatchReason> reasons = {};
};

/// At or above: the same person. The gap between the two is for a person to look at.
inline constexpr double kSameFrom = 12.5;
inline constexpr double kPossibleFrom = 6.5;

Match compare(const MatchSubject& a, const MatchSubject& b);

/// The verdict and every reason, as sentences.
std::vector<std::string> explain(const Match& match);

/// Pairs that somebody has decided are not the same person.
class NotTheSame {
public:
    void add(const PersonId& a, const PersonId& b) { pairs_.insert(ordered(a, b)); }
    bool contains(const PersonId& a, const PersonId& b) const { return pairs_.contains(ordered(a, b)); }

private:
    static std::pair<PersonId, PersonId> ordered(const PersonId& a, const PersonId& b) {
        return a < b ? std::pair{a, b} : std::pair{b, a};
    }
    std::set<std::pair<PersonId, PersonId>> pairs_;
};

/// Those of `candidates` that are, or may be, the same person as `subject`, best first.
std::vector<Match> find_matches(const MatchSubject& subject, const std::vector<MatchSubject>& candidates,
                                const NotTheSame& not_the_same);

}  // namespace hearken::people
