// Drives seeded random people through a definition to its end: what the command `procedures walk` and the property
// tests use. Finds states with no way forward, and any step after which a rule of the engine does not hold.
#pragma once
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "engine/engine.hpp"

namespace hearken::engine {

struct WalkLimits {
    int most_steps = 2000;        ///< far more than the longest way to an end takes: who is not there by then goes round for ever
    int patience = 100;           ///< after so many steps people turn to what comes to an end
    int most_children = 3;
    int misbehave_one_in = 8;     ///< how often somebody tries what they may not; 0: never
    int days_to_wait = 60;        ///< how long nothing may be possible before it counts as stuck
    Instant start{std::chrono::sys_days{std::chrono::year{2026} / 3 / 30}};  ///< the Monday before an Easter
};

struct WalkOutcome {
    bool closed = false;
    std::string outcome;                  ///< of the case
    int steps = 0, refused = 0;
    std::vector<std::string> transcript;  ///< a line an act: when, who, what
    std::vector<std::string> stuck;       ///< what stood in the way when there was no way forward, in words
    std::vector<std::string> stages_at_end, open_tasks;  ///< where a walk that did not end stood: "main: screening"; "visit (child-1)"
    std::vector<std::string> broken;      ///< rules of the engine that did not hold: our bugs
    std::set<std::string> commands, stages, tasks;  ///< used, entered, done
    std::vector<Event> events;
};

/// Deterministic: one seed, one course. `definition` has been loaded and checked.
WalkOutcome walk(const Definition& definition, const Vocabulary& vocabulary, const calendar::Calendars& calendar, uint64_t seed,
                 const WalkLimits& limits = {});

}  // namespace hearken::engine
