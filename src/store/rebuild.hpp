// Recreating every read table from the events, and proving the ones in use equal.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "store/projection.hpp"

namespace hearken::store {

/// Finds the definition for a case by what its events say (procedure, version, overlays). May give null: the case is
/// then reported as one that cannot be recreated.
using DefinitionOf = std::function<CaseDefinition(const engine::CaseState&)>;

struct RebuildDifference {
    CaseId case_id;
    std::string table;
    std::string text;  ///< which row, and what differs, without the words of the record
};
struct RebuildReport {
    long cases = 0, events = 0;
    std::vector<RebuildDifference> differences;
    bool equal() const { return differences.empty(); }
};
using RebuildProgress = std::function<void(long cases_done, long cases_in_all)>;

enum class RebuildMode {
    Compare,  ///< report only: changes nothing
    Replace,  ///< write what the events say over what differs
};
/// Case by case, each on its own snapshot or transaction: the service may run meanwhile.
RebuildReport rebuild(Database& database, RebuildMode mode, const DefinitionOf& definition_of, const RebuildProgress& progress = {});

/// One case, inside a transaction (lawful erasure, a definition's correction).
void rebuild_case(Transaction& transaction, const CaseId& case_id, const DefinitionOf& definition_of);

}  // namespace hearken::store
