// A server killed in the middle of its work: what it acknowledged is there, and the chains are whole.
#include <signal.h>
#include <sys/wait.h>

#include "store/a_history.hpp"
#include "store/verify.hpp"

namespace hearken::store {

class Killed : public WithHistory {
protected:
    /// Appends until it is killed; says each sequence on the pipe once it is durable.
    [[noreturn]] void append_for_ever(const std::string& address, int pipe, int round) {
        const auto own = Database::open(address);
        IdSource own_ids(clock, 1000 + static_cast<uint64_t>(round));
        const CaseId case_id{"case" + std::to_string(round)};
        for (long at = 0;; ++at) {
            own->write([&](Transaction& transaction) {
                append_audit(transaction, an_audit_line("act-in-case", clock.now()));
                return append_events(transaction, own_ids, case_id, at, {a_note("n" + std::to_string(at), clock.now())});
            });
            const long done = at + 1;
            if (write(pipe, &done, sizeof done) != sizeof done) _exit(1);
        }
    }

    /// The newest sequence acknowledged by a child that is killed after `acknowledgements` more or less.
    long kill_one(int round, int acknowledgements) {
        int ends[2];
        EXPECT_EQ(pipe(ends), 0);
        const pid_t child = fork();
        if (child == 0) {
            close(ends[0]);
            append_for_ever(place->address(), ends[1], round);
        }
        close(ends[1]);
        long acknowledged = 0, sequence = 0;
        for (int n = 0; read(ends[0], &sequence, sizeof sequence) == sizeof sequence; ++n) {
            acknowledged = sequence;
            if (n == acknowledgements) kill(child, SIGKILL);  // it is at work on the next one, or the next but one
        }
        int status = 0;
        waitpid(child, &status, 0);
        EXPECT_TRUE(WIFSIGNALED(status));
        close(ends[0]);
        return acknowledged;
    }
};
HEARKEN_ON_BOTH(Killed);

TEST_P(Killed, NothingAcknowledgedIsLostAndTheChainsAreWhole) {
    database.reset();  // no connection is carried over a fork
    std::vector<long> acknowledged;
    for (int round = 0; round < 8; ++round) acknowledged.push_back(kill_one(round, 3 + round * 7));
    database = Database::open(place->address());
    for (int round = 0; round < 8; ++round) {
        const auto events = database->read([&](Reading& reading) { return load_events(reading, CaseId{"case" + std::to_string(round)}); });
        EXPECT_GE(static_cast<long>(events.size()), acknowledged[static_cast<size_t>(round)]);
        EXPECT_GT(events.size(), 3u);
    }
    const VerifyReport report = verify(*database);
    EXPECT_TRUE(report.sound()) << report.findings.at(0).text;
    EXPECT_EQ(report.audit_lines, report.events) << "each change and its audit line are kept or lost together";
}

}  // namespace hearken::store
