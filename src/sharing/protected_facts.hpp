// What may not leave for a certain reader: the places where somebody is hidden, and the people who were promised that
// their name would not be told.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "people/address.hpp"

namespace hearken::sharing {

/// The words of a protected address. Held only to look for them: nothing gives them out again.
struct ProtectedPlace {
    std::vector<std::string> lines;
    std::string postcode;
};

class ProtectedPlaces {
public:
    static ProtectedPlace of(const people::Address& address);
};

/// Somebody whose name is masked, and how they can be reached.
struct ProtectedPerson {
    std::string name;                     ///< "Joan Sampleton"; may be empty
    std::vector<std::string> telephones, emails;
};

struct ProtectedFacts {
    std::vector<ProtectedPlace> places;
    std::vector<ProtectedPerson> people;
    /// Surnames of the family and of others who may be named: such a surname alone gives nobody away.
    std::set<std::string> ordinary_surnames;

    bool empty() const { return places.empty() && people.empty(); }
};

/// Who is meant by what somebody typed into a box: "Joan Sampleton, next door, 01632 960 123, joan@example.org".
/// `names_a_person`: the box asks for a name; otherwise only telephone numbers and e-mail addresses are taken from it.
ProtectedPerson person_in(std::string_view typed, bool names_a_person);

}  // namespace hearken::sharing
