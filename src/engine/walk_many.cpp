#include "engine/walk_many.hpp"

#include <algorithm>
#include <exception>
#include <mutex>
#include <thread>
#include <tuple>

namespace hearken::engine {

namespace {

constexpr size_t kLinesKept = 5;
constexpr uint64_t kSeedsAtATime = 8;

void add_fault(std::map<std::string, WalkTally::Fault>& faults, const std::string& why, const WalkTally::Fault& fault) {
    auto& known = faults[why];
    if (known.count == 0 || fault.first_seed < known.first_seed) {
        known.first_seed = fault.first_seed;
        known.transcript = fault.transcript;
    }
    known.count += fault.count;
}

/// Hands out seeds and takes in tallies, one thread at a time.
class Work {
public:
    Work(uint64_t seeds, const std::function<void(uint64_t)>& done) : seeds_(seeds), done_(done) {}

    /// The next seeds, [first, after); first == after when there are none left or a thread failed.
    std::pair<uint64_t, uint64_t> take() {
        const std::lock_guard lock(mutex_);
        const uint64_t first = failure_ ? seeds_ + 1 : next_;
        next_ = std::min(first + kSeedsAtATime, seeds_ + 1);
        return {first, next_};
    }
    void give(const WalkTally& tally) {
        const std::lock_guard lock(mutex_);
        total_.add(tally);
        if (done_) done_(static_cast<uint64_t>(total_.walks));
    }
    void fail(std::exception_ptr failure) {
        const std::lock_guard lock(mutex_);
        if (!failure_) failure_ = std::move(failure);
    }
    WalkTally result() {
        if (failure_) std::rethrow_exception(failure_);
        return std::move(total_);
    }

private:
    const uint64_t seeds_;
    const std::function<void(uint64_t)>& done_;
    std::mutex mutex_;
    uint64_t next_ = 1;
    WalkTally total_;
    std::exception_ptr failure_;
};

}  // namespace

void WalkTally::add(uint64_t seed, const WalkOutcome& outcome) {
    ++walks;
    steps += outcome.steps;
    longest = std::max(longest, outcome.steps);
    if (outcome.closed) {
        ++ended;
        ++ends[outcome.outcome];
    } else {
        unended[seed] = {outcome.steps, outcome.stages_at_end, outcome.open_tasks};
        if (unended.size() > kMostUnended) unended.erase(std::prev(unended.end()));
    }
    const auto& lines = outcome.transcript;
    const Fault fault{1, seed, {lines.end() - static_cast<long>(std::min(kLinesKept, lines.size())), lines.end()}};
    for (const auto& why : outcome.stuck) add_fault(stuck, why, fault);
    for (const auto& why : outcome.broken) add_fault(broken, why, fault);
    stages.insert(outcome.stages.begin(), outcome.stages.end());
    tasks.insert(outcome.tasks.begin(), outcome.tasks.end());
}

void WalkTally::add(const WalkTally& other) {
    walks += other.walks;
    ended += other.ended;
    steps += other.steps;
    longest = std::max(longest, other.longest);
    for (const auto& [outcome, count] : other.ends) ends[outcome] += count;
    for (const auto& [why, fault] : other.stuck) add_fault(stuck, why, fault);
    for (const auto& [why, fault] : other.broken) add_fault(broken, why, fault);
    unended.insert(other.unended.begin(), other.unended.end());
    while (unended.size() > kMostUnended) unended.erase(std::prev(unended.end()));
    stages.insert(other.stages.begin(), other.stages.end());
    tasks.insert(other.tasks.begin(), other.tasks.end());
}

WalkTally walk_many(const Definition& definition, const Vocabulary& vocabulary, const calendar::Calendars& calendar, uint64_t seeds,
                    unsigned threads, const std::function<void(uint64_t)>& done, const WalkLimits& limits) {
    Work work(seeds, done);
    const auto walk_some = [&] {
        try {
            for (auto [seed, after] = work.take(); seed < after; std::tie(seed, after) = work.take()) {
                WalkTally tally;
                for (; seed < after; ++seed) tally.add(seed, walk(definition, vocabulary, calendar, seed, limits));
                work.give(tally);
            }
        } catch (...) {
            work.fail(std::current_exception());
        }
    };
    {
        std::vector<std::jthread> others;
        for (unsigned i = 1; i < threads; ++i) others.emplace_back(walk_some);
        walk_some();
    }
    return work.result();
}

}  // namespace hearken::engine
