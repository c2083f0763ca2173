#include "engine/test_definitions.hpp"

namespace hearken::engine::test {

namespace {

Definition discussion_story(std::string minutes_within = {}) {
    Task meet = task("discussion");
    meet.meeting.emplace();
    meet.meeting->agenda = {{"siblings", "Other children", true}, {"news", "News", false}};
    meet.meeting->minutes_within = std::move(minutes_within);
    meet.then = {effect(Effect::Kind::SetFact, "discussed")};
    return definition({stage("work", {meet, task("other")}, "ended-done"), last_stage("done")});
}

const Instant kNextWeek = at("2026-03-09T14:00:00Z");

}  // namespace

TEST(Meeting, IsArrangedForTheFutureAndHeld) {
    Story story(discussion_story());
    story.begin();
    EXPECT_EQ(story.refused(ArrangeMeeting{{worker(), {}}, "discussion", at("2026-03-01T14:00:00Z"), "Room 2", {}},
                            RefusalCode::Invalid),
              std::vector<std::string>{"past"});
    story.must(ArrangeMeeting{{worker(), {}}, "discussion", kNextWeek, "Room 2", {"police-officer"}});
    EXPECT_EQ(story.state.task("discussion")->arranged_for, kNextWeek);
    story.world.now = kNextWeek + std::chrono::hours{2};
    EXPECT_EQ(story.refused(HoldMeeting{{worker(), {}}, "discussion", {}, true, ""}, RefusalCode::Invalid),
              std::vector<std::string>{"required"})
        << "items that must be minuted even if none";
    story.must(HoldMeeting{{worker(), {}}, "discussion", {{"siblings", Answer::of("None.")}}, true, ""});
    EXPECT_EQ(story.status("discussion"), TaskState::Status::Done);
    EXPECT_TRUE(holds(about(Condition::Kind::Quorate, "discussion"), story.definition, story.state, story.world));
    EXPECT_EQ(story.count(EventKind::FactSet, "discussed"), 1);
    EXPECT_EQ(story.state.records.at("minutes"), 1);
}

TEST(Meeting, WithoutItsQuorumSaysWhyItWentAhead) {
    Story story(discussion_story());
    story.begin();
    HoldMeeting held{{worker(), {}}, "discussion", {{"siblings", Answer::of("None.")}}, false, ""};
    EXPECT_EQ(story.refused(held, RefusalCode::Invalid), std::vector<std::string>{"required"});
    held.why_not_quorate = "Two were ill and it could not wait.";
    story.must(held);
    EXPECT_FALSE(holds(about(Condition::Kind::Quorate, "discussion"), story.definition, story.state, story.world));
    EXPECT_TRUE(holds(about(Condition::Kind::Held, "discussion"), story.definition, story.state, story.world));
}

TEST(Meeting, IsArrangedAndHeldPastAGateThatAsksWhyWithAReason) {
    Definition made = discussion_story();
    made.strands[0].stages[0].tasks[0].needs = {gate("reports-read", done("other"), "Read the reports first.", GateStrength::AskWhy)};
    Story story(made);
    story.begin();
    ArrangeMeeting arranged{{worker(), {}}, "discussion", kNextWeek, "Room 2", {}};
    EXPECT_EQ(story.refused(arranged, RefusalCode::GateNotMet), std::vector<std::string>{"gate:reports-read"});
    HoldMeeting held{{worker(), {}}, "discussion", {{"siblings", Answer::of("None.")}}, true, ""};
    EXPECT_EQ(story.refused(held, RefusalCode::GateNotMet), std::vector<std::string>{"gate:reports-read"});
    held.why = "The children could not wait for it.";
    story.must(held);
    EXPECT_EQ(story.last(EventKind::GateBypassed)->text, held.why);
    EXPECT_EQ(story.status("discussion"), TaskState::Status::Done);
}

TEST(Meeting, ItsQuorumIsCountedFromWhoWasThere) {
    Definition made = discussion_story();
    made.strands[0].stages[0].tasks[0].meeting->quorum_of = {"school", "dsl"};
    made.strands[0].stages[0].tasks[0].meeting->quorum = 3;
    Story story(made);
    story.begin();
    Vocabulary words = vocabulary();
    words.roles["dsl"].at = {"school"};
    words.organisation_kinds["school"] = "School";
    story.world.vocabulary = &words;
    HoldMeeting held{{worker(), {}}, "discussion", {{"siblings", Answer::of("None.")}}, true, ""};
    EXPECT_EQ(story.refused(held, RefusalCode::Invalid), std::vector<std::string>{"required"}) << "who was there";
    held.record["attended"].values = {"social-worker", "team-manager"};
    const auto refused = story.attempt(held);
    ASSERT_FALSE(refused) << "whatever the command says of it";
    EXPECT_EQ(refused.error().reasons.front().code, "not-quorate");
    EXPECT_EQ(refused.error().reasons.front().text,
              "The meeting did not have its quorum: there were 2 of the 3 who make a quorum; nobody was there for: School, dsl. Say why it went ahead.");
    held.why_not_quorate = "It could not wait.";
    held.quorate = true;
    story.must(held);
    EXPECT_FALSE(story.state.quorate.contains("discussion"));
    EXPECT_NE(story.last(EventKind::MeetingHeld)->details.at("quorum-missing"), "");
}

TEST(Meeting, AQuorumIsMadeByKindsOfOrganisationAndRoles) {
    procedure::Meeting meeting;
    meeting.quorum_of = {"school", "police"};
    Vocabulary words = vocabulary();
    words.roles["dsl"].at = {"school"};
    Surroundings world;
    world.vocabulary = &words;
    const auto row = [](const char* kind, const char* attended) { return Answers{{"who", Answer::of("somebody")}, {"kind", Answer::of(kind)}, {"attended", Answer::of(attended)}}; };
    Answers record;
    record["attended"].values = {"dsl"};
    record["attendance"].rows = {row("police", "no")};
    EXPECT_EQ(quorum_of(meeting, record, {}, {}, world).missing, std::vector<std::string>{"police"}) << "an apology is not there";
    record["attendance"].rows.push_back(row("police", "yes"));
    EXPECT_TRUE(quorum_of(meeting, record, {}, {}, world).met());
}

TEST(Meeting, ItsQuorumMayCountAgenciesInsteadOfPeople) {
    procedure::Meeting meeting;
    meeting.quorum = 3;
    meeting.quorum_counts_agencies = true;
    Vocabulary words = vocabulary();
    words.roles["dsl"].at = {"school"};
    Surroundings world;
    world.vocabulary = &words;
    const auto row = [](const char* who, const char* kind) { return Answers{{"who", Answer::of(who)}, {"kind", Answer::of(kind)}, {"attended", Answer::of("yes")}}; };
    Answers record;
    record["attendance"].rows = {row("mother", ""), row("nurse", "health"), row("midwife", "health"), row("dsl", "")};
    const Quorum two = quorum_of(meeting, record, {}, {}, world);
    EXPECT_EQ(two.there, 2) << "a mother is no agency, and two from health are one";
    EXPECT_EQ(two.in_words(), "there were 2 of the 3 agencies that make a quorum");
    record["attendance"].rows.push_back(row("officer", "police"));
    EXPECT_TRUE(quorum_of(meeting, record, {}, {}, world).met());
}

TEST(Meeting, EachRowOfItsAttendanceSaysWhoAndWhetherTheyCame) {
    Story story(discussion_story());
    story.begin();
    HoldMeeting held{{worker(), {}}, "discussion", {{"siblings", Answer::of("None.")}}, true, ""};
    held.record["attendance"].rows = {{{"who", Answer::of("police-officer")}, {"attended", Answer::of("yes")}}, {{"name", Answer::of("Ms Sampleton")}, {"attended", Answer::of("perhaps")}}};
    const auto refused = story.attempt(held);
    ASSERT_FALSE(refused);
    std::vector<std::string> fields;
    for (const auto& reason : refused.error().reasons) fields.push_back(reason.field);
    EXPECT_EQ(fields, (std::vector<std::string>{"attendance--0--name", "attendance--1--attended", "attendance--1--role"}));
    held.record["attendance"].rows = {{{"who", Answer::of("police-officer")}, {"attended", Answer::of("apologies")}},
                                      {{"name", Answer::of("Ms Sampleton")}, {"role", Answer::of("Housing officer")}, {"attended", Answer::of("yes")}}};
    story.must(held);
}

TEST(Meeting, ItsMinutesMayFollowWithinTheirTime) {
    Story story(discussion_story("3 working days"));
    story.begin();
    story.must(HoldMeeting{{worker(), {}}, "discussion", {}, true, ""});
    const TaskState& held = *story.state.task("discussion");
    EXPECT_TRUE(held.open());
    EXPECT_TRUE(held.minutes_awaited);
    EXPECT_EQ(held.dues.front().clock, "minutes");
    EXPECT_EQ(held.dues.front().due_at, at("2026-03-05T23:59:59Z"));
    EXPECT_EQ(story.count(EventKind::FactSet), 0);
    EXPECT_EQ(story.refused(HoldMeeting{{worker(), {}}, "discussion", {}, true, ""}, RefusalCode::Conflict),
              std::vector<std::string>{"already-held"});
    EXPECT_EQ(story.refused(story.doing("discussion"), RefusalCode::Invalid), std::vector<std::string>{"required"});
    DoTask minutes = story.doing("discussion");
    minutes.answers = {{"siblings", Answer::of("None.")}};
    story.must(minutes);
    EXPECT_EQ(story.status("discussion"), TaskState::Status::Done);
    EXPECT_EQ(story.count(EventKind::FactSet, "discussed"), 1);
}

TEST(Meeting, OfASeriesOpensItsNext) {
    Definition made = discussion_story();
    made.strands[0].stages[0].tasks[0].meeting->series = "6 weeks";
    Story story(made);
    story.begin();
    story.must(HoldMeeting{{worker(), {}}, "discussion", {{"siblings", Answer::of("None.")}}, true, ""});
    EXPECT_EQ(story.state.task("discussion")->occurrence, 2);
    EXPECT_EQ(story.state.task("discussion")->dues.front().due_at, at("2026-04-13T22:59:59Z"));
}

TEST(Meeting, DoesNotInviteWhomARestrictionKeepsOut) {
    Definition made = discussion_story();
    procedure::Prohibition silence;
    silence.id = "silence";
    silence.says = "Do not invite the family.";
    silence.forbids = {"invite-family"};
    made.prohibitions = {silence};
    Story story(made);
    story.begin();
    story.must(SetProhibition{{worker(), {}}, "silence", {}, "Danger if they knew.", false});
    EXPECT_EQ(story.refused(ArrangeMeeting{{worker(), {}}, "discussion", kNextWeek, "", {"family"}},
                            RefusalCode::NotPermitted),
              std::vector<std::string>{"prohibited:silence"});
    story.must(ArrangeMeeting{{worker(), {}}, "discussion", kNextWeek, "", {"school"}});
}

}  // namespace hearken::engine::test
