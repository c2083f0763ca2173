#include "engine/test_definitions.hpp"

namespace hearken::engine::test {

namespace {

struct Asked {
    Story story;
    bool operator()(const Condition& condition, PersonId subject = {}) const {
        return holds(condition, story.definition, story.state, story.world, subject);
    }
};

Asked two_children() {
    Task see = task("see");
    see.per_child = true;
    Task outcome = decision("outcome", {"assess", "nothing"}, {"team-manager"});
    outcome.per_child = true;
    Form form;
    form.id = "form";
    form.fields = {field("age", FieldType::Number), field("known", FieldType::Text), field("rows", FieldType::Group)};
    form.fields[2].fields = {field("name", FieldType::Text)};
    Definition made = definition({stage("work", {see, outcome, task("other")}, "ended-done"), last_stage("done")});
    made.forms = {form};
    made.settings = {{"limit", "Limit", "3", {}, true, {}, {}, 0}};
    Asked asked{Story(made)};
    asked.story.begin({kAda, kBen});
    return asked;
}

using Kind = Condition::Kind;
using By = Condition::Test;

}  // namespace

TEST(Condition, OfAllAnyAndNot) {
    const Asked asked = two_children();
    EXPECT_TRUE(asked({}));
    EXPECT_FALSE(asked(all_of({{}, done("other")})));
    EXPECT_TRUE(asked(negated(done("other"))));
    Condition any;
    any.kind = Kind::Any;
    EXPECT_FALSE(asked(any));
    any.of = {done("other"), {}};
    EXPECT_TRUE(asked(any));
}

TEST(Condition, DoneAtAllMeansForEveryChildWhoseCourseRuns) {
    Asked asked = two_children();
    asked.story.must(asked.story.doing("see", worker(), kAda));
    EXPECT_TRUE(asked(done("see"), kAda));
    EXPECT_FALSE(asked(done("see"), kBen));
    EXPECT_FALSE(asked(done("see")));
    asked.story.must(asked.story.doing("see", worker(), kBen));
    EXPECT_TRUE(asked(done("see")));
}

TEST(Condition, DecidedWithAnOptionMeansForAtLeastOneChildAndApprovedWaitsForTheSignature) {
    Asked asked = two_children();
    asked.story.must(asked.story.deciding("outcome", "assess", worker(), kAda));
    EXPECT_TRUE(asked(decided("outcome", {"assess"})));
    EXPECT_FALSE(asked(decided("outcome")));
    EXPECT_FALSE(asked(decided("outcome", {"nothing"})));
    EXPECT_FALSE(asked(approved("outcome"), kAda));
    asked.story.must(asked.story.signing("outcome", manager(), true, "", kAda));
    EXPECT_TRUE(asked(approved("outcome"), kAda));
    EXPECT_FALSE(asked(approved("outcome")));
}

TEST(Condition, OnAnswersTellsBlankNotKnownAndNotAskedApart) {
    Asked asked = two_children();
    const auto answered = [&](const char* id, Answer answer) {
        asked.story.state.forms[{"form", PersonId{}}].answers[id] = std::move(answer);
    };
    const Condition is_answered = about(Kind::Answer, "form.known", {}, By::Answered),
                    not_known = about(Kind::Answer, "form.known", {}, By::NotKnown);
    EXPECT_FALSE(asked(is_answered));
    answered("known", Answer::not_known());
    EXPECT_TRUE(asked(is_answered));
    EXPECT_TRUE(asked(not_known));
    answered("known", {Answer::Kind::NotAsked, {}, {}});
    EXPECT_FALSE(asked(is_answered));
    EXPECT_FALSE(asked(not_known));
    answered("age", Answer::of("3"));
    EXPECT_TRUE(asked(about(Kind::Answer, "form.age", {"3"}, By::AtLeast)));
    EXPECT_FALSE(asked(about(Kind::Answer, "form.age", {"4"}, By::AtLeast)));
    EXPECT_TRUE(asked(about(Kind::Answer, "form.age", {"3"}, By::AtMost)));
    EXPECT_TRUE(asked(about(Kind::Answer, "form.age", {"2", "3"}, By::In)));
    Answer rows;
    rows.rows = {{{"name", Answer::of("Ada")}}, {{"name", Answer::of("Ben")}}};
    answered("rows", rows);
    EXPECT_TRUE(asked(answer_is("form.rows.name", "Ben")));
    EXPECT_FALSE(asked(answer_is("form.rows.name", "Cara")));
}

TEST(Condition, OnFactsAndAgesIsAboutThisChildOrAnyone) {
    Asked asked = two_children();
    asked.story.world.facts[{"disabled", kBen}] = "yes";
    asked.story.world.facts[{"age-in-years", kAda}] = "16";
    asked.story.world.facts[{"unborn", kBen}] = "yes";
    EXPECT_FALSE(asked(fact("disabled"), kAda));
    EXPECT_TRUE(asked(fact("disabled"), kBen));
    EXPECT_TRUE(asked(fact("disabled")));
    EXPECT_FALSE(asked(fact("disabled", "no"), kAda)) << "an unknown fact is not a no";
    EXPECT_TRUE(asked(about(Kind::Age, "", {"16"}, By::AtLeast), kAda));
    EXPECT_FALSE(asked(about(Kind::Age, "", {"16"}, By::Under), kAda));
    EXPECT_TRUE(asked(about(Kind::Age, "", {"1"}, By::Under), kBen)) << "an unborn child is under every age";
    EXPECT_FALSE(asked(about(Kind::Age, "", {"0"}, By::AtLeast), kBen));
}

TEST(Condition, AChildIsBornDuringACaseThatTheyJoinedBefore) {
    Asked asked = two_children();
    EXPECT_FALSE(asked(fact("born-during-case"), kAda)) << "nothing is known of the birth";
    asked.story.world.facts[{"born-on", kAda}] = "2016-05-04";
    asked.story.world.facts[{"born-on", kBen}] = "2031-01-05";
    EXPECT_FALSE(asked(fact("born-during-case"), kAda));
    EXPECT_TRUE(asked(fact("born-during-case"), kBen));
}

TEST(Condition, OnSettingsStagesLinksAndResponsibility) {
    Asked asked = two_children();
    EXPECT_TRUE(asked(about(Kind::Setting, "limit", {"3"})));
    asked.story.world.settings["limit"] = "5";
    EXPECT_FALSE(asked(about(Kind::Setting, "limit", {"3"})));
    EXPECT_TRUE(asked(about(Kind::Setting, "limit", {"4"}, By::AtLeast)));
    EXPECT_TRUE(asked(about(Kind::Entered, "work")));
    EXPECT_FALSE(asked(about(Kind::Left, "work")));
    asked.story.world.linked.insert({"assessment", "closed"});
    EXPECT_TRUE(asked(about(Kind::Linked, "assessment", {"any"})));
    EXPECT_FALSE(asked(about(Kind::Linked, "assessment", {"open"})));
    EXPECT_TRUE(asked(about(Kind::Responsible, "child", {"owner"})));
    asked.story.must(MoveResponsibility{{worker(), {}}, "child", kSchool, "Agreed at the meeting of 2 March."});
    EXPECT_FALSE(asked(about(Kind::Responsible, "child", {"owner"})));
    EXPECT_TRUE(asked(about(Kind::Responsible, "child", {"referrer"})));
}

TEST(Condition, OnProhibitionsSeesThoseOfOtherCases) {
    Asked asked = two_children();
    const Condition silenced = about(Kind::Prohibited, "do-not-tell-family");
    EXPECT_FALSE(asked(silenced));
    asked.story.world.prohibitions.insert("do-not-tell-family");
    EXPECT_TRUE(asked(silenced));
}

TEST(Condition, OnTimeElapsedHoldsOnceThePeriodIsOver) {
    Asked asked = two_children();
    const Condition elapsed = about(Kind::Elapsed, "received", {"1 working day"});
    asked.story.world.now = at("2026-03-03T23:59:59Z");
    EXPECT_FALSE(asked(elapsed));
    asked.story.world.now = at("2026-03-04T00:00:00Z");
    EXPECT_TRUE(asked(elapsed));
    EXPECT_FALSE(asked(about(Kind::Elapsed, "done other", {"1 working day"})))
        << "what has not happened has not elapsed";
}

}  // namespace hearken::engine::test
