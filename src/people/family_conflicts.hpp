// Facts about a family that cannot all be true: flagged for a person to settle, never guessed away.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "people/person.hpp"
#include "people/relationship.hpp"

namespace hearken::people {

struct FamilyConflict {
    std::string code;              ///< stable: "two-birth-mothers", "responsibility-yes-and-no" …
    std::string text;              ///< what does not fit, without names
    std::vector<PersonId> people;  ///< whom it concerns
    bool operator==(const FamilyConflict&) const = default;
};

/// Everything that does not fit among what is recorded about `child`. `births` holds the birth of whoever's is known;
/// it may be empty.
std::vector<FamilyConflict> family_conflicts(const PersonId& child, const std::vector<Relationship>& relationships,
                                             const std::vector<ParentalResponsibility>& responsibilities,
                                             const std::map<PersonId, Birth>& births);

}  // namespace hearken::people
