// Finding candidates by key. What the keys are, and how candidates are ranked, is people's business (name_search,
// matching); whether the reader may see a candidate is access's: pass what is found through visible_persons.
#pragma once
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/instant.hpp"
#include "store/database.hpp"

namespace hearken::store {

struct PersonByKeys {
    PersonId person;
    int keys_shared = 0;
};

/// Persons under any of the keys, those that share most keys first; at most `limit`. Each key is asked for apart and
/// none is read beyond `most_per_key` rows, so that a very common key costs no more than a rare one.
struct KeySearch {
    std::vector<PersonByKeys> found;
    bool too_common = false;  ///< a key had more rows than were read: the search must say that it may have missed some
};
KeySearch persons_under_keys(Reading& reading, const std::vector<std::string>& keys, int limit = 100, int most_per_key = 2000);

/// "Not the same": remembered with who and why, in either order, and never proposed again.
void decide_not_the_same(Transaction& transaction, const PersonId& one, const PersonId& other, const UserId& by, Instant now,
                         const std::string& reason);
bool decided_not_the_same(Reading& reading, const PersonId& one, const PersonId& other);
std::vector<PersonId> not_the_same_as(Reading& reading, const PersonId& person);

}  // namespace hearken::store
