// A case file from a row. Only .cpp files of this module include it.
#pragma once
#include <string>

#include "store/cases.hpp"
#include "store/sql.hpp"

namespace hearken::store {

inline const std::string kCaseFileColumns =
    "c.id, c.procedure, c.version, c.title, c.owner_id, c.team_id, c.stages, c.state, c.outcome, c.restricted, c.opened_at, c.received_at, c.closed_at, "
    "c.opened_by, c.area, c.last_sequence";

inline CaseFile case_file_of(const Row& row) {
    CaseFile f;
    std::string stages;
    row.into(f.id, f.procedure, f.version, f.title, f.owner, f.team, stages, f.state, f.outcome, f.restricted, f.opened_at, f.received_at, f.closed_at,
             f.opened_by, f.area, f.last_sequence);
    for (const std::string& stage : split_words(stages)) {
        const size_t colon = stage.find(':');
        if (colon != std::string::npos) f.stages[stage.substr(0, colon)] = stage.substr(colon + 1);
    }
    return f;
}

}  // namespace hearken::store
