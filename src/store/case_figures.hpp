// The cases of one procedure that an organisation owns, as whoever counts them needs them: no person, no title. Three queries,
// whatever their number.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/instant.hpp"
#include "engine/answers.hpp"
#include "store/database.hpp"

namespace hearken::store {

struct CountedCase {
    CaseId id;
    std::string version, state, outcome;
    Instant opened_at;
    std::optional<Instant> closed_at;
    std::map<std::string, std::string> kind_of_side;  ///< relation → the kind of organisation that has it
    std::map<std::string, engine::Answers> forms;     ///< as last saved, unless erased; forms for one child are left out
    std::map<std::string, std::string> facts;         ///< of the case as a whole
    std::set<std::string> stages;                     ///< every one entered
};

/// Those opened from `from` until before `until`, oldest first.
std::vector<CountedCase> cases_to_count(Reading& reading, const OrganisationId& owner, const std::string& procedure, Instant from, Instant until);

}  // namespace hearken::store
