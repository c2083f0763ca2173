#include "casework/reader.hpp"

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

std::vector<ClockView> ListedClocks::of(const store::WorkTask& task) {
    const auto [at, added] = by_case_.try_emplace(task.case_id);
    if (added) at->second = store::clocks_of(reading_, task.case_id);
    std::vector<ClockView> clocks;
    for (const auto& row : at->second)
        if (row.task == task.task && row.subject == task.subject && row.occurrence == task.occurrence)
            clocks.push_back(clock_view(due_set(row), row.original_due_at, row.met_at, row.met_at, now_));
    return clocks;
}

}  // namespace hearken::casework
