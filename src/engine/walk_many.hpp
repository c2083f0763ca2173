// Many walks of one definition, on as many cores as there are, and what they came to together.
#pragma once
#include <functional>
#include <map>

#include "engine/walk.hpp"

namespace hearken::engine {

/// What walks came to. Adding them up gives the same in whatever order they come.
struct WalkTally {
    static constexpr size_t kMostUnended = 20;  ///< told one by one: those with the smallest seeds

    struct Fault {
        long count = 0;
        uint64_t first_seed = 0;
        std::vector<std::string> transcript;  ///< its last lines, of the walk with the first seed
    };
    struct Unended {
        int steps = 0;
        std::vector<std::string> stages, open_tasks;
    };
    long walks = 0, ended = 0, steps = 0;
    int longest = 0;
    std::map<std::string, long> ends;            ///< outcome → walks
    std::map<std::string, Fault> stuck, broken;  ///< what stood in the way; rules of the engine that did not hold
    std::map<uint64_t, Unended> unended;         ///< by seed
    std::set<std::string> stages, tasks;         ///< entered, done

    void add(uint64_t seed, const WalkOutcome& outcome);
    void add(const WalkTally& other);
    bool faultless() const { return stuck.empty() && broken.empty(); }
};

/// Walks with the seeds 1 to `seeds`. The tally does not depend on `threads`; `done` is told now and then how many walks
/// are done, by one thread at a time.
WalkTally walk_many(const Definition& definition, const Vocabulary& vocabulary, const calendar::Calendars& calendar, uint64_t seeds,
                    unsigned threads, const std::function<void(uint64_t)>& done = {}, const WalkLimits& limits = {});

}  // namespace hearken::engine
