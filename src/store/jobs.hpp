// Background work as rows that any server may claim: written in the transaction of the change that asks for it, and
// never done by two servers.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/instant.hpp"
#include "store/database.hpp"

namespace hearken::store {

struct Job {
    std::string id, kind;
    std::string subject;     ///< what it is about; the worker reads the record again when it runs
    Instant run_at;
    std::string unique_key;  ///< the same key twice is one job
    int attempts = 0;
};

/// False when a job with that key was asked for before (done or not).
bool ask_for_job(Transaction& transaction, const Job& job);
/// A job that repeats, or whose time moved: as ask_for_job, but one that is there runs (again) at `run_at`.
void ask_for_job_again(Transaction& transaction, const Job& job);

/// Takes up to `most` jobs due at `now` for `claimant` for so long; nobody else gets them until then. A claim that
/// runs out (the server died) is given to the next who asks.
std::vector<Job> claim_jobs(Transaction& transaction, const std::string& claimant, Instant now, std::chrono::seconds lease, int most);
/// False when the claim had run out and somebody else holds it: roll back what was done.
bool finish_job(Transaction& transaction, const std::string& id, const std::string& claimant, Instant now);
/// Gives it back, to be tried again at `retry_at`. `error` holds no personal data.
void fail_job(Transaction& transaction, const std::string& id, const std::string& claimant, Instant retry_at, const std::string& error);
long count_waiting_jobs(Reading& reading, Instant due_before);

}  // namespace hearken::store
