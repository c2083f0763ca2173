// The one gate through which everything passes that leaves an organisation: what it may not tell the recipient (a
// protected address, a masked referrer) is refused, or in an emergency left out. Internal to casework.
#pragma once
#include <optional>

#include "casework/case_record.hpp"
#include "sharing/protected_content.hpp"

namespace hearken::casework {

/// Who it is for. Neither organisation nor involvement: somebody outside, who may be told nothing protected.
struct OutwardTo {
    OrganisationId organisation;
    std::string involvement;          ///< people with this part in the case …
    std::vector<UserId> users;        ///< … who they are
};

/// What `sender` must keep from `to`, about these people and those around them.
sharing::ProtectedContent kept_from(World& world, store::Reading& reading, const OrganisationId& sender, const std::vector<PersonId>& about, const OutwardTo& to,
                                    const CaseRecord* in_case = nullptr);

/// Looks at what a command or what follows it is about to add to a case, before it is kept. Refuses with the field and the
/// remedy, never with the protected words; where `urgent`, takes them out of the events instead and adds a note that
/// it did (no urgent act is ever blocked).
Result<void> hold_back_protected(World& world, store::Reading& reading, const CaseRecord& record, std::vector<engine::Event>& decided, bool urgent);

/// After they are kept: a version that these events send to somebody must hold nothing protected from them. An urgent
/// act passes: the document itself then leaves the protected parts out (read_document).
Result<void> check_versions_sent(World& world, store::Reading& reading, const CaseRecord& record, const std::vector<engine::Event>& events, bool urgent);

/// Whom a version made for `involvement` reaches: an organisation with that relation, or people with that part.
OutwardTo readers_of(const CaseRecord& record, const std::string& involvement);

}  // namespace hearken::casework
