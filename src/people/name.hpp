// One name of a person, as it was used from one day until another.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "people/checks.hpp"
#include "people/dates.hpp"

namespace hearken::people {

enum class NameType { Current, Birth, KnownAs, Alias, Previous };
std::string_view code_of(NameType type);   ///< "current", "birth", "known-as", "alias", "previous"
std::string_view label_of(NameType type);  ///< "Current name", …

/// Where a person has one name only, it stands in `given` or in `surname` and the other is empty. An unborn child
/// may have no given name.
struct Name {
    NameType type = NameType::Current;
    std::string given = {};
    std::string middle = {};
    std::string surname = {};
    /// The person writes the family name first, so `full()` does; lists sort by surname either way.
    bool surname_first = false;
    Period period = {};

    std::string full() const;      ///< "Given Middle Surname"
    std::string for_list() const;  ///< "SURNAME, Given Middle"
    bool operator==(const Name&) const = default;
};

/// The same name with given name and surname exchanged: records often hold them the wrong way round, so matching
/// and search try both.
Name swapped(Name name);

/// Spaces tidied in each part.
Name tidied(Name name);

/// Adds what is wrong with the name to `checks`, with fields "<prefix>.given" and so on.
void check_name(const Name& name, const std::string& prefix, bool given_may_be_blank, Checks& checks);

}  // namespace hearken::people
