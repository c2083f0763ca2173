// The people a school may ring about a child, as they are kept: persons related to the child, whose relationship says
// in its note how the school's own list has them. Internal to casework.
#pragma once
#include <optional>
#include <vector>

#include "people/roster.hpp"
#include "store/database.hpp"

namespace hearken::casework {

struct HeldContact {
    people::RosterContact contact;
    people::Relationship relationship;  ///< "person is the … of the child"
};
/// Those on the school's list.
std::vector<HeldContact> contacts_of(store::Reading& reading, const PersonId& child);

/// The note that keeps a contact's telephone, e-mail and relationship as the school writes it.
std::string contact_note(const people::RosterContact& contact);
/// The same relationship when the school's list has the person no longer: nobody stops being a mother.
std::string note_without_contact(const std::string& note);

}  // namespace hearken::casework
