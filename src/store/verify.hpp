// Finding whatever was changed behind the product's back: `hearken audit verify`.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "store/database.hpp"

namespace hearken::store {

struct Finding {
    enum class Where { Storage, CaseEvents, Audit } where = Where::CaseEvents;
    std::string subject;  ///< case id, or audit line number
    std::string text;     ///< what was found, in words, without the words of the record
};
struct VerifyReport {
    long cases = 0, events = 0, erased = 0, audit_lines = 0;
    std::vector<Finding> findings;
    std::string audit_head;  ///< the newest hash: written down elsewhere, it shows later that nothing before it changed
    bool sound() const { return findings.empty(); }
};

/// Walks the file itself, every case's chain, payloads, heads and erasures, and the audit chain, in constant memory.
/// Finds every event or audit line that was changed, removed, reordered or added.
VerifyReport verify(Database& database, const std::function<void(const std::string& doing, long done)>& progress = {});

}  // namespace hearken::store
