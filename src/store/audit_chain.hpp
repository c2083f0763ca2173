// The one chain of audit lines: how a line's hash is made, and how lines are added.
#pragma once
#include <string>
#include <vector>

#include "store/audit.hpp"

namespace hearken::store {

/// Over every member, the persons in order, and the hash before.
std::string audit_hash(const AuditLine& line, const std::string& previous_hash);

/// Locks the head and adds the lines after it. Called last before a commit.
void chain_audit_lines(Transaction& transaction, std::vector<AuditLine>& lines);

/// The columns of audit_line that read_audit_line expects, in order; then previous_hash and hash.
extern const char kAuditColumns[];

}  // namespace hearken::store
