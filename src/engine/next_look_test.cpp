#include "engine/test_definitions.hpp"

namespace hearken::engine::test {

namespace {

/// Moves up by itself once the setting's time on the first stage has passed.
Definition ladder(const char* limit) {
    Condition passed = about(Condition::Kind::Elapsed, "entered first");
    passed.setting = "limit";
    Task wait = task("settle");
    wait.required = false;
    Definition made = definition({stage("first", {wait}, "second"), stage("second", {task("other")}, "ended-done"), last_stage("done")});
    made.strands[0].stages[0].leave_when = {gate("passed", passed, "Settle it.")};
    procedure::Setting setting;
    setting.id = "limit";
    setting.value = limit;
    made.settings = {setting};
    return made;
}

std::optional<Instant> next(const Story& story) { return next_look(story.definition, story.state, story.world); }

}  // namespace

TEST(NextLook, IsTheSecondAfterALimitInHours) {
    Story story(ladder("24 hours"), "2026-03-02T10:00:00Z");
    story.begin();
    ASSERT_EQ(next(story), at("2026-03-03T10:00:01Z"));
    story.later("2026-03-03T10:00:00Z");
    EXPECT_EQ(story.stage(), "first");
    story.later("2026-03-03T10:00:01Z");
    EXPECT_EQ(story.stage(), "second");
    EXPECT_EQ(next(story), std::nullopt) << "nothing more waits for time";
}

TEST(NextLook, CountsWorkingDaysOverEaster) {
    Story story(ladder("2 working days"), "2026-04-02T14:10:00Z");
    story.begin();
    EXPECT_EQ(next(story), at("2026-04-08T23:00:00Z")) << "the end of Wednesday 8 April, summer time";
}

TEST(NextLook, FollowsTheSettingAsAnAuthorityChangedIt) {
    Story story(ladder("24 hours"));
    story.begin();
    story.world.settings["limit"] = "1 hour";
    EXPECT_EQ(next(story), at("2026-03-02T11:00:01Z"));
}

TEST(NextLook, IsAskedForOnlyWhereSomethingWaitsForTime) {
    Story timed(ladder("24 hours"));
    timed.begin();
    EXPECT_TRUE(waits_for_time(timed.definition, timed.state));
    Story plain(definition({stage("work", {task("other")}, "ended-done"), last_stage("done")}));
    plain.begin();
    EXPECT_FALSE(waits_for_time(plain.definition, plain.state));
    EXPECT_EQ(next(plain), std::nullopt);
}

TEST(NextLook, IsWhenAFlagRunsOut) {
    Task raise = task("raise");
    raise.then = {effect(Effect::Kind::SetFlag, "watch")};
    Definition made = definition({stage("work", {raise, task("other")}, "ended-done"), last_stage("done")});
    procedure::Flag flag;
    flag.id = "watch";
    flag.expires_after = "2 hours";
    made.flags = {flag};
    Story story(made);
    story.begin();
    story.must(story.doing("raise"));
    ASSERT_EQ(next(story), at("2026-03-02T12:00:01Z"));
    story.later("2026-03-02T12:00:01Z");
    EXPECT_EQ(story.count(EventKind::FlagEnded, "watch"), 1);
}

}  // namespace hearken::engine::test
