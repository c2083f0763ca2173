#include "engine/test_definitions.hpp"

namespace hearken::engine::test {

namespace {

TimeRule covered(const char* id) {
    TimeRule rule;
    rule.construct = TimeRule::Construct::Cover;
    rule.id = id;
    rule.service = "dsl-cover";
    rule.otherwise = "No designated lead is on duty.";
    return rule;
}

Definition watched() {
    Task answer = task("answer");
    answer.time = {covered("rota")};
    Definition made = definition({stage("work", {answer}, "ended-done"), last_stage("done")});
    made.start.time = {covered("desk")};
    return made;
}

}  // namespace

TEST(Cover, AGapIsPutOnRecordOnceAndEnds) {
    Story story(watched());
    story.world.covered["dsl-cover"] = true;
    story.begin();
    EXPECT_EQ(story.count(EventKind::ClockSet), 0);
    story.world.covered["dsl-cover"] = false;
    const auto begun = story.later("2026-03-02T11:00:00Z");
    ASSERT_EQ(begun.size(), 2u) << "of the case, and of its task";
    EXPECT_EQ(begun[0].text, "No designated lead is on duty.");
    EXPECT_EQ(begun[1].dues.front().due_at, at("2026-03-02T11:00:00Z")) << "over at once";
    EXPECT_TRUE(story.state.gaps.contains("desk"));
    EXPECT_TRUE(story.later("2026-03-02T12:00:00Z").empty()) << "said once";
    story.world.covered["dsl-cover"] = true;
    EXPECT_EQ(story.later("2026-03-02T13:00:00Z").size(), 2u);
    EXPECT_TRUE(story.state.gaps.empty());
    EXPECT_TRUE(story.state.task("answer")->dues.empty());
}

TEST(Cover, SaysNothingWhereNobodyCanTell) {
    Story story(watched());
    story.begin();
    EXPECT_TRUE(story.later("2026-03-02T11:00:00Z").empty());
}

TEST(Cover, AGapIsNotTheLatenessOfWhoeverDoesTheTask) {
    Story story(watched());
    story.world.covered["dsl-cover"] = false;
    story.begin();
    story.world.now = at("2026-03-03T11:00:00Z");
    story.must(story.doing("answer"));
    EXPECT_FALSE(story.last(EventKind::TaskDone)->details.contains("late"));
}

}  // namespace hearken::engine::test
