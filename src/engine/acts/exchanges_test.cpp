#include "engine/test_definitions.hpp"

namespace hearken::engine::test {

namespace {

Definition enquiry_story() {
    Task ask = task("ask-school");
    ask.exchange.emplace();
    ask.exchange->body = "referrer";
    ask.exchange->answer_within = "2 working days";
    ask.exchange->chase_after = "3 working days";
    ask.time = {due("1 working day", anchor(Anchor::Kind::Received))};
    ask.then = {effect(Effect::Kind::SetFact, "school-answered")};
    return definition({stage("work", {ask, task("other")}, "ended-done"), last_stage("done")});
}

}  // namespace

TEST(Exchange, IsSentAwaitedChasedAndAnswered) {
    Story story(enquiry_story());
    story.begin();
    EXPECT_EQ(story.refused(AnswerExchange{{worker(), {}}, "ask-school", {}, "Nothing known.", false, false},
                            RefusalCode::GateNotMet),
              std::vector<std::string>{"not-sent"});
    story.must(SendExchange{{worker(), {}}, "ask-school", {}, "What do you know?", "ref-7"});
    const TaskState& sent = *story.state.task("ask-school");
    EXPECT_TRUE(sent.open());
    EXPECT_EQ(sent.reference, "ref-7");
    ASSERT_EQ(sent.dues.size(), 2u) << "ours is met; theirs runs";
    EXPECT_TRUE(sent.dues[0].outside);
    EXPECT_EQ(sent.dues[0].clock, "answer");
    EXPECT_EQ(sent.dues[0].due_at, at("2026-03-04T23:59:59Z"));
    EXPECT_EQ(story.refused(SendExchange{{worker(), {}}, "ask-school", {}, "Again?", ""}, RefusalCode::Conflict),
              std::vector<std::string>{"already-sent"});
    story.must(ChaseExchange{{worker(), {}}, "ask-school", {}, "Rang the office."});
    story.must(AnswerExchange{{dsl(), {}}, "ask-school", {}, "Part of it.", true, false});
    EXPECT_TRUE(story.is_open("ask-school"));
    EXPECT_EQ(story.count(EventKind::FactSet), 0);
    story.world.now = at("2026-03-09T10:00:00Z");
    story.must(AnswerExchange{{worker(), {}}, "ask-school", {}, "", false, true});
    EXPECT_EQ(story.status("ask-school"), TaskState::Status::Done);
    EXPECT_EQ(story.count(EventKind::FactSet, "school-answered"), 1);
    EXPECT_FALSE(story.last(EventKind::ExchangeAnswered)->details.contains("late"))
        << "their lateness is not our breach";
}

TEST(Exchange, IsSentPastAGateThatAsksWhyWithAReason) {
    Definition made = enquiry_story();
    made.strands[0].stages[0].tasks[0].needs = {gate("parents-told", done("other"), "Decide what the parents are told first.", GateStrength::AskWhy)};
    Story story(made);
    story.begin();
    SendExchange sent{{worker(), {}}, "ask-school", {}, "What do you know?", "ref-7"};
    EXPECT_EQ(story.refused(sent, RefusalCode::GateNotMet), std::vector<std::string>{"gate:parents-told"});
    sent.why = "They are not to be warned.";
    story.must(sent);
    EXPECT_EQ(story.last(EventKind::GateBypassed)->text, sent.why);
}

TEST(Exchange, AnAnswerSaysSomethingAndComesFromThoseConcerned) {
    Story story(enquiry_story());
    story.begin();
    story.must(SendExchange{{worker(), {}}, "ask-school", {}, "What do you know?", ""});
    EXPECT_EQ(story.refused(AnswerExchange{{worker(), {}}, "ask-school", {}, " ", false, false}, RefusalCode::Invalid),
              std::vector<std::string>{"required"});
    ActedBy stranger = dsl();
    stranger.organisation = OrganisationId{"another-school"};
    EXPECT_EQ(story.refused(AnswerExchange{{stranger, {}}, "ask-school", {}, "We know them.", false, false},
                            RefusalCode::NotPermitted),
              (std::vector<std::string>{"role", "organisation"}));
}

TEST(Exchange, SentLateIsOurBreach) {
    Story story(enquiry_story());
    story.begin();
    story.world.now = at("2026-03-05T10:00:00Z");
    story.must(SendExchange{{worker(), {}}, "ask-school", {}, "What do you know?", ""});
    EXPECT_EQ(story.last(EventKind::ExchangeSent)->details.at("late"), "yes");
}

}  // namespace hearken::engine::test
