// Telling those whom a clock's rule names: involvements, roles, or "role@relation". Internal to casework.
#pragma once
#include "casework/case_record.hpp"
#include "store/notices.hpp"

namespace hearken::casework {

/// A notice in the product, and an e-mail that says only that something waits.
void add_notice(World& world, store::Transaction& transaction, store::StoredNotice notice);

/// `notice` to each of `to`; a role alone is meant at the organisation with `relation` to the case.
void alert(World& world, store::Transaction& transaction, const CaseRecord& record, const std::vector<std::string>& to, const std::string& relation,
           store::StoredNotice notice);

}  // namespace hearken::casework
