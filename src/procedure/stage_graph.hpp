// The ways through a definition's stages.
#pragma once
#include <map>
#include <set>
#include <string>

#include "procedure/model.hpp"

namespace hearken::procedure {

struct StageGraph {
    explicit StageGraph(const Definition& definition);

    std::map<std::string, std::set<std::string>> ways;  ///< stage → stages that may follow it
    std::map<std::string, std::string> strand_of;       ///< stage → strand
    std::set<std::string> startable;                    ///< strands that begin somehow
    std::set<std::string> reachable;                    ///< stages
    std::set<std::string> ends_here;                    ///< stages in which the strand or case can end
    std::map<std::string, std::string> stage_of_task;   ///< task → stage, "" when anytime

    /// Whether `stage` may have been entered by the time its case is in `now` (itself, an earlier one, another
    /// strand's).
    bool may_precede(const std::string& stage, const std::string& now) const;
    /// Whether some way leads from `stage` to an end.
    bool can_end(const std::string& stage) const;
    /// Whether the task can be reached at all.
    bool task_reachable(const std::string& task) const;

  private:
    std::set<std::string> from(const std::string& stage) const;
};

}  // namespace hearken::procedure
