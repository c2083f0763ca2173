// A genogram: the people around a child and how they are related, as a drawing for Graphviz. Pure: it is given what may
// be shown, and writes the source of the drawing.
#pragma once
#include <string>
#include <vector>

#include "people/characteristics.hpp"
#include "people/relationship.hpp"

namespace hearken::people {

struct GenogramPerson {
    PersonId id = {};
    std::string name = {};        ///< as it is to be shown: "A carer (name withheld)" in a view for the family
    std::string about = {};       ///< a second line: age, "due 3 March 2027", "died 3 March 2026"
    Sex sex = Sex::NotKnown;
    bool unborn = false, died = false;
    bool is_the_child = false;    ///< whom the drawing is about
};

struct GenogramHousehold {
    std::string name = {};        ///< "Household 1"; never an address
    std::vector<PersonId> members = {};
};

struct Genogram {
    std::vector<GenogramPerson> people = {};
    std::vector<Relationship> relationships = {};  ///< between these people; others are passed over
    std::vector<GenogramHousehold> households = {};
    Date today = {};
};

/// Graphviz' language, for `dot`. By the usual signs: a woman or girl is a circle, a man or boy a square, not known a
/// diamond, a child not yet born a triangle; a double line round the child it is about; a cross in whoever has died. Parents stand
/// above their children, joined through a point between them, so that half-brothers and half-sisters hang from different
/// points; a relationship that ended is dashed; step, foster and guardian lines are dotted; a household is an outline.
/// Siblings of whom no parent is known are joined by a line that says so: nothing is guessed.
std::string dot_of(const Genogram& genogram);

/// The same for whoever cannot see the drawing: one sentence for each person and household.
std::vector<std::string> in_words(const Genogram& genogram);

}  // namespace hearken::people
