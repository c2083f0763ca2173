// Notices in the product: to a user, or to whoever holds a role at an organisation. E-mail says only that one waits.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/instant.hpp"
#include "store/database.hpp"
#include "store/paging.hpp"

namespace hearken::store {

struct StoredNotice {
    std::string id;
    EventId event;
    CaseId case_id;
    std::string notice;  ///< of the definition
    std::string text;
    OrganisationId organisation;
    std::string role;
    UserId user;
    PersonId person;
    Instant created_at;
    std::optional<Instant> read_at;
    UserId read_by;
    std::string silenced_by;  ///< the prohibition that stopped it; it is then shown to nobody
    std::optional<Instant> escalated_at;
};

void add_notice(Transaction& transaction, const StoredNotice& notice);
/// To this user, or to one of these roles at this organisation; not silenced; newest first.
Paged<StoredNotice> notices_for(Reading& reading, const UserId& user, const OrganisationId& organisation,
                                const std::set<std::string>& roles, bool unread_only, const Page& page);
Count count_unread_notices(Reading& reading, const UserId& user, const OrganisationId& organisation,
                           const std::set<std::string>& roles, long limit = 100);
std::optional<StoredNotice> find_notice(Reading& reading, const std::string& id);
/// False when it was read before.
bool mark_notice_read(Transaction& transaction, const std::string& id, const UserId& by, Instant now);
/// False when it was escalated before, or read: two servers never escalate twice.
bool mark_notice_escalated(Transaction& transaction, const std::string& id, Instant now);
/// A prohibition set later silences what still waits.
int silence_unread_notices(Transaction& transaction, const PersonId& person, const std::string& prohibition,
                           const std::vector<std::string>& notices);
std::vector<StoredNotice> notices_of_case(Reading& reading, const CaseId& case_id);

}  // namespace hearken::store
