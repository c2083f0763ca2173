#include "engine/settle.hpp"

#include "engine/test_definitions.hpp"

namespace hearken::engine::test {

TEST(Course, TasksOpenWhenTheirConditionHoldsAndFallAwayWhenItNoLongerDoes) {
    Task extra = task("extra");
    extra.when = fact("disabled");
    Story story(definition({stage("work", {task("other"), extra}, "ended-done"), last_stage("done")}));
    story.begin();
    EXPECT_EQ(story.state.task("extra"), nullptr);
    story.world.facts[{"disabled", kAda}] = "yes";
    story.later("2026-03-02T11:00:00Z");
    EXPECT_TRUE(story.is_open("extra"));
    story.world.facts.clear();
    story.later("2026-03-02T12:00:00Z");
    EXPECT_EQ(story.status("extra"), TaskState::Status::Cancelled);
    EXPECT_TRUE(story.last(EventKind::TaskNotNeeded)->by.user.empty());
    story.world.facts[{"disabled", kAda}] = "yes";
    story.later("2026-03-02T13:00:00Z");
    EXPECT_TRUE(story.is_open("extra")) << "and opens again";
    EXPECT_EQ(story.state.task("extra")->occurrence, 2);
}

TEST(Course, WorkThatWasBegunDoesNotFallAway) {
    Task extra = task("extra");
    extra.when = fact("disabled");
    extra.form = "notes";
    Definition made = definition({stage("work", {task("other"), extra}, "ended-done"), last_stage("done")});
    Form notes;
    notes.id = "notes";
    notes.fields = {field("text", FieldType::LongText)};
    made.forms = {notes};
    Story story(made);
    story.world.facts[{"disabled", {}}] = "yes";
    story.begin();
    story.must(SaveForm{{worker(), {}}, "extra", {}, {{"text", Answer::of("Begun.")}}, {}});
    story.world.facts.clear();
    story.later("2026-03-02T12:00:00Z");
    EXPECT_TRUE(story.is_open("extra"));
}

TEST(Course, TheFirstWayThatHoldsIsTaken) {
    Stage screening = stage("screening", {decision("outcome", {"assess", "nothing"})});
    screening.next = {{"assessment", decided("outcome", {"assess"})},
                      {"ended-nothing", decided("outcome", {"nothing"})}};
    Story story(definition({screening, stage("assessment", {task("see")}, "ended-assessed"), last_stage("nothing"),
                            last_stage("assessed")}));
    story.begin();
    story.must(story.deciding("outcome", "assess"));
    EXPECT_EQ(story.stage(), "assessment");
    EXPECT_TRUE(story.state.left.contains("screening"));
    EXPECT_TRUE(story.is_open("see"));
}

TEST(Course, WithNoWayOnItSaysSo) {
    Stage screening = stage("screening", {decision("outcome", {"assess", "nothing"})});
    screening.next = {{"ended-done", decided("outcome", {"assess"})}};
    Story story(definition({screening, last_stage("done")}));
    story.begin();
    story.must(story.deciding("outcome", "nothing"));
    EXPECT_EQ(waiting_for(story.definition, story.state, "main", story.world).front().code, "no-way-on");
}

TEST(Course, LeavingAStageDropsWhatWasNotBegunAndKeepsWhatHasAClock) {
    Task optional = task("optional"), owed = task("owed");
    optional.required = owed.required = false;
    owed.time = {due("1 working day", anchor(Anchor::Kind::Received))};
    Story story(definition({stage("first", {task("main-act"), optional, owed}, "second"),
                            stage("second", {task("other")}, "ended-done"), last_stage("done")}));
    story.begin();
    story.must(story.doing("main-act"));
    EXPECT_EQ(story.stage(), "second");
    EXPECT_EQ(story.status("optional"), TaskState::Status::Cancelled);
    EXPECT_TRUE(story.is_open("owed"));
    story.must(story.doing("owed"));
}

TEST(Course, StrandsRunBesideEachOtherAndTheCaseWaitsForThem) {
    Definition made =
        definition({stage("work", {decision("enquire", {"yes", "no"})}, "ended-done"), last_stage("done")});
    Strand police;
    police.id = "police";
    police.relation = "referrer";
    police.stages = {stage("enquiry", {task("interview", "dsl")})};
    made.strands[0].stages[0].tasks[0].decision->options[0].then = {effect(Effect::Kind::StartStrand, "police")};
    made.strands.push_back(police);
    Story story(made);
    story.begin();
    EXPECT_EQ(story.stage("police"), "") << "it waits for the effect that starts it";
    story.must(story.deciding("enquire", "yes"));
    EXPECT_EQ(story.stage("police"), "enquiry");
    EXPECT_FALSE(story.state.closed);
    EXPECT_EQ(waiting_for(story.definition, story.state, "main", story.world).front().code, "strand:police");
    story.must(story.doing("interview", dsl()));
    EXPECT_TRUE(story.state.strands_ended.contains("police"));
    EXPECT_TRUE(story.state.closed);
}

TEST(Course, AStrandStartsWhenItsConditionHolds) {
    Definition made = definition({stage("work", {task("other")}, "ended-done"), last_stage("done")});
    Strand adult;
    adult.id = "adult";
    adult.starts_when = fact("adult-at-risk");
    adult.stages = {stage("adults", {task("refer-adult")})};
    made.strands.push_back(adult);
    Story story(made);
    story.begin();
    EXPECT_EQ(story.stage("adult"), "");
    story.world.facts[{"adult-at-risk", {}}] = "yes";
    story.later("2026-03-02T11:00:00Z");
    EXPECT_EQ(story.stage("adult"), "adults");
}

TEST(Course, ATaskMayOpenUponSomething) {
    Task reply = task("reply");
    reply.upon = anchor(Anchor::Kind::Done, "ask");
    Definition made = definition({stage("work", {task("ask"), task("other")}, "ended-done"), last_stage("done")});
    made.anytime = {reply};
    Story story(made);
    story.begin();
    EXPECT_EQ(story.refused(story.doing("reply"), RefusalCode::GateNotMet), std::vector<std::string>{"not-open"});
    story.must(story.doing("ask"));
    EXPECT_TRUE(story.is_open("reply"));
}

TEST(Course, SomebodysRightOpensWhenTimeHasPassed) {
    Task chase = task("chase", "dsl");
    chase.relation = "referrer";
    chase.when = about(Condition::Kind::Elapsed, "received", {"3 working days"});
    Definition made = definition({stage("work", {task("decide")}, "ended-done"), last_stage("done")});
    made.anytime = {chase};
    Story story(made, "2026-03-02T10:00:00Z");
    story.begin();
    story.later("2026-03-05T20:00:00Z");
    EXPECT_EQ(story.state.task("chase"), nullptr);
    EXPECT_EQ(story.refused(story.doing("chase", dsl()), RefusalCode::GateNotMet),
              std::vector<std::string>{"not-applicable"});
    story.later("2026-03-06T00:00:00Z");
    EXPECT_TRUE(story.is_open("chase"));
    story.must(story.doing("chase", dsl()));
    EXPECT_TRUE(story.later("2026-03-07T00:00:00Z").empty()) << "once";
}

TEST(Course, NoticesAreOwedOnceForEachHappening) {
    Definition made = definition({stage("work", {task("a"), task("b")}, "ended-done"), last_stage("done")});
    made.notices = {notice("a-done", {"manager@owner", "referrer"})};
    made.notices[0].upon = anchor(Anchor::Kind::Done, "a");
    Story story(made);
    story.begin();
    story.must(story.doing("a"));
    EXPECT_EQ(story.count(EventKind::NoticeOwed, "a-done"), 2) << "one for each recipient";
    story.later("2026-03-05T10:00:00Z");
    story.must(story.doing("b"));
    EXPECT_EQ(story.count(EventKind::NoticeOwed, "a-done"), 2);
}

TEST(Course, AfterAChildsEndWhatIsOwedStaysButNotBehindWhatFellAway) {
    Task find = task("find"), decide = task("decide"), tell = task("tell");
    for (Task* one : {&find, &decide, &tell}) one->per_child = true;
    decide.time = tell.time = {due("1 working day", anchor(Anchor::Kind::Received))};
    decide.needs = {gate("found", done("find"), "Record what was found first.")};
    Task outcome = decision("outcome", {"nothing"});
    outcome.per_child = true;
    outcome.decision->options[0].then = {effect(Effect::Kind::EndChild, "nothing-further")};
    Story story(definition({stage("work", {find, decide, tell, outcome}, "ended-done"), last_stage("done")}));
    story.begin({kAda, kBen});
    story.must(story.deciding("outcome", "nothing", worker(), kAda));
    EXPECT_EQ(story.state.task("find", kAda)->status, TaskState::Status::Cancelled);
    EXPECT_EQ(story.state.task("decide", kAda)->status, TaskState::Status::Cancelled) << "nobody could ever do it";
    EXPECT_TRUE(story.state.task("tell", kAda)->open());
    EXPECT_TRUE(story.state.task("decide", kBen)->open());
}

TEST(Course, EachChildHasItsOwnOutcomeAndOneMayEndWhileTheCaseRuns) {
    Task outcome = decision("outcome", {"assess", "nothing"});
    outcome.per_child = true;
    outcome.decision->options[0].then = {effect(Effect::Kind::EndChild, "assessed")};
    outcome.decision->options[1].then = {effect(Effect::Kind::EndChild, "nothing-further")};
    Task see = task("see");
    see.per_child = true;
    Stage screening = stage("screening", {outcome});
    screening.next = {{"ended-mixed", decided("outcome")}};
    Story story(definition({screening, last_stage("mixed")}));
    story.begin({kAda, kBen});
    story.must(story.deciding("outcome", "nothing", worker(), kAda));
    EXPECT_EQ(story.state.subjects[0].outcome, "nothing-further");
    EXPECT_FALSE(story.state.closed);
    story.must(story.deciding("outcome", "assess", worker(), kBen));
    EXPECT_TRUE(story.state.closed);
    EXPECT_EQ(story.state.subjects[1].outcome, "assessed");
}

TEST(Course, ALateJoinerGoesThroughWhatTheOthersHaveBeenThrough) {
    Task see = task("see");
    see.per_child = true;
    Story story(definition(
        {stage("first", {see}, "second"), stage("second", {task("other")}, "ended-done"), last_stage("done")}));
    story.begin({kAda});
    story.must(story.doing("see", worker(), kAda));
    EXPECT_EQ(story.stage(), "second");
    story.world.now = at("2026-03-04T10:00:00Z");
    story.must(AddSubject{{worker(), {}}, {kBen, "child", ""}});
    EXPECT_TRUE(story.is_open("see", kBen));
    story.must(story.doing("other"));
    EXPECT_FALSE(story.state.closed) << "the case waits for the child who joined late";
    story.must(story.doing("see", worker(), kBen));
    EXPECT_TRUE(story.state.closed);
}

TEST(Course, OneCaseIsOpenedForEachRow) {
    Task ask = task("ask");
    ask.form = "agencies";
    ask.then = {effect(Effect::Kind::OpenCase, "request")};
    ask.then[0].for_each = "agencies.asked";
    ask.then[0].carry = {{"agencies.asked.agency", "request.agency"}};
    Definition made = definition({stage("work", {ask, task("other")}, "ended-done"), last_stage("done")});
    procedure::Form agencies;
    agencies.id = agencies.title = "agencies";
    agencies.fields = {field("asked", FieldType::Group)};
    agencies.fields[0].fields = {field("agency", FieldType::Text)};
    made.forms = {agencies};
    Story story(made);
    story.begin();
    DoTask command = story.doing("ask");
    command.answers["asked"].rows = {{{"agency", Answer::of("police")}}, {{"agency", Answer::of("health")}}};
    story.must(command);
    std::vector<std::string> rows;
    for (const auto& event : story.events)
        if (event.kind == EventKind::CaseToOpen) rows.push_back(event.details.at("row"));
    EXPECT_EQ(rows, (std::vector<std::string>{"agencies.asked/0", "agencies.asked/1"}));
}

TEST(Course, EffectsOfADoneTaskHappenInOrder) {
    Task act = task("act");
    act.then = {effect(Effect::Kind::SetFact, "seen"),
                effect(Effect::Kind::SetFlag, "watch"),
                effect(Effect::Kind::Prohibit, "silence"),
                effect(Effect::Kind::MoveResponsibility, "child", "referrer"),
                effect(Effect::Kind::Chronology, "Seen at home."),
                effect(Effect::Kind::OpenCase, "assessment")};
    act.then[4].significant = true;
    act.then[5].carry = {{"record.words", "assessment.words"}};
    Definition made = definition({stage("work", {act, task("other")}, "ended-done"), last_stage("done")});
    procedure::Flag watch;
    watch.id = "watch";
    watch.expires_after = "1 month";
    made.flags = {watch};
    Story story(made);
    story.begin();
    story.must(story.doing("act"));
    EXPECT_EQ(story.state.facts.at({"seen", PersonId{}}), "yes");
    EXPECT_EQ(story.last(EventKind::FlagSet)->details.at("until"), "2026-04-02T22:59:59Z");
    EXPECT_TRUE(story.state.prohibitions.contains({"silence", PersonId{}}));
    EXPECT_EQ(story.state.responsible.at("child"), kSchool);
    EXPECT_EQ(story.state.records.at("chronology-entry"), 1);
    EXPECT_EQ(story.last(EventKind::CaseToOpen)->details.at("carry.assessment.words"), "record.words");
    EXPECT_EQ(story.last(EventKind::CaseToOpen)->details.at("how"), "must");
    const Condition watched = about(Condition::Kind::Flag, "watch");
    EXPECT_TRUE(holds(watched, story.definition, story.state, story.world));
    story.world.now = at("2026-04-02T23:00:00Z");
    EXPECT_FALSE(holds(watched, story.definition, story.state, story.world)) << "a dated flag runs out";
    story.must(Tick{});
    EXPECT_EQ(story.count(EventKind::FlagEnded, "watch"), 1);
}

TEST(Course, ThatGoesRoundInCirclesStopsInsteadOfRunningForEver) {
    Story story(definition({stage("a", {}, "b"), stage("b", {}, "a")}));
    EXPECT_THROW((void)story.attempt(story.opening()), std::logic_error);
}

TEST(Course, WhatIsRecordedLateBringsNothingAboutBeforeWhatHadComeToPass) {
    Story story(definition({stage("first", {task("a"), task("b")}, "second"),
                            stage("second", {task("c")}, "ended-done"), last_stage("done")}));
    story.begin();
    story.world.now = at("2026-03-04T12:00:00Z");
    story.must(story.doing("a"));
    story.world.now = at("2026-03-04T14:00:00Z");
    DoTask earlier = story.doing("b");
    earlier.occurred_at = at("2026-03-03T09:00:00Z");
    story.must(earlier);
    EXPECT_EQ(story.state.task("b")->done_at, at("2026-03-03T09:00:00Z"));
    EXPECT_EQ(story.state.entered.at("second"), at("2026-03-04T12:00:00Z"));
}

TEST(Reopening, IsANewEpisodeWithNewClocksAndTheOldMeasuresStand) {
    Task act = task("act");
    act.time = {due("1 working day", anchor(Anchor::Kind::Received))};
    Story story(definition({stage("work", {act}, "ended-done"), last_stage("done")}));
    story.begin();
    story.must(story.doing("act"));
    ASSERT_TRUE(story.state.closed);
    EXPECT_EQ(story.refused(story.doing("act"), RefusalCode::Conflict), std::vector<std::string>{"case-closed"});
    story.world.now = at("2026-05-11T10:00:00Z");
    EXPECT_EQ(story.refused(ReopenCase{{worker(), {}}, ""}, RefusalCode::Invalid),
              std::vector<std::string>{"required"});
    story.must(ReopenCase{{worker(), {}}, "New news of the same child."});
    EXPECT_FALSE(story.state.closed);
    EXPECT_EQ(story.state.episode, 2);
    EXPECT_EQ(story.state.task("act")->occurrence, 2);
    EXPECT_EQ(story.state.task("act")->dues.front().due_at, at("2026-05-12T22:59:59Z"));
    EXPECT_EQ(story.state.tasks.front().original_dues.front().due_at, at("2026-03-03T23:59:59Z"));
    story.must(story.doing("act"));
    EXPECT_TRUE(story.state.closed);
}

TEST(Closing, ForAReasonOutsideNeedsAReasonAndCancelsWhatIsOpenVisibly) {
    Definition made = definition({stage("work", {task("a"), task("b")}, "ended-done"), last_stage("done")});
    made.outcomes = {Option{"moved-abroad", "Moved abroad", "", false, false}};
    Story story(made);
    story.begin();
    EXPECT_EQ(story.refused(CloseCase{{dsl(), {}}, "vanished", ""}, RefusalCode::NotPermitted),
              (std::vector<std::string>{"required", "outcome", "organisation"}));
    story.must(CloseCase{{worker(), {}}, "moved-abroad", "The family has moved abroad."});
    EXPECT_TRUE(story.state.closed);
    made.outcomes = {Option{"done", "Done", "", false, false}};
    EXPECT_FALSE(may_close_with(made, "done")) << "not even where there is no other";
    EXPECT_EQ(story.count(EventKind::TaskNotNeeded), 2);
    EXPECT_EQ(story.last(EventKind::CaseClosed)->by, worker());
    EXPECT_TRUE(possible_acts(story.definition, story.state, worker(), story.world).empty());
    story.must(Note{{worker(), {}}, "A letter came from abroad.", false, "", {}});
}

}  // namespace hearken::engine::test
