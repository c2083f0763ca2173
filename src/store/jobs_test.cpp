#include "store/jobs.hpp"

#include <mutex>
#include <thread>

#include "store/on_both.hpp"

namespace hearken::store {

class Jobs : public OnBoth {
protected:
    void ask(int n, Instant at) {
        database->write([&](Transaction& transaction) {
            ask_for_job(transaction, {"job" + std::to_string(n), "remind", "case/" + std::to_string(n), at, "remind/" + std::to_string(n), 0});
        });
    }
    std::vector<Job> claim(const std::string& who, Instant at, int most = 10) {
        return database->write([&](Transaction& transaction) { return claim_jobs(transaction, who, at, std::chrono::seconds{60}, most); });
    }
};
HEARKEN_ON_BOTH(Jobs);

TEST_P(Jobs, TheSameKeyTwiceIsOneJob) {
    ask(1, clock.now());
    ask(1, clock.now());
    EXPECT_EQ(count("select count(*) from job"), 1);
}

TEST_P(Jobs, AreGivenOnlyWhenDueAndNotWhileClaimed) {
    ask(1, clock.now());
    ask(2, clock.now() + std::chrono::hours{1});
    EXPECT_EQ(claim("a", clock.now()).size(), 1u);
    EXPECT_TRUE(claim("b", clock.now()).empty());
    EXPECT_EQ(claim("b", clock.now() + std::chrono::seconds{61}).at(0).attempts, 2) << "the claim ran out";
    database->write([&](Transaction& transaction) {
        EXPECT_FALSE(finish_job(transaction, "job1", "a", clock.now())) << "b holds it now";
        EXPECT_TRUE(finish_job(transaction, "job1", "b", clock.now()));
    });
    EXPECT_EQ(claim("a", clock.now() + std::chrono::hours{2}).at(0).id, "job2");
}

TEST_P(Jobs, AFailedOneComesAgainLater) {
    ask(1, clock.now());
    claim("a", clock.now());
    database->write([&](Transaction& transaction) { fail_job(transaction, "job1", "a", clock.now() + std::chrono::minutes{5}, "no answer"); });
    EXPECT_TRUE(claim("a", clock.now() + std::chrono::minutes{4}).empty());
    EXPECT_EQ(claim("a", clock.now() + std::chrono::minutes{5}).size(), 1u);
}

TEST_P(Jobs, TwoServersNeverGetTheSameOne) {
    for (int n = 0; n < 60; ++n) ask(n, clock.now());
    std::mutex mutex;
    std::vector<std::string> given;
    const auto serve = [&](const std::string& who) {
        const auto own = Database::open(place->address());
        for (;;) {
            const auto jobs = own->write([&](Transaction& transaction) { return claim_jobs(transaction, who, clock.now(), std::chrono::seconds{60}, 3); });
            if (jobs.empty()) return;
            const std::lock_guard lock(mutex);
            for (const Job& job : jobs) given.push_back(job.id);
        }
    };
    std::vector<std::thread> servers;
    for (const char* who : {"a", "b", "c", "d"}) servers.emplace_back(serve, who);
    for (std::thread& server : servers) server.join();
    // A server may leave while another's claim is being passed over; whoever asks next gets the rest.
    for (const Job& job : claim("last", clock.now(), 100)) given.push_back(job.id);
    EXPECT_EQ(given.size(), 60u);
    EXPECT_EQ(std::set<std::string>(given.begin(), given.end()).size(), 60u);
}

}  // namespace hearken::store
