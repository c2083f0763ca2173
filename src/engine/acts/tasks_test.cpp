#include "engine/test_definitions.hpp"

namespace hearken::engine::test {

namespace {

Form record_form() {
    Form made;
    made.id = "record";
    made.fields = {field("words", FieldType::LongText, true), field("seen", FieldType::YesNo),
                   field("outcome-known", FieldType::Text)};
    made.fields[2].required = Field::Required::ToClose;
    return made;
}

Definition record_story() {
    Task record = task("record-it");
    record.form = "record";
    Definition made = definition({stage("work", {record, task("other")}, "ended-done"), last_stage("done")});
    made.forms = {record_form()};
    return made;
}

SaveForm saving(const Story&, Answers answers, std::optional<int> revision = {}) {
    return {{worker(), {}}, "record-it", {}, std::move(answers), revision};
}

}  // namespace

TEST(SaveForm, KeepsWhatIsThereAndAsksNothing) {
    Story story(record_story());
    story.begin();
    story.must(saving(story, {{"seen", Answer::of("yes")}}));
    EXPECT_EQ(story.state.form("record")->revision, 1);
    EXPECT_TRUE(story.is_open("record-it"));
    EXPECT_TRUE(story.must(saving(story, {{"seen", Answer::of("yes")}})).empty()) << "the same again is nothing new";
}

TEST(SaveForm, TheSecondOfTwoEditorsIsToldAndLosesNothing) {
    Story story(record_story());
    story.begin();
    story.must(saving(story, {{"words", Answer::of("First.")}}, 0));
    EXPECT_EQ(story.refused(saving(story, {{"words", Answer::of("Second.")}}, 0), RefusalCode::Conflict),
              std::vector<std::string>{"changed-since"});
    EXPECT_EQ(story.state.form("record")->answers.at("words").first(), "First.");
    story.must(saving(story, {{"words", Answer::of("First and second.")}}, 1));
    EXPECT_EQ(story.state.form("record")->revision, 2);
}

TEST(SaveForm, RefusesWhatIsNotAnAnswerToThisForm) {
    Story story(record_story());
    story.begin();
    EXPECT_EQ(story.refused(saving(story, {{"seen", Answer::of("perhaps")}, {"nonsense", Answer::of("x")}}),
                            RefusalCode::Invalid),
              (std::vector<std::string>{"choice", "unknown-field"}));
}

TEST(DoTask, AsksForWhatIsMissingAndNamesTheField) {
    Story story(record_story());
    story.begin();
    const auto refused = story.attempt(story.doing("record-it"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reasons, (std::vector<Reason>{{"required", "Enter words.", "words"}}));
}

TEST(DoTask, UsesWhatWasSavedWhenNothingIsSent) {
    Story story(record_story());
    story.begin();
    story.must(saving(story, {{"words", Answer::of("Said at break.")}}));
    story.must(story.doing("record-it"));
    EXPECT_EQ(story.status("record-it"), TaskState::Status::Done);
    EXPECT_TRUE(story.state.form("record")->signed_off);
    EXPECT_EQ(story.state.form("record")->revision, 1);
}

TEST(DoTask, TakesNothingOfTheTimeBeforeForTheNextTime) {
    Definition made = record_story();
    made.strands[0].stages[0].tasks[0].time = {every("2 weeks")};
    Story story(made);
    story.begin();
    story.must(saving(story, {{"words", Answer::of("Seen on Monday.")}}));
    story.must(story.doing("record-it"));
    ASSERT_EQ(story.state.task("record-it")->occurrence, 2);
    EXPECT_EQ(story.refused(story.doing("record-it"), RefusalCode::Invalid), std::vector<std::string>{"required"}) << "an empty form is not the last visit";
    story.must(saving(story, {{"words", Answer::of("Seen on Tuesday.")}}));
    story.must(story.doing("record-it"));
    EXPECT_EQ(story.state.form("record")->answers.at("words").first(), "Seen on Tuesday.");
}

TEST(DoTask, DoneIsDoneOnce) {
    Story story(record_story());
    story.begin();
    story.must(story.doing("other"));
    EXPECT_EQ(story.refused(story.doing("other"), RefusalCode::Conflict), std::vector<std::string>{"already-done"});
}

TEST(DoTask, RefusesTheFutureTheUnknownAndTheNotYetOpen) {
    Definition made = record_story();
    made.strands[0].stages.insert(made.strands[0].stages.begin() + 1, stage("later", {task("last-act")}, "ended-done"));
    made.strands[0].stages[0].next[0].to = "later";
    Story story(made);
    story.begin();
    DoTask early = story.doing("other");
    early.occurred_at = story.world.now + std::chrono::seconds{1};
    EXPECT_EQ(story.refused(early, RefusalCode::Invalid), std::vector<std::string>{"future"});
    EXPECT_EQ(story.refused(story.doing("nothing"), RefusalCode::NotFound), std::vector<std::string>{"unknown-task"});
    EXPECT_EQ(story.refused(story.doing("last-act"), RefusalCode::GateNotMet), std::vector<std::string>{"not-open"});
}

TEST(SaveForm, OfASignedPartRefusesWhatIsNotAskedThere) {
    Definition made = record_story();
    made.strands[0].stages[0].tasks[0].form_fields = {"seen"};
    Story story(made);
    story.begin();
    story.must(DoTask{{worker(), {}}, "record-it", {}, {{"seen", Answer::of("yes")}}, {}, {}, {}, {}});
    EXPECT_EQ(story.refused(saving(story, {{"seen", Answer::of("yes")}, {"nonsense", Answer::of("x")}}), RefusalCode::Invalid),
              std::vector<std::string>{"not-asked"});
}

TEST(DoTask, OfASignedFormTakesSupplementsAndRefusesRewriting) {
    Story story(record_story());
    story.begin();
    DoTask command = story.doing("record-it");
    command.answers = {{"words", Answer::of("As said.")}};
    story.must(command);
    EXPECT_EQ(
        story.refused(saving(story, {{"words", Answer::of("As I wish it had been said.")}}), RefusalCode::Conflict),
        std::vector<std::string>{"signed-off"});
    story.must(story.doing("other"));
    EXPECT_FALSE(story.state.closed) << "an answer due before closing is missing";
    EXPECT_EQ(waiting_for(story.definition, story.state, "main", story.world).front().code, "to-close:record");
    story.must(saving(story, {{"words", Answer::of("As said.")}, {"outcome-known", Answer::of("Safe.")}}));
    EXPECT_TRUE(story.state.closed);
}

TEST(DoTask, ASectionLeavesTheRestOfTheFormAsItIs) {
    Definition made = record_story();
    Task section = task("section", "dsl");
    section.relation = "referrer";
    section.form = "record";
    section.form_fields = {"seen"};
    made.strands[0].stages[0].tasks.push_back(section);
    Story story(made);
    story.begin();
    story.must(saving(story, {{"words", Answer::of("Ours.")}, {"seen", Answer::of("no")}}));
    DoTask theirs = story.doing("section", dsl());
    theirs.answers = {{"words", Answer::of("Not theirs to write.")}};
    EXPECT_EQ(story.refused(theirs, RefusalCode::Invalid), std::vector<std::string>{"not-asked"});
    theirs.answers = {{"seen", Answer::of("yes")}};
    story.must(theirs);
    EXPECT_EQ(story.state.form("record")->answers.at("words").first(), "Ours.");
    EXPECT_EQ(story.state.form("record")->answers.at("seen").first(), "yes");
}

TEST(DoTask, AttestedPromptsAreConfirmedOneByOne) {
    Definition made = record_story();
    procedure::Prompt searched;
    searched.id = "searched";
    searched.text = "I have searched our records.";
    searched.kind = procedure::Prompt::Kind::Attested;
    made.strands[0].stages[0].tasks[1].prompts = {searched};
    Story story(made);
    story.begin();
    EXPECT_EQ(story.refused(story.doing("other"), RefusalCode::Invalid), std::vector<std::string>{"attest:searched"});
    DoTask command = story.doing("other");
    command.attested = {"searched"};
    story.must(command);
    EXPECT_EQ(story.last(EventKind::TaskDone)->details.at("attested"), "searched");
}

TEST(DoTask, IsDoneForEachChild) {
    Task see = task("see");
    see.per_child = true;
    Story story(definition({stage("work", {see}, "ended-done"), last_stage("done")}));
    story.begin({kAda, kBen});
    EXPECT_EQ(story.refused(story.doing("see"), RefusalCode::Invalid), std::vector<std::string>{"subject"});
    EXPECT_EQ(story.refused(story.doing("see", worker(), PersonId{"stranger"}), RefusalCode::Invalid),
              std::vector<std::string>{"subject"});
    story.must(story.doing("see", worker(), kAda));
    EXPECT_FALSE(story.state.closed);
    story.must(story.doing("see", worker(), kBen));
    EXPECT_TRUE(story.state.closed);
}

TEST(DoTask, ARepeatableTaskMayBeDoneAnyNumberOfTimesAndNeverWaits) {
    Task contact = task("contact");
    contact.repeatable = true;
    Story story(definition({stage("work", {contact, task("other")}, "ended-done"), last_stage("done")}));
    story.begin();
    story.must(story.doing("contact"));
    story.must(story.doing("contact"));
    EXPECT_EQ(story.state.task("contact")->occurrence, 2);
    story.must(story.doing("other"));
    EXPECT_TRUE(story.state.closed);
}

TEST(NotNeeded, NeedsAReasonAndIsNotForWhatALaterStepNeeds) {
    Definition made =
        definition({stage("work", {task("check"), task("other"), task("act")}, "ended-done"), last_stage("done")});
    made.strands[0].stages[0].tasks[2].needs = {gate("checked", done("check"), "Check our records first.")};
    Story story(made);
    story.begin();
    EXPECT_EQ(story.refused(NotNeeded{{worker(), {}}, "other", {}, " "}, RefusalCode::Invalid),
              std::vector<std::string>{"required"});
    EXPECT_EQ(story.refused(NotNeeded{{worker(), {}}, "check", {}, "No time."}, RefusalCode::GateNotMet),
              std::vector<std::string>{"required"});
    story.must(NotNeeded{{worker(), {}}, "other", {}, "Done by the school."});
    EXPECT_EQ(story.status("other"), TaskState::Status::NotNeeded);
    EXPECT_EQ(story.refused(story.doing("other"), RefusalCode::Conflict), std::vector<std::string>{"not-needed"});
    story.must(ReopenTask{{worker(), {}}, "other", {}, "It was not done after all."});
    story.must(story.doing("other"));
}

TEST(ReopenTask, NeedsAReasonAndSomethingDone) {
    Story story(record_story());
    story.begin();
    EXPECT_EQ(story.refused(ReopenTask{{worker(), {}}, "other", {}, "Again."}, RefusalCode::Conflict),
              std::vector<std::string>{"not-done"});
    story.must(story.doing("other"));
    EXPECT_EQ(story.refused(ReopenTask{{worker(), {}}, "other", {}, ""}, RefusalCode::Invalid),
              std::vector<std::string>{"required"});
    story.must(ReopenTask{{worker(), {}}, "other", {}, "The wrong child was seen."});
    EXPECT_TRUE(story.is_open("other"));
    EXPECT_EQ(story.state.task("other")->because, "The wrong child was seen.");
}

TEST(ReopenTask, IsNotForAChildWhoseOwnCourseHasEnded) {
    Definition made = record_story();
    Task outcome = decision("outcome", {"end", "go-on"});
    outcome.per_child = true;
    outcome.decision->options[0].then = {effect(Effect::Kind::EndChild, "nothing-further")};
    made.strands[0].stages[0].tasks.push_back(outcome);
    Story story(made);
    story.begin({kAda, kBen});
    story.must(story.deciding("outcome", "end", worker(), kAda));
    EXPECT_EQ(story.refused(ReopenTask{{worker(), {}}, "outcome", kAda, "It was too early."}, RefusalCode::Conflict), std::vector<std::string>{"child-ended"});
    story.must(story.deciding("outcome", "go-on", worker(), kBen));
    story.must(ReopenTask{{worker(), {}}, "outcome", kBen, "It was too early."});
}

TEST(Assign, PassesFromOneToAnotherOnlyWithAReason) {
    Story story(record_story());
    story.begin();
    story.must(Assign{{manager(), {}}, "other", {}, UserId{"worker"}, ""});
    EXPECT_EQ(story.refused(Assign{{manager(), {}}, "other", {}, UserId{"second"}, ""}, RefusalCode::Invalid),
              std::vector<std::string>{"required"});
    story.must(Assign{{manager(), {}}, "other", {}, UserId{"second"}, "On leave."});
    EXPECT_EQ(story.state.task("other")->assigned_to, UserId{"second"});
    EXPECT_TRUE(story.attempt(story.doing("other", worker("third"))))
        << "assignment says who, it does not lock others out";
}

}  // namespace hearken::engine::test
