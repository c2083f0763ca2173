#include "procedure/sets_fact.hpp"

#include <gtest/gtest.h>

namespace hearken::procedure {

namespace {

Effect sets(const std::string& fact) {
    Effect effect{};
    effect.kind = Effect::Kind::SetFact;
    effect.name = fact;
    return effect;
}

Definition with_one_stage() {
    Definition made;
    made.strands.emplace_back();
    made.strands.back().stages.emplace_back();
    made.strands.back().stages.back().tasks.emplace_back();
    return made;
}

}  // namespace

TEST(SetsFact, IsFoundAtTheOpeningInATaskOfAStageAtAnyTimeAndInAnOption) {
    Definition opening = with_one_stage(), task = with_one_stage(), anytime = with_one_stage(), option = with_one_stage();
    opening.start.then = {sets("child-seen")};
    task.strands[0].stages[0].tasks[0].then = {sets("other"), sets("child-seen")};
    anytime.anytime.emplace_back().then = {sets("child-seen")};
    auto& decision = option.strands[0].stages[0].tasks[0].decision.emplace();
    decision.options.emplace_back().then = {sets("child-seen")};
    for (const auto* one : {&opening, &task, &anytime, &option}) EXPECT_TRUE(sets_fact(*one, "child-seen"));
}

TEST(SetsFact, IsNotFoundWhereOnlyAnotherFactIsSetOrAnEffectOfAnotherKindHasItsName) {
    Definition made = with_one_stage();
    made.start.then = {sets("other")};
    Effect flag = sets("child-seen");
    flag.kind = Effect::Kind::SetFlag;
    made.strands[0].stages[0].tasks[0].then = {flag};
    EXPECT_FALSE(sets_fact(made, "child-seen"));
}

}  // namespace hearken::procedure
