// The triage board's queries, and the work of colleagues who are away, on both databases.
#include "store/triage.hpp"

#include "store/a_running_case.hpp"
#include "store/audit.hpp"

namespace hearken::store {

using engine::EventKind;

class Triage : public WithRunningCase {
protected:
    TriageRows board(const access::Actor& actor, int most = 10) {
        return database->read([&](Reading& reading) { return open_cases_with_tasks(reading, access::case_rule(actor), OrganisationId{"council"}, "specimen", most); });
    }
};
HEARKEN_ON_BOTH(Triage);

TEST_P(Triage, HoldsOpenCasesWithTheirOpenTasksAndWhatTheyWereOpenedWith) {
    auto written = event(EventKind::FormSaved);
    written.details["form"] = "concern";
    written.answers["summary"] = engine::Answer::of("No coat again.");
    auto later = event(EventKind::FormSaved);
    later.answers["summary"] = engine::Answer::of("Something else.");
    ASSERT_TRUE(happen(CaseId{"c1"}, {opening("council"), event(EventKind::SubjectJoined, "", "child", "", ann), written, task("acknowledge"), task("ring"), later}));
    ASSERT_TRUE(happen(CaseId{"c2"}, {opening("elsewhere"), task("acknowledge")}));
    const auto found = board(reader("kit", "council"));
    ASSERT_EQ(found.rows.size(), 1u);
    EXPECT_FALSE(found.more);
    EXPECT_EQ(found.rows[0].file.id, CaseId{"c1"});
    ASSERT_EQ(found.rows[0].subjects.size(), 1u);
    EXPECT_EQ(found.rows[0].open_tasks.size(), 2u);
    EXPECT_EQ(found.rows[0].open_tasks[0].task, "ring") << "urgent first";
    EXPECT_EQ(found.rows[0].opened_with.at("summary").first(), "No coat again.");
    EXPECT_TRUE(board(reader("robin", "other-school")).rows.empty()) << "the same rule as every list";
}

TEST_P(Triage, SaysThatThereAreMoreThanItShows) {
    for (const char* id : {"c1", "c2", "c3"}) ASSERT_TRUE(happen(CaseId{id}, {opening("council"), task("acknowledge")}));
    EXPECT_EQ(board(reader("kit", "council"), 2).rows.size(), 2u);
    EXPECT_TRUE(board(reader("kit", "council"), 2).more);
    EXPECT_FALSE(board(reader("kit", "council"), 3).more);
}

TEST_P(Triage, CountsOtherCasesAboutAPersonOnlyWhereTheyAreSeen) {
    ASSERT_TRUE(happen(CaseId{"c1"}, {opening("council"), event(EventKind::SubjectJoined, "", "child", "", ann)}));
    ASSERT_TRUE(happen(CaseId{"c2"}, {opening("elsewhere"), event(EventKind::SubjectJoined, "", "child", "", ann)}));
    database->read([&](Reading& reading) {
        const auto about = cases_about_each(reading, access::case_rule(reader("kit", "council")), {ann});
        ASSERT_EQ(about.size(), 1u);
        EXPECT_EQ(about[0].case_id, CaseId{"c1"});
        EXPECT_EQ(about[0].state, "open");
        EXPECT_TRUE(cases_about_each(reading, access::case_rule(reader("kit", "council")), {}).empty());
    });
}

TEST_P(Triage, ShowsTheWorkOfAColleagueWhoIsAwayAtTheSameOrganisationOnly) {
    ASSERT_TRUE(happen(CaseId{"c1"}, {opening("council"), task("acknowledge"), event(EventKind::TaskAssigned, "acknowledge", "kit")}));
    ASSERT_TRUE(happen(CaseId{"c2"}, {opening("elsewhere"), task("acknowledge"), event(EventKind::TaskAssigned, "acknowledge", "kit")}));
    database->read([&](Reading& reading) {
        const auto rule = access::case_rule(reader("robin", "council"));
        EXPECT_TRUE(my_work(reading, rule, {"social-worker"}, {}).items.empty());
        const auto covered = my_work(reading, rule, {"social-worker"}, {}, {UserId{"kit"}}).items;
        ASSERT_EQ(covered.size(), 1u);
        EXPECT_EQ(covered[0].case_id, CaseId{"c1"});
        EXPECT_EQ(count_my_work(reading, rule, {"social-worker"}, 1000, {UserId{"kit"}}).number, 1);
        EXPECT_EQ(count_my_work(reading, rule, {"social-worker"}).number, 0);
    });
}

TEST_P(Triage, KnowsWhoHadACaseBeforeTheirEyes) {
    database->write([&](Transaction& transaction) {
        AuditLine line;
        line.at = clock.now();
        line.user = UserId{"kit"};
        line.action = "read-case";
        line.outcome = "seen";
        line.case_id = CaseId{"c1"};
        append_audit(transaction, line);
        line.outcome = "refused";
        line.user = UserId{"robin"};
        append_audit(transaction, line);
    });
    database->read([&](Reading& reading) {
        const auto seen = last_seen_by(reading, {CaseId{"c1"}, CaseId{"c2"}});
        ASSERT_EQ(seen.size(), 1u);
        ASSERT_EQ(seen.begin()->second.size(), 1u) << "a refusal showed nothing";
        EXPECT_EQ(seen.begin()->second[0].first, UserId{"kit"});
        EXPECT_TRUE(last_seen_by(reading, {}).empty());
    });
}

}  // namespace hearken::store
