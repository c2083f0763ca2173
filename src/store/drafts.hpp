// What somebody was typing, kept at every pause: survives expiry, reload and another machine. A draft belongs to one
// person and one form of one thing, and never turns up in another.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/instant.hpp"
#include "store/database.hpp"

namespace hearken::store {

struct Draft {
    DraftId id;
    UserId user;
    std::string form_key;  ///< e.g. "case/ID/task/ID/child/ID"
    std::string body;
    std::optional<int> based_on_revision;
    Instant updated_at;
};

/// Replaces the one under the same user and form_key, whose id it keeps; gives the draft as it now is.
Draft keep_draft(Transaction& transaction, Draft draft);
std::optional<Draft> find_draft(Reading& reading, const UserId& user, const std::string& form_key);
std::vector<Draft> drafts_of(Reading& reading, const UserId& user);  ///< newest first
bool remove_draft(Transaction& transaction, const UserId& user, const std::string& form_key);

}  // namespace hearken::store
