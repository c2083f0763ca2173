// The clocks of a task: each TimeRule whose anchor has happened gives one, with its working.
#pragma once
#include <vector>

#include "engine/scene.hpp"

namespace hearken::engine {

/// Every clock of `task` (the definition) that can be set now for `state` (its occurrence). `previous` is the
/// occurrence before it, for what recurs.
std::vector<DueSet> clocks_of(const Task& task, const TaskState& state, const Scene& scene,
                              const TaskState* previous = nullptr);

/// Clocks to be set or set anew: those whose anchor has happened since, and those whose event has another date now
/// (a clock moves only by a visible event: definition-needs section 1, "before an event").
std::vector<DueSet> changed_clocks(const Task& task, const TaskState& state, const Scene& scene);

/// Ids of clocks that run although what they depend on (`when`) no longer holds.
std::vector<std::string> ended_clocks(const Task& task, const TaskState& state, const Scene& scene);

/// The other body's time once an exchange is sent: when an answer is expected and when to chase. Not our breach.
std::vector<DueSet> exchange_clocks(const procedure::Exchange& exchange, Instant sent, const Scene& scene);

/// By when the minutes of a meeting are to be written.
std::vector<DueSet> minutes_clocks(const procedure::Meeting& meeting, Instant held, const Scene& scene);

/// A date set by a person (an extension, a court's date) in place of `clock`.
DueSet clock_at(const DueSet& clock, Instant due_at);

const TimeRule* rule_of(const Task& task, const std::string& clock);

/// How a task finished at `occurred` stands against its clocks as first set (the original date stays the measure) and
/// as they ran: details "late", "late-clocks", "in-time-as-extended", "recorded-late".
std::map<std::string, std::string> timeliness_details(const TaskState& task, Instant occurred, Instant recorded);

const calendar::Calendars& calendars_of(const Surroundings& world);

}  // namespace hearken::engine
