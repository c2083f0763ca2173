// What somebody without an account has typed so far in a form of several pages. The body comes sealed: the store never
// holds the key, which only the visitor's browser has.
#pragma once
#include <optional>
#include <string>

#include "core/id.hpp"
#include "core/instant.hpp"
#include "store/database.hpp"

namespace hearken::store {

struct VisitorDraft {
    std::string key_digest, body;
    Instant updated_at, expires_at;
};

/// Replaces the one of the same key.
void keep_visitor_draft(Transaction& transaction, const VisitorDraft& draft);
/// Nothing once it has expired.
std::optional<VisitorDraft> find_visitor_draft(Reading& reading, const std::string& key_digest, Instant now);
bool remove_visitor_draft(Transaction& transaction, const std::string& key_digest);
int remove_expired_visitor_drafts(Transaction& transaction, Instant now);

/// False where the reference was given before.
bool keep_public_reference(Transaction& transaction, const std::string& reference, const CaseId& in_case, Instant now);
std::optional<CaseId> case_of_public_reference(Reading& reading, const std::string& reference);

}  // namespace hearken::store
