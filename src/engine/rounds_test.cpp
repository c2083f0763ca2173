// A stage that is entered again: a new round, in which what the last one decided no longer counts.
#include "engine/scene.hpp"
#include "engine/test_definitions.hpp"

namespace hearken::engine::test {

namespace {

/// A review that comes back until it is decided to end: its form is the stage's own.
Definition reviews() {
    Task written = task("write"), decision_task = decision("continue", {"again", "end"});
    written.form = "report";
    Stage review = stage("review", {written, decision_task});
    review.next = {{"waiting", decided("continue", {"again"})}, {"ended-done", decided("continue", {"end"})}};
    Stage waiting = stage("waiting", {task("prepare")});
    waiting.next = {{"review", Condition{}}};
    Definition made = definition({waiting, review, last_stage("done")});
    Form report;
    report.id = "report";
    report.fields = {field("words", FieldType::LongText)};
    made.forms = {report};
    return made;
}

}  // namespace

TEST(Rounds, WhatTheLastRoundDecidedNoLongerCounts) {
    Story story(reviews());
    story.begin();
    story.must(story.doing("prepare"));
    story.must(DoTask{{worker(), {}}, "write", {}, {{"words", Answer::of("The first.")}}, {}, {}, {}, {}});
    story.must(story.deciding("continue", "again"));
    EXPECT_EQ(story.stage(), "waiting");
    EXPECT_TRUE(story.is_open("prepare")) << "a task of the stage opens anew";
    EXPECT_FALSE(holds(done("prepare"), story.definition, story.state, story.world));
    story.must(story.doing("prepare"));
    EXPECT_EQ(story.stage(), "review");
    EXPECT_TRUE(story.is_open("continue")) << "the last round's decision does not lead on";
    EXPECT_FALSE(holds(decided("continue", {"again"}), story.definition, story.state, story.world));
}

TEST(Rounds, ItsFormsBeginBlankAndTheOldWordsStayInTheEvents) {
    Story story(reviews());
    story.begin();
    story.must(story.doing("prepare"));
    story.must(DoTask{{worker(), {}}, "write", {}, {{"words", Answer::of("The first.")}}, {}, {}, {}, {}});
    story.must(story.deciding("continue", "again"));
    EXPECT_FALSE(story.state.form("report")->answers.empty()) << "until the round that writes it begins";
    story.must(story.doing("prepare"));
    EXPECT_TRUE(story.state.form("report")->answers.empty());
    EXPECT_FALSE(story.state.form("report")->signed_off);
}

TEST(Rounds, ATaskThatContinuesKeepsWhatWasWritten) {
    Definition made = reviews();
    made.strands.front().stages[1].tasks[0].continues = true;
    Story story(made);
    story.begin();
    story.must(story.doing("prepare"));
    story.must(DoTask{{worker(), {}}, "write", {}, {{"words", Answer::of("The first.")}}, {}, {}, {}, {}});
    story.must(story.deciding("continue", "again"));
    story.must(story.doing("prepare"));
    EXPECT_FALSE(story.state.form("report")->answers.empty());
}

TEST(Conditions, KnowWhenTheCourseOfEveryChildHasEnded) {
    Task each = task("see");
    each.per_child = true;
    each.then = {effect(Effect::Kind::EndChild, "done")};
    Story story(definition({stage("work", {each}, "ended-done"), last_stage("done")}));
    story.begin({kAda, kBen});
    const Condition ended = about(Condition::Kind::ChildrenEnded, "ended");
    EXPECT_FALSE(holds(ended, story.definition, story.state, story.world));
    story.must(story.doing("see", worker(), kAda));
    EXPECT_FALSE(holds(ended, story.definition, story.state, story.world));
    story.must(story.doing("see", worker(), kBen));
    EXPECT_TRUE(holds(ended, story.definition, story.state, story.world));
}

TEST(Course, OfAChildEndsByItselfOnceItsConditionHolds) {
    Task each = task("see");
    each.per_child = true;
    Stage work = stage("work", {each}, "ended-done");
    Definition made = definition({work, last_stage("done")});
    made.child_ends = {{"done", about(Condition::Kind::Elsewhere, "plan", {"open"}), {effect(Effect::Kind::Chronology, "A plan began.")}, {}, 0}};
    Story story(made);
    story.begin({kAda, kBen});
    story.world.elsewhere.emplace(std::pair(std::string("plan"), kAda), "open");
    story.later("2026-03-03T09:00:00Z");
    EXPECT_EQ(find_subject(story.state, kAda)->outcome, "done");
    EXPECT_TRUE(find_subject(story.state, kBen)->outcome.empty());
    EXPECT_EQ(story.last(EventKind::Noted)->subject, kAda);
    EXPECT_FALSE(story.is_open("see", kAda)) << "nothing is left to do for a child whose course has ended";
    EXPECT_TRUE(story.is_open("see", kBen));
    made.outcomes = {Option{"done", "Done", "", false, false}, Option{"given-up", "Given up", "", false, false}};
    EXPECT_FALSE(may_close_with(made, "done")) << "and nobody closes the whole by hand with it";
    EXPECT_TRUE(may_close_with(made, "given-up"));
}

TEST(Course, OfAChildThatEndedHasNoNextVisit) {
    Task visit = task("visit");
    visit.per_child = true;
    visit.time = {every("2 weeks")};
    Task end = task("end");
    end.per_child = true;
    end.then = {effect(Effect::Kind::EndChild, "done")};
    Story story(definition({stage("work", {visit, end}, "ended-done"), last_stage("done")}));
    story.begin({kAda, kBen});
    ASSERT_TRUE(story.is_open("visit", kAda));
    story.must(story.doing("end", worker(), kAda));
    EXPECT_FALSE(story.is_open("visit", kAda)) << "though its limit was running";
    EXPECT_TRUE(story.is_open("visit", kBen));
}

TEST(Conditions, KnowOfOtherCasesAboutTheSameChildAlone) {
    Story story(definition({stage("work", {task("see")}, "ended-done"), last_stage("done")}));
    story.begin({kAda, kBen});
    story.world.elsewhere.emplace(std::pair(std::string("plan"), kAda), "open");
    const Condition elsewhere = about(Condition::Kind::Elsewhere, "plan", {"open"});
    EXPECT_TRUE(holds(elsewhere, story.definition, story.state, story.world, kAda));
    EXPECT_FALSE(holds(elsewhere, story.definition, story.state, story.world, kBen));
    EXPECT_TRUE(holds(elsewhere, story.definition, story.state, story.world)) << "asked of no child: of any";
    EXPECT_FALSE(holds(about(Condition::Kind::Elsewhere, "plan", {"closed"}), story.definition, story.state, story.world));
}

}  // namespace hearken::engine::test
