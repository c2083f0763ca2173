// Triage, cover and the register through the whole pipeline.
#include "web/pages/school_pages.hpp"

#include "calendar/moment_text.hpp"
#include "casework/cover.hpp"
#include "casework/safeguarding_register.hpp"
#include "casework/triage.hpp"
#include "web/pages/signed_in_test.hpp"

namespace hearken::web {
namespace {

using namespace std::chrono_literals;

struct SchoolPages : SchoolUnderTest {
    UserId deputy = partnership.add_user("demo.deputy", "Devi Invented"), head = partnership.add_user("demo.head", "Hal Invented"), governor = partnership.add_user("demo.governor", "Gwen Invented");
    RoleHeldId deputy_role = partnership.give_role(deputy, "deputy-dsl", school), head_role = partnership.give_role(head, "headteacher", school),
               governor_role = partnership.give_role(governor, "safeguarding-governor", school);

    casework::World& world() { return *partnership.world; }
    casework::TriageBoard board(const casework::TriageQuery& query = {}) { return casework::read_triage(world(), actor(dsl_role), query).value(); }
    std::string code_of(const Result<void>& result) { return result ? "done" : result.error().reasons.front().code; }
};

TEST_F(SchoolPages, TheBoardShowsTheWorryWhoRecordedItAndHowLongItWaits) {
    record_concern(supervisor_role, add_child("Maya", "Testwell"));
    partnership.clock.set(partnership.clock.now() + 25min);
    sign_in(dsl);
    EXPECT_EQ(browser.get("/triage").status, 200);
    EXPECT_TRUE(shown("TESTWELL, Maya"));
    EXPECT_TRUE(shown("Came to school without a coat again."));
    EXPECT_TRUE(shown("Not acknowledged for 25 minutes"));
    EXPECT_TRUE(shown("Recorded by Moss Invented"));
    EXPECT_TRUE(shown("Nobody has opened it yet"));
}

TEST_F(SchoolPages, DangerComesFirstThenTheLongestUnopened) {
    const auto older = record_concern(supervisor_role, add_child("Maya", "Testwell"));
    partnership.clock.set(partnership.clock.now() + 10min);
    casework::OpenCaseRequest request;
    request.procedure = "school-concern";
    casework::NewSubject child;
    child.person = add_child("Leo", "Testwell");
    request.subjects.push_back(child);
    request.answers["summary"] = engine::Answer::of("Somebody is at the gate.");
    request.answers["danger-now"] = engine::Answer::of("yes");
    const auto danger = casework::open_case(world(), actor(supervisor_role), request).value().in_case;
    const auto lines = board().lines;
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].in_case, danger);
    EXPECT_TRUE(lines[0].danger_now);
    EXPECT_EQ(lines[1].in_case, older);
    EXPECT_EQ(board({casework::TriageShow::All, casework::TriageSort::Newest, "coat"}).lines.size(), 1u);
    EXPECT_TRUE(board({casework::TriageShow::Closing, casework::TriageSort::Urgent, ""}).lines.empty());
}

TEST_F(SchoolPages, TheBoardHoldsOnlyWhatItsReaderMaySeeAndNobodyElseHasOne) {
    const auto concern = record_concern(dsl_role, add_child("Ada", "Testwell"));
    ASSERT_TRUE(casework::restrict_case(world(), actor(dsl_role), concern, true, {}, "About a colleague's child"));
    EXPECT_EQ(board().lines.size(), 1u);
    EXPECT_TRUE(casework::read_triage(world(), actor(deputy_role), {}).value().lines.empty());
    EXPECT_FALSE(casework::read_triage(world(), actor(head_role), {}));
    EXPECT_FALSE(casework::read_triage(world(), actor(supervisor_role), {}));
}

TEST_F(SchoolPages, CoverPassesToTheDeputyAndThenToTheGovernorAndIsNeverEmpty) {
    const auto chain = [&] {
        std::vector<std::string> names;
        const auto now = casework::who_is_on_duty(world(), actor(supervisor_role));
        for (const auto& one : now->chain)
            if (!one.user.empty()) names.push_back(one.name);
        EXPECT_FALSE(now->chain.empty());
        return names;
    };
    EXPECT_EQ(chain(), (std::vector<std::string>{"Dee Invented", "Devi Invented", "Gwen Invented", "Hal Invented"}));
    ASSERT_TRUE(casework::mark_away(world(), actor(dsl_role), {}));
    EXPECT_EQ(chain(), (std::vector<std::string>{"Devi Invented", "Gwen Invented", "Hal Invented"}));
    for (const auto& role : {deputy_role, governor_role, head_role}) ASSERT_TRUE(casework::mark_away(world(), actor(role), {}));
    EXPECT_TRUE(chain().empty()) << "the numbers remain";
    ASSERT_TRUE(casework::mark_back(world(), actor(dsl_role), {}));
    EXPECT_EQ(chain(), (std::vector<std::string>{"Dee Invented"}));
    EXPECT_EQ(code_of(casework::mark_back(world(), actor(dsl_role), {})), "not-away");
}

TEST_F(SchoolPages, TheGovernorIsAskedToComeInWithoutAWordOfTheCase) {
    ASSERT_TRUE(casework::mark_away(world(), actor(dsl_role), {}));
    ASSERT_TRUE(casework::mark_away(world(), actor(deputy_role), {}));
    record_concern(supervisor_role, add_child("Maya", "Testwell"));
    sign_in(governor);
    browser.get("/notices");
    EXPECT_TRUE(shown("You are on call as governor"));
    EXPECT_FALSE(shown("concern about a child"));
    EXPECT_FALSE(shown("/cases/"));
}

TEST_F(SchoolPages, SomebodyElsesAbsenceIsRecordedOnlyByThoseWhoArrangeCover) {
    EXPECT_EQ(code_of(casework::mark_away(world(), actor(supervisor_role), {dsl, {}, {}})), "role");
    EXPECT_EQ(code_of(casework::mark_away(world(), actor(supervisor_role), {})), "not-in-the-chain");
    EXPECT_EQ(code_of(casework::mark_away(world(), actor(head_role), {dsl, {}, partnership.clock.now() - 1h})), "order");
    EXPECT_EQ(code_of(casework::mark_away(world(), actor(head_role), {dsl, {}, {}})), "done");
}

TEST_F(SchoolPages, CoverIsPlannedWithSomebodyWhoLeadsAndCanBeReached) {
    const auto now = partnership.clock.now();
    casework::PlanTurn turn{dsl, {}, now, now + 8h, false, ""};
    EXPECT_EQ(code_of(casework::plan_turn(world(), actor(dsl_role), turn)), "required") << "a mobile number when off site";
    turn.telephone = "01632 960555";
    EXPECT_EQ(code_of(casework::plan_turn(world(), actor(dsl_role), turn)), "done");
    turn.lead = head;
    EXPECT_EQ(code_of(casework::plan_turn(world(), actor(dsl_role), turn)), "unknown");
    EXPECT_EQ(casework::who_is_on_duty(world(), actor(head_role))->chain.front().telephone, "01632 960555");
}

TEST_F(SchoolPages, AnArrangementWithAPromptInItIsNotPublished) {
    sign_in(dsl);
    browser.get("/school/cover/arrangement");
    const auto refused = browser.post("/school/cover/arrangement", {{"arrangement", "The deputy, then [insert name]."}, {"fallback", "Ring the front door."}, {"revision", "0"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(shown("is a prompt that nobody has answered"));
    EXPECT_TRUE(shown("The deputy, then [insert name].")) << "what was typed is still there";
    EXPECT_EQ(browser.post("/school/cover/arrangement", {{"arrangement", "The deputy, then the headteacher."}, {"fallback", "Ring the front door."}, {"revision", "0"}}).status, 303);
    EXPECT_EQ(browser.post("/school/cover/arrangement", {{"arrangement", "Another."}, {"fallback", "Ring."}, {"revision", "0"}}).status, 422) << "somebody published meanwhile";
}

TEST_F(SchoolPages, TheLeadIsASeniorLeaderAndNeverGoesWithoutASuccessor) {
    casework::PostEntry entry{"", "dsl", dsl, "", "2026-01-05", "", false, true, "", "", "", 1};
    EXPECT_EQ(casework::save_post(world(), actor(head_role), entry).error().reasons.front().code, "leadership-team");
    entry.on_leadership_team = true;
    EXPECT_EQ(casework::save_post(world(), actor(dsl_role), entry).error().reasons.front().code, "role") << "nobody confirms their own appointment";
    const auto id = casework::save_post(world(), actor(head_role), entry);
    ASSERT_TRUE(id);
    entry.id = *id;
    entry.until = calendar::iso_date(calendar::plus_days(calendar::local_date_of(partnership.clock.now()), 5));
    EXPECT_EQ(casework::save_post(world(), actor(head_role), entry).error().reasons.front().code, "successor");
    casework::PostEntry next{"", "dsl", deputy, "", calendar::iso_date(calendar::plus_days(calendar::local_date_of(partnership.clock.now()), 6)), "", true, true, "", "", "", 1};
    EXPECT_EQ(casework::save_post(world(), actor(head_role), next).error().reasons.front().code, "overlap") << "the first goes on";
}

TEST_F(SchoolPages, EverybodyReadsWhoIsResponsibleAndOnlyLeadersReadTraining) {
    ASSERT_TRUE(casework::save_post(world(), actor(head_role), {"", "dsl", dsl, "", "2024-01-05", "", true, true, "", "2024-01-06", "2025-01-06", 1}));
    sign_in(supervisor);
    browser.get("/school/roles");
    EXPECT_TRUE(shown("Dee Invented"));
    EXPECT_FALSE(shown("Training lapsed"));
    sign_in(head);
    browser.get("/school/roles");
    EXPECT_TRUE(shown("the training of Dee Invented lapsed on 6 January 2025"));
    EXPECT_TRUE(shown("Prevent lead: the post is vacant"));
}

}  // namespace
}  // namespace hearken::web
