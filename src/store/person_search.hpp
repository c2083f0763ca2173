// Finding people: by what somebody typed, inside what they may see, and by the keys under which two records of one
// person meet. How candidates are ranked is people's business (name_search, matching).
#pragma once
#include <string>
#include <vector>

#include "access/access.hpp"
#include "core/id.hpp"
#include "core/instant.hpp"
#include "people/name_search.hpp"
#include "store/database.hpp"
#include "store/visible.hpp"

namespace hearken::store {

struct SearchedPersons {
    std::vector<SeenPerson> found;  ///< all that this reader may see at all; not yet ranked
    bool cut_short = false;         ///< there are more: the search must say so and ask for more words, never "not known"
};
/// Persons who answer every term (and the birth date and number, where given) and whom this reader may see. Who is
/// beyond the reader's reach is left out by the query itself, so that a common name in the county does not crowd out
/// the one pupil of their school. `today` is "2026-04-02".
SearchedPersons search_persons(Reading& reading, const access::Actor& actor, const people::NameSearch& search, const std::string& today,
                               int limit = 100);

struct PersonByKeys {
    PersonId person;
    int keys_shared = 0;
};
struct KeySearch {
    std::vector<PersonByKeys> found;
    bool too_common = false;  ///< a key had more rows than were read: a match may have been missed
};
/// Persons under any of these people::match_keys, those that share most first; at most `limit`. None of the keys is
/// read beyond `most_per_key` rows, so that a very common key costs no more than a rare one.
KeySearch persons_under_keys(Reading& reading, const std::vector<std::string>& match_keys, int limit = 100, int most_per_key = 2000);

/// "Not the same": remembered with who and why, in either order, and never proposed again.
void decide_not_the_same(Transaction& transaction, const PersonId& one, const PersonId& other, const UserId& by, Instant now,
                         const std::string& reason);
bool decided_not_the_same(Reading& reading, const PersonId& one, const PersonId& other);
std::vector<PersonId> not_the_same_as(Reading& reading, const PersonId& person);

}  // namespace hearken::store
