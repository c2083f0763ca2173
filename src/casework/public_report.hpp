// A report from somebody without an account: what they have typed so far, sending it, and the reference they are given.
// Nothing of it can be read with the database alone: drafts are sealed with a key that only the visitor's browser holds.
#pragma once
#include <chrono>
#include <optional>
#include <string>

#include "access/access.hpp"
#include "casework/cases.hpp"
#include "casework/world.hpp"

namespace hearken::casework {

inline constexpr char kPublicConcern[] = "public-concern";  ///< the procedure that the public's pages open

/// Counted from the last page sent, so that nobody loses what they are still writing.
inline constexpr std::chrono::minutes kVisitorDraftLasts{60};

std::string new_visitor_key();
void keep_visitor_draft(World& world, const std::string& key, const std::string& text);
/// Nothing when there is none of this key, or it has expired.
std::optional<std::string> find_visitor_draft(World& world, const std::string& key);

/// Opens the record and, with it, the referral to children's social care. Gives the reference: "PR-7K4M-2Q9". The same
/// visitor key sends once only, and gets the same reference again.
Result<std::string> send_public_report(World& world, const std::string& visitor_key, const NewSubject& child, engine::Answers answers);

/// The case behind a reference that a caller names, as far as this reader may know of it.
Result<CaseId> case_of_reference(World& world, const access::Actor& actor, const std::string& reference);

}  // namespace hearken::casework
