#include "engine/test_definitions.hpp"

namespace hearken::engine::test {

namespace {

Definition concern_story() {
    Definition made = definition({stage("work", {task("other")}, "ended-done"), last_stage("done")});
    Form form;
    form.id = "concern";
    form.fields = {field("worry", FieldType::LongText, true)};
    made.forms = {form};
    made.start.form = "concern";
    made.start.relation = "referrer";
    made.subjects.parts = {Option{"victim", "Harmed", "", false, false}, Option{"other", "Other", "", false, false}};
    return made;
}

OpenCase concern(const Story& story) {
    OpenCase open = story.opening({kAda, kBen});
    open.answers["worry"] = Answer::of("Ada came in without a coat.");
    open.subjects[0].part = "victim";
    open.subjects[1].part = "other";
    return open;
}

}  // namespace

TEST(Opening, AChildNotYetBornIsAChildToOpenACaseAbout) {
    Definition made = concern_story();
    made.strands.front().stages.front().tasks.front().per_child = true;
    Story story(made);
    OpenCase open = concern(story);
    open.subjects = {{kAda, "unborn", "victim"}};
    story.must(open);
    EXPECT_NE(story.state.task("other", kAda), nullptr) << "with work of its own";
}

TEST(Opening, PutsEverythingOnRecordAndEntersTheFirstStage) {
    Story story(concern_story());
    OpenCase open = concern(story);
    open.title = "A coat";
    open.received_at = at("2026-03-02T08:00:00Z");
    open.involved = {{"referrer", "dsl"}};
    open.details["channel"] = "telephone";
    story.must(open);
    EXPECT_EQ(story.state.title, "A coat");
    EXPECT_EQ(story.state.version, "1");
    EXPECT_EQ(story.state.received_at, at("2026-03-02T08:00:00Z"));
    EXPECT_EQ(story.state.organisations.at("owner"), kCouncil);
    EXPECT_EQ(story.state.organisations.at("referrer"), kSchool);
    EXPECT_EQ(story.state.subjects[0].part, "victim");
    EXPECT_EQ(story.state.involvements.at("referrer"), std::vector<std::string>{"dsl"});
    EXPECT_EQ(story.state.responsible.at("child"), kCouncil);
    EXPECT_EQ(story.events.front().details.at("channel"), "telephone");
    EXPECT_EQ(story.state.form("concern")->answers.at("worry").first(), "Ada came in without a coat.");
    EXPECT_EQ(story.stage(), "work");
    EXPECT_TRUE(story.is_open("other"));
    EXPECT_EQ(story.refused(open, RefusalCode::Conflict), std::vector<std::string>{"already-open"});
}

TEST(Opening, GivesAllReasonsTogether) {
    Story story(concern_story());
    OpenCase open;
    open.by = {UserId{"x"}, kSchool, "midday-supervisor", {}};
    open.received_at = story.world.now + std::chrono::hours{1};
    EXPECT_EQ(story.refused(open, RefusalCode::NotPermitted),
              (std::vector<std::string>{"role", "required", "required", "future", "required"}));
    EXPECT_FALSE(story.state.opened);
}

TEST(Opening, EachChildHasItsOwnPartAndIsNamedOnce) {
    Story story(concern_story());
    OpenCase open = concern(story);
    open.subjects[1] = {kAda, "child", "bystander"};
    EXPECT_EQ(story.refused(open, RefusalCode::Invalid), (std::vector<std::string>{"part", "twice"}));
}

TEST(Opening, ByThePublicNeedsNoAccount) {
    Definition made = concern_story();
    made.start.roles = {"public"};
    Story story(made);
    OpenCase open = concern(story);
    open.by = {};
    story.must(open);
    EXPECT_TRUE(story.state.opened_by.user.empty());
}

TEST(Opening, MeasuresHowSoonItCame) {
    Definition made = concern_story();
    TimeRule urgency;
    urgency.construct = TimeRule::Construct::Urgency;
    urgency.id = "referred";
    urgency.urgency_class = "now";
    urgency.of = anchor(Anchor::Kind::Opened);
    made.start.time = {urgency};
    Story story(made);
    story.must(concern(story));
    EXPECT_EQ(story.last(EventKind::ClockSet)->dues.front().clock, "referred");
}

TEST(Opening, NobodyElseCanActBeforeIt) {
    Story story(concern_story());
    EXPECT_EQ(story.refused(story.doing("other"), RefusalCode::NotFound), std::vector<std::string>{"no-case"});
    EXPECT_EQ(story.refused(Note{{worker(), {}}, "Hello.", false, "", {}}, RefusalCode::NotFound),
              std::vector<std::string>{"no-case"});
}

TEST(Instead, IsDecidedForEachChildByItself) {
    Definition made = concern_story();
    procedure::Definition::Start::Instead urgent, known;
    urgent.open = "urgent";
    urgent.when = all_of({fact("allocated-worker"), about(Condition::Kind::Answer, "concern.worry", {"Now."})});
    known.open = "message";
    known.when = fact("allocated-worker");
    made.start.instead = {urgent, known};
    Story story(made);
    story.world.facts[{"allocated-worker", kBen}] = "yes";
    OpenCase open = concern(story);
    const Opening opening = what_opens(story.definition, open, story.world);
    ASSERT_EQ(opening.ordinary.size(), 1u);
    EXPECT_EQ(opening.ordinary.front().person, kAda);
    ASSERT_EQ(opening.instead.size(), 1u);
    EXPECT_EQ(opening.instead.front().first->open, "message");
    EXPECT_EQ(opening.instead.front().second.person, kBen);
    EXPECT_TRUE(opening.opens_ordinary());
    open.answers["worry"] = Answer::of("Now.");
    EXPECT_EQ(what_opens(story.definition, open, story.world).instead.front().first->open, "urgent") << "the first that holds";
    story.world.facts[{"allocated-worker", kAda}] = "yes";
    EXPECT_FALSE(what_opens(story.definition, open, story.world).opens_ordinary());
}

TEST(Opening, ByARuleOfAnotherProcedureAsksForNoRoleOfThisOne) {
    Story story(concern_story());
    OpenCase open = concern(story);
    open.by = {UserId{"x"}, kSchool, "midday-supervisor", {}};
    EXPECT_EQ(story.refused(open, RefusalCode::NotPermitted), std::vector<std::string>{"role"});
    open.brought_about = true;
    story.must(open);
}

TEST(Opening, ByARuleOfAnotherProcedureLeavesWhatNobodyCouldBeAskedAsAGap) {
    Story story(concern_story());
    OpenCase open = concern(story);
    open.answers.clear();
    EXPECT_EQ(story.refused(open, RefusalCode::Invalid), std::vector<std::string>{"required"});
    open.brought_about = true;
    story.must(open);
}

TEST(Known, WhoeverHasAPartElsewhereTakesItHereOnce) {
    Definition made = concern_story();
    made.start.then = {effect(Effect::Kind::Involve, "allocated-worker", "known-allocated-worker")};
    Story story(made);
    story.world.known[{"allocated-worker", kAda}] = {"wren", "wanda"};
    story.world.known[{"allocated-worker", kBen}] = {"wren"};
    story.world.known[{"referrer", kBen}] = {"somebody-else"};
    story.must(concern(story));
    EXPECT_EQ(story.state.involvements.at("allocated-worker"), (std::vector<std::string>{"wren", "wanda"}));
    EXPECT_EQ(story.count(EventKind::PersonInvolved, "allocated-worker"), 2);
}

TEST(AddSubject, JoinsOnceAndUpToTheNumberAllowed) {
    Definition made = concern_story();
    made.subjects.at_most = 3;
    Story story(made);
    story.must(concern(story));
    EXPECT_EQ(story.refused(AddSubject{{worker(), {}}, {kAda, "child", "victim"}}, RefusalCode::Conflict),
              std::vector<std::string>{"twice"});
    story.must(AddSubject{{worker(), {}}, {PersonId{"cara"}, "child", "other"}});
    EXPECT_EQ(story.refused(AddSubject{{worker(), {}}, {PersonId{"dan"}, "child", "other"}}, RefusalCode::Invalid),
              std::vector<std::string>{"too-many"});
}

TEST(Initiator, WhoeverBeganItDoesIt) {
    Definition made = concern_story();
    made.strands[0].stages[0].tasks[0].assign = Task::Assign::Initiator;
    Story story(made);
    story.must(concern(story));
    EXPECT_EQ(story.state.task("other")->assigned_to, UserId{"dsl"});
}

TEST(AllocatedWorker, GetsWhatIsTheirsAsSoonAsTheyAreKnown) {
    Definition made = concern_story();
    made.strands[0].stages[0].tasks[0].assign = Task::Assign::Allocated;
    Story story(made);
    story.must(concern(story));
    EXPECT_TRUE(story.state.task("other")->assigned_to.empty());
    story.must(Involve{{manager(), {}}, "allocated-worker", "worker", "Allocated today."});
    EXPECT_EQ(story.state.task("other")->assigned_to, UserId{"worker"});
}

TEST(Correction, LeavesTheEntryAndSaysWhy) {
    Story story(concern_story());
    story.must(concern(story));
    EXPECT_EQ(story.refused(Correct{{worker(), {}}, EventId{}, "", ""}, RefusalCode::Invalid),
              (std::vector<std::string>{"required", "required", "required"}));
    const CaseState before = story.state;
    story.must(Correct{{worker(), {}}, EventId{"event-1"}, "It was her brother.", "Names mixed up."});
    EXPECT_EQ(story.last(EventKind::Corrected)->details.at("event"), "event-1");
    EXPECT_EQ(story.state.forms, before.forms);
}

TEST(Sharing, SaysWhatWithWhomAndWhyItIsLawful) {
    Story story(concern_story());
    story.must(concern(story));
    EXPECT_EQ(story.refused(Share{{worker(), {}}, "", {}, "", "", ""}, RefusalCode::Invalid),
              (std::vector<std::string>{"required", "required", "required", "required"}));
    story.must(Share{{worker(), {}}, "", kSchool, "The outcome.", "Consent of 2 March.", "They see Ada every day."});
    EXPECT_EQ(story.state.records.at("disclosure"), 1);
}

TEST(Responsibility, IsHandedOverByWhoeverHoldsItAndNeverTaken) {
    Story story(concern_story());
    story.must(concern(story));
    EXPECT_EQ(
        story.refused(MoveResponsibility{{dsl(), {}}, "child", kSchool, "We want it."}, RefusalCode::NotPermitted),
        std::vector<std::string>{"organisation"});
    story.must(MoveResponsibility{{manager(), {}}, "child", kSchool, "Agreed on 2 March."});
    EXPECT_EQ(story.refused(MoveResponsibility{{manager(), {}}, "child", kCouncil, "Back."}, RefusalCode::NotPermitted),
              std::vector<std::string>{"organisation"});
}

}  // namespace hearken::engine::test
