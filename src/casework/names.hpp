// Names for the ids in a case: people, users, organisations; each looked up once for a page.
#pragma once
#include <map>
#include <string>

#include "casework/world.hpp"
#include "core/id.hpp"
#include "store/database.hpp"

namespace hearken::casework {

/// Lives as long as the reading it was made with. Unknown ids give "somebody not held here", never an empty line.
class Names {
public:
    explicit Names(store::Reading& reading) : reading_(reading) {}
    /// Looks these people up at once, before a list names them one by one.
    void know_people(const std::vector<PersonId>& ids);
    const std::string& of_person(const PersonId& id);       ///< "Maya Testwell"
    const std::string& for_list(const PersonId& id);        ///< "TESTWELL, Maya"
    const std::string& of_user(const UserId& id);           ///< empty id: "Hearken" (the system by itself)
    const std::string& of_organisation(const OrganisationId& id);
    /// A user's, a person's or an organisation's, whichever the text is the id of.
    std::string of_anyone(const std::string& id);

private:
    store::Reading& reading_;
    std::map<std::string, std::string> people_, listed_, users_, organisations_;
};

}  // namespace hearken::casework
