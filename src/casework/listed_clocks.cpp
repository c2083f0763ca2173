#include "casework/reader.hpp"

#include <set>

namespace hearken::casework {

namespace {

procedure::Strength strength_named(const std::string& name) {
    if (name == "target") return procedure::Strength::Target;
    if (name == "guide") return procedure::Strength::Guide;
    return name == "statutory" ? procedure::Strength::Statutory : procedure::Strength::Must;
}

engine::DueSet due_set(const store::ClockRow& row) {
    engine::DueSet set;
    set.clock = row.clock;
    set.strength = strength_named(row.strength);
    set.counted_from = row.counted_from;
    set.counted_from_what = row.counted_what;
    set.period = row.period;
    set.due_at = row.due_at;
    set.amber_at = row.amber_at;
    set.reminder_at = row.reminder_at;
    set.estimated = row.estimated;
    set.urgency = row.urgency;
    set.outside = row.outside;
    set.explanation = row.explanation;
    return set;
}

}  // namespace

ListedClocks::ListedClocks(store::Reading& reading, const std::vector<store::WorkTask>& tasks, Instant now) : now_(now) {
    std::set<CaseId> cases;
    for (const auto& task : tasks) cases.insert(task.case_id);
    for (auto& row : store::clocks_of(reading, {cases.begin(), cases.end()})) by_case_[row.case_id].push_back(std::move(row));
}

std::vector<ClockView> ListedClocks::of(const store::WorkTask& task) const {
    std::vector<ClockView> clocks;
    const auto its = by_case_.find(task.case_id);
    if (its == by_case_.end()) return clocks;
    for (const auto& row : its->second)
        if (row.task == task.task && row.subject == task.subject && row.occurrence == task.occurrence)
            clocks.push_back(clock_view(due_set(row), row.original_due_at, row.met_at, row.met_at, now_));
    return clocks;
}

}  // namespace hearken::casework
