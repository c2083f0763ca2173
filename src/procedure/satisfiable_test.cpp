#include "procedure/satisfiable.hpp"

#include <gtest/gtest.h>

namespace hearken::procedure {

namespace {

using Kind = Condition::Kind;
using Asked = Condition::Test;

Condition answer(const std::string& name, std::vector<std::string> values, Asked test = Asked::In) {
    Condition made;
    made.kind = Kind::Answer;
    made.name = name;
    made.test = test;
    made.values = std::move(values);
    return made;
}
Condition of(Kind kind, std::vector<Condition> inner) {
    Condition made;
    made.kind = kind;
    made.of = std::move(inner);
    return made;
}
Condition age(Asked test, const std::string& years) {
    Condition made;
    made.kind = Kind::Age;
    made.test = test;
    made.values = {years};
    return made;
}

}  // namespace

TEST(CanHold, SeesThatOneAnswerCannotBeTwoThings) {
    EXPECT_FALSE(can_hold(of(Kind::All, {answer("f.x", {"a"}), answer("f.x", {"b"})})));
    EXPECT_TRUE(can_hold(of(Kind::All, {answer("f.x", {"a", "b"}), answer("f.x", {"b", "c"})})));
    EXPECT_TRUE(can_hold(of(Kind::Any, {answer("f.x", {"a"}), answer("f.x", {"b"})})));
    EXPECT_FALSE(can_hold(of(Kind::All, {answer("f.x", {"a"}), of(Kind::Not, {answer("f.x", {"a", "b"})})})));
}

TEST(CanHold, KnowsTheOptionsOfAChoice) {
    ConditionFacts facts;
    facts.values_of = [](const Condition&) { return std::vector<std::string>{"a", "b"}; };
    const Condition neither = of(Kind::All, {answer("f.x", {}, Asked::Answered), of(Kind::Not, {answer("f.x", {"a"})}),
                                             of(Kind::Not, {answer("f.x", {"b"})})});
    EXPECT_FALSE(can_hold(neither, facts));
    EXPECT_TRUE(can_hold(neither));
    EXPECT_FALSE(can_hold(answer("f.x", {"c"}), facts));
}

TEST(CanHold, AllowsSeveralAnswersOfAMultipleChoice) {
    ConditionFacts facts;
    facts.takes_several = [](const Condition&) { return true; };
    EXPECT_TRUE(can_hold(of(Kind::All, {answer("f.x", {"a"}), answer("f.x", {"b"})}), facts));
}

TEST(CanHold, ComparesNumbers) {
    EXPECT_FALSE(can_hold(of(Kind::All, {age(Asked::Under, "1"), age(Asked::AtLeast, "16")})));
    EXPECT_FALSE(can_hold(of(Kind::All, {age(Asked::Under, "16"), of(Kind::Not, {age(Asked::AtMost, "15")})})));
    EXPECT_TRUE(can_hold(of(Kind::All, {age(Asked::Under, "17"), of(Kind::Not, {age(Asked::AtMost, "15")})})));
}

TEST(CanHold, FollowsWhatAnAnswerImplies) {
    ConditionFacts facts;
    facts.implies = [](const Condition& leaf) { return leaf.name == "f.y" ? answer("f.x", {"a"}) : Condition{}; };
    EXPECT_FALSE(can_hold(of(Kind::All, {answer("f.x", {"b"}), answer("f.y", {"z"})}), facts));
    EXPECT_TRUE(can_hold(of(Kind::All, {answer("f.x", {"a"}), answer("f.y", {"z"})}), facts));
}

TEST(CanHold, NothingOfNothingAndEverythingOfNothing) {
    EXPECT_FALSE(can_hold(Condition::that_never_holds()));
    EXPECT_TRUE(can_hold(of(Kind::Not, {Condition::that_never_holds()})));
    EXPECT_TRUE(can_hold(Condition{}));
}

}  // namespace hearken::procedure
