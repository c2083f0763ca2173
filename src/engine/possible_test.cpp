#include "engine/test_definitions.hpp"

namespace hearken::engine::test {

namespace {

using Act = Possible::Act;

const Possible* find(const std::vector<Possible>& acts, const std::string& task, Act act = Act::Do) {
    for (const auto& one : acts)
        if (one.task == task && one.act == act) return &one;
    return nullptr;
}

std::vector<Possible> acts_of(const Story& story, const ActedBy& by) {
    return possible_acts(story.definition, story.state, by, story.world);
}

}  // namespace

TEST(PossibleActs, SayEveryReasonWhyNot) {
    Task act = task("act");
    act.needs = {gate("first", done("other"), "Do the other first."),
                 gate("said", done("other"), "Say why.", GateStrength::AskWhy),
                 gate("mind", done("other"), "Mind this.", GateStrength::Warn)};
    Story story(definition({stage("work", {act, task("other")}, "ended-done"), last_stage("done")}));
    story.begin();
    const auto theirs = acts_of(story, dsl());
    const Possible* found = find(theirs, "act");
    ASSERT_NE(found, nullptr);
    EXPECT_FALSE(found->may);
    ASSERT_EQ(found->why_not.size(), 3u);
    EXPECT_EQ(found->why_not[0].code, "role");
    EXPECT_EQ(found->why_not[1].code, "organisation");
    EXPECT_EQ(found->why_not[2].code, "gate:first");
    EXPECT_EQ(found->asks_why.size(), 1u);
    EXPECT_EQ(found->warnings.size(), 1u);
    EXPECT_TRUE(find(acts_of(story, worker()), "other")->may);
}

TEST(PossibleActs, OfferWhatTheKindOfTaskTakes) {
    Task sends = task("sends"), meets = task("meets"), log = task("log");
    sends.exchange.emplace();
    meets.meeting.emplace();
    log.repeatable = true;
    Definition made = definition(
        {stage("work", {decision("decide", {"yes"}, {"team-manager"}), sends, meets, task("other")}, "ended-done"),
         last_stage("done")});
    made.anytime = {log};
    Story story(made);
    story.begin();
    auto acts = acts_of(story, worker());
    EXPECT_NE(find(acts, "decide", Act::Decide), nullptr);
    EXPECT_NE(find(acts, "sends", Act::Send), nullptr);
    EXPECT_NE(find(acts, "meets", Act::Arrange), nullptr);
    EXPECT_NE(find(acts, "meets", Act::Hold), nullptr) << "the world does not wait for an arrangement";
    ASSERT_NE(find(acts, "log"), nullptr);
    EXPECT_TRUE(find(acts, "log")->anytime);
    story.must(story.deciding("decide", "yes"));
    story.must(SendExchange{{worker(), {}}, "sends", {}, "", ""});
    acts = acts_of(story, worker());
    EXPECT_EQ(find(acts, "decide", Act::Decide), nullptr);
    ASSERT_NE(find(acts, "decide", Act::Sign), nullptr);
    EXPECT_FALSE(find(acts, "decide", Act::Sign)->may);
    EXPECT_EQ(find(acts, "decide", Act::Sign)->why_not.size(), 2u) << "not the role, and not one's own";
    EXPECT_NE(find(acts, "sends", Act::Answer), nullptr);
    EXPECT_TRUE(find(acts_of(story, manager()), "decide", Act::Sign)->may);
}

TEST(PossibleActs, AreExactlyWhatIsThenAccepted) {
    Task act = task("act");
    act.needs = {gate("first", done("other"), "Do the other first.")};
    Story story(
        definition({stage("work", {act, task("other"), task("theirs", "dsl")}, "ended-done"), last_stage("done")}));
    story.begin();
    for (const ActedBy& by : {worker(), manager(), dsl()})
        for (const auto& possible : acts_of(story, by)) {
            const auto result =
                carry_out(story.definition, story.state, Command{story.doing(possible.task, by)}, story.world);
            EXPECT_EQ(result.has_value(), possible.may) << possible.task << " by " << by.role;
        }
}

TEST(PossibleActs, ShowWhatMustHoldAndDoesNot) {
    Task watch = task("watch");
    TimeRule rule;
    rule.construct = TimeRule::Construct::While;
    rule.id = "while";
    rule.state = fact("has-worker");
    rule.otherwise = "No worker is allocated.";
    watch.time = {rule};
    Story story(definition({stage("work", {watch}, "ended-done"), last_stage("done")}));
    story.begin();
    const auto acts = acts_of(story, worker());
    EXPECT_EQ(find(acts, "watch")->warnings, (std::vector<Reason>{{"while:while", "No worker is allocated.", ""}}));
    EXPECT_TRUE(find(acts, "watch")->may);
}

}  // namespace hearken::engine::test
