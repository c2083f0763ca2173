#include "engine/test_definitions.hpp"

namespace hearken::engine::test {

namespace {

/// A referral's outcome: decided by a worker, signed by a manager, told to the referrer.
Definition outcome_story() {
    Task outcome = decision("outcome", {"assess", "close"}, {"team-manager"});
    outcome.decision->options[0].then = {effect(Effect::Kind::SetFact, "assessed")};
    outcome.decision->options[1].needs_approval = false;
    outcome.tells = {"outcome-notice"};
    Definition made = definition({stage("screening", {outcome}, "ended-decided"), last_stage("decided")});
    made.notices = {notice("outcome-notice", {"referrer"})};
    return made;
}

}  // namespace

TEST(Decision, TakesEffectOnlyWhenAManagerOtherThanTheDeciderHasSigned) {
    Story story(outcome_story());
    story.begin();
    story.must(story.deciding("outcome", "assess"));
    EXPECT_EQ(story.status("outcome"), TaskState::Status::AwaitingSignature);
    EXPECT_EQ(story.count(EventKind::FactSet), 0);
    EXPECT_EQ(story.count(EventKind::NoticeOwed), 0);
    EXPECT_EQ(story.stage(), "screening");

    story.must(story.signing("outcome"));
    EXPECT_EQ(story.status("outcome"), TaskState::Status::Done);
    EXPECT_EQ(story.count(EventKind::FactSet, "assessed"), 1);
    EXPECT_EQ(story.count(EventKind::NoticeOwed, "outcome-notice"), 1);
    EXPECT_TRUE(story.state.closed);
    EXPECT_EQ(story.state.outcome, "decided");
}

TEST(Decision, AManagerMayActAsSocialWorkerButNeverSignsTheirOwn) {
    Story story(outcome_story());
    story.begin();
    story.must(story.deciding("outcome", "assess", manager("mary")));
    EXPECT_EQ(story.refused(story.signing("outcome", manager("mary")), RefusalCode::NotPermitted),
              std::vector<std::string>{"not-self"});
    // Nor in another role that they hold.
    ActedBy higher = manager("mary");
    higher.role = "service-manager";
    EXPECT_EQ(story.refused(story.signing("outcome", higher), RefusalCode::NotPermitted),
              std::vector<std::string>{"not-self"});
    story.must(story.signing("outcome", manager("martin")));
    EXPECT_EQ(story.state.task("outcome")->signatures.at("team-manager").user, UserId{"martin"});
}

TEST(Decision, TwoSignaturesAreTwoPeoples) {
    Definition made = outcome_story();
    made.strands[0].stages[0].tasks[0].decision->approved_by = {"team-manager", "service-manager"};
    Story story(made);
    story.begin();
    story.must(story.deciding("outcome", "assess"));
    ActedBy mary = manager("mary");
    story.must(story.signing("outcome", mary));
    mary.role = "service-manager";
    EXPECT_EQ(story.refused(story.signing("outcome", mary), RefusalCode::NotPermitted), std::vector<std::string>{"signed-already"});
    EXPECT_EQ(story.status("outcome"), TaskState::Status::AwaitingSignature);
    ActedBy sam = manager("sam");
    sam.role = "service-manager";
    story.must(story.signing("outcome", sam));
    EXPECT_EQ(story.status("outcome"), TaskState::Status::Done);
}

TEST(Decision, IsNotSignedByAColleagueOrByAManagerElsewhere) {
    Story story(outcome_story());
    story.begin();
    story.must(story.deciding("outcome", "assess"));
    EXPECT_EQ(story.refused(story.signing("outcome", worker("colleague")), RefusalCode::NotPermitted),
              std::vector<std::string>{"role"});
    ActedBy elsewhere = manager("elsewhere");
    elsewhere.organisation = OrganisationId{"other-council"};
    EXPECT_EQ(story.refused(story.signing("outcome", elsewhere), RefusalCode::NotPermitted),
              std::vector<std::string>{"role"});
}

TEST(Decision, DeclinedIsOpenAgainWithTheReason) {
    Story story(outcome_story());
    story.begin();
    story.must(story.deciding("outcome", "assess"));
    EXPECT_EQ(story.refused(story.signing("outcome", manager(), false, " "), RefusalCode::Invalid),
              std::vector<std::string>{"required"});
    story.must(story.signing("outcome", manager(), false, "See the child first."));
    EXPECT_EQ(story.status("outcome"), TaskState::Status::Open);
    EXPECT_EQ(story.state.task("outcome")->because, "See the child first.");
    EXPECT_TRUE(story.state.task("outcome")->option.empty());
    story.refused(story.signing("outcome"), RefusalCode::Conflict);
    story.must(story.deciding("outcome", "close"));
    EXPECT_TRUE(story.state.closed);
}

TEST(Decision, AnOptionThatNeedsNoApprovalIsFinalAtOnce) {
    Story story(outcome_story());
    story.begin();
    story.must(story.deciding("outcome", "close"));
    EXPECT_EQ(story.status("outcome"), TaskState::Status::Done);
}

TEST(Decision, AsksForReasonsAnOptionAndCodesAllAtOnce) {
    Definition made = outcome_story();
    made.strands[0].stages[0].tasks[0].decision->coded_reasons = {Option{"neglect", "Neglect", "", false, false}};
    Story story(made);
    story.begin();
    Decide wordless = story.deciding("outcome", "assess");
    wordless.reasons = "  ";
    EXPECT_EQ(story.refused(wordless, RefusalCode::Invalid), (std::vector<std::string>{"required", "required"}));
    Decide unknown = story.deciding("outcome", "forget-it");
    unknown.reason_codes = {"boredom"};
    EXPECT_EQ(story.refused(unknown, RefusalCode::Invalid), (std::vector<std::string>{"option", "reason-code"}));
    EXPECT_TRUE(story.is_open("outcome"));
}

TEST(Decision, AnOptionIsOfferedOnlyWhenItsConditionHolds) {
    Definition made = outcome_story();
    made.strands[0].stages[0].tasks[0].decision->options[1].when = fact("disabled", "no");
    Story story(made);
    story.begin();
    EXPECT_EQ(story.refused(story.deciding("outcome", "close"), RefusalCode::GateNotMet),
              std::vector<std::string>{"option-not-offered"});
    story.world.facts[{"disabled", {}}] = "no";
    story.must(story.deciding("outcome", "close"));
}

TEST(Decision, OverridingTheTableNeedsAReason) {
    Definition made = outcome_story();
    made.strands[0].stages[0].tasks[0].decision->table = {{fact("disabled"), "assess", "a disabled child"}};
    Story story(made);
    story.world.facts[{"disabled", {}}] = "yes";
    story.begin();
    EXPECT_EQ(story.refused(story.deciding("outcome", "close"), RefusalCode::Invalid),
              std::vector<std::string>{"override"});
    Decide explained = story.deciding("outcome", "close");
    explained.why = "An assessment is open already.";
    story.must(explained);
    const Event* made_event = story.last(EventKind::DecisionMade);
    EXPECT_EQ(made_event->details.at("suggested"), "assess");
    EXPECT_EQ(made_event->details.at("override"), "An assessment is open already.");
}

TEST(Decision, AfterAnEmergencyTakesEffectAtOnceAndTheSignatureFollows) {
    Definition made = outcome_story();
    made.strands[0].stages[0].tasks[0].decision->approve_after_emergency = true;
    Story story(made);
    story.begin();
    story.must(story.deciding("outcome", "assess"));
    EXPECT_EQ(story.count(EventKind::FactSet, "assessed"), 1);
    EXPECT_EQ(story.status("outcome"), TaskState::Status::AwaitingSignature);
    EXPECT_FALSE(story.state.closed) << "a case does not close while a signature is owed";
    story.must(story.signing("outcome"));
    EXPECT_EQ(story.count(EventKind::FactSet, "assessed"), 1) << "effects never happen twice";
    EXPECT_TRUE(story.state.closed);
}

TEST(Decision, AllThatMustAgreeSignForTheirOwnOrganisation) {
    Task visit = decision("joint-visit", {"visit", "no-visit"});
    visit.decision->agree = {"owner", "referrer"};
    visit.decision->options[0].then = {effect(Effect::Kind::SetFact, "visit-agreed")};
    Story story(definition({stage("planning", {visit}, "ended-planned"), last_stage("planned")}));
    story.begin();
    story.must(story.deciding("joint-visit", "visit"));
    EXPECT_EQ(story.state.task("joint-visit")->awaits, std::set<std::string>{"referrer"});
    story.refused(story.signing("joint-visit", manager()), RefusalCode::NotPermitted);
    ActedBy supervisor = dsl();
    supervisor.role = "midday-supervisor";
    story.refused(story.signing("joint-visit", supervisor), RefusalCode::NotPermitted);
    story.must(story.signing("joint-visit", dsl()));
    EXPECT_EQ(story.count(EventKind::FactSet, "visit-agreed"), 1);
}

TEST(Decision, EachOfTwoRolesMustSign) {
    Definition made = outcome_story();
    made.strands[0].stages[0].tasks[0].decision->approved_by = {"team-manager", "service-manager"};
    Story story(made);
    story.begin();
    story.must(story.deciding("outcome", "assess"));
    story.must(story.signing("outcome", manager()));
    EXPECT_EQ(story.status("outcome"), TaskState::Status::AwaitingSignature);
    story.refused(story.signing("outcome", manager("martin")), RefusalCode::NotPermitted);
    ActedBy higher = manager("head");
    higher.role = "service-manager";
    story.must(story.signing("outcome", higher));
    EXPECT_EQ(story.status("outcome"), TaskState::Status::Done);
}

TEST(Decision, OthersDecidingNeedsNoSignatureOfOurs) {
    Definition made = outcome_story();
    made.strands[0].stages[0].tasks[0].decision->others_decide = true;
    Story story(made);
    story.begin();
    story.must(story.deciding("outcome", "assess"));
    EXPECT_EQ(story.status("outcome"), TaskState::Status::Done);
}

TEST(Decision, StandsUntilItIsLookedAtAgain) {
    Task silence = decision("tell-parents", {"tell", "do-not-tell"});
    silence.decision->review_after = "2 weeks";
    Definition made = definition({stage("work", {task("other")}, "ended-done"), last_stage("done")});
    made.anytime = {silence};
    Story story(made);
    story.begin();
    story.must(story.deciding("tell-parents", "do-not-tell"));
    const Condition silent = decided("tell-parents", {"do-not-tell"});
    EXPECT_EQ(story.state.task("tell-parents")->occurrence, 2);
    EXPECT_EQ(story.state.task("tell-parents")->dues.front().due_at, at("2026-03-16T23:59:59Z"));
    EXPECT_TRUE(holds(silent, story.definition, story.state, story.world)) << "meanwhile it is in force";
    story.must(story.deciding("tell-parents", "tell"));
    EXPECT_FALSE(holds(silent, story.definition, story.state, story.world)) << "the later decision replaces it";
}

TEST(Decision, IsNotAttestedLikeAPlainTask) {
    Story story(outcome_story());
    story.begin();
    EXPECT_EQ(story.refused(story.doing("outcome"), RefusalCode::Invalid), std::vector<std::string>{"wrong-act"});
    EXPECT_EQ(story.refused(story.deciding("outcome", "assess", dsl()), RefusalCode::NotPermitted),
              (std::vector<std::string>{"role", "organisation"}));
}

}  // namespace hearken::engine::test
