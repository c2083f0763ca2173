#include "engine/test_definitions.hpp"

namespace hearken::engine::test {

namespace {

Definition consent_story(Gate made_gate) {
    Task ask = task("ask-agencies");
    ask.needs = {std::move(made_gate)};
    return definition({stage("screening", {task("consent"), ask}, "ended-done"), last_stage("done")});
}

Gate consent_gate(GateStrength strength = GateStrength::Block) {
    return gate("consent", done("consent"), "Ask the parents, or have a manager authorise going without.", strength);
}

}  // namespace

TEST(Gate, BlocksWithItsRemedyUntilItIsMet) {
    Story story(consent_story(consent_gate()));
    story.begin();
    const auto refused = story.attempt(story.doing("ask-agencies"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, RefusalCode::GateNotMet);
    EXPECT_EQ(refused.error().reasons.front().code, "gate:consent");
    EXPECT_EQ(refused.error().reasons.front().text, "Ask the parents, or have a manager authorise going without.");
    story.must(story.doing("consent"));
    story.must(story.doing("ask-agencies"));
    EXPECT_TRUE(story.state.closed);
}

TEST(Gate, IsPassedByARoleThatMayWithAReason) {
    Gate made = consent_gate();
    made.bypass_by = {"team-manager"};
    Story story(consent_story(made));
    story.begin();
    DoTask command = story.doing("ask-agencies");
    command.why = "Asking would put her at risk.";
    EXPECT_EQ(story.refused(command, RefusalCode::GateNotMet), std::vector<std::string>{"gate:consent"})
        << "a worker may not";
    command.by = manager();
    command.why = "";
    EXPECT_EQ(story.refused(command, RefusalCode::GateNotMet), std::vector<std::string>{"gate:consent"})
        << "not without a reason";
    command.why = "Asking would put her at risk.";
    story.must(command);
    ASSERT_EQ(story.count(EventKind::GateBypassed), 1);
    EXPECT_EQ(story.last(EventKind::GateBypassed)->value, "consent");
    EXPECT_EQ(story.last(EventKind::GateBypassed)->text, "Asking would put her at risk.");
    EXPECT_EQ(story.last(EventKind::GateBypassed)->by, manager());
}

TEST(Gate, ThatAsksWhyIsPassedByAnybodyWhoSays) {
    Story story(consent_story(consent_gate(GateStrength::AskWhy)));
    story.begin();
    DoTask command = story.doing("ask-agencies");
    EXPECT_EQ(story.refused(command, RefusalCode::GateNotMet), std::vector<std::string>{"gate:consent"});
    command.why = "They could not be reached.";
    story.must(command);
    EXPECT_EQ(story.count(EventKind::GateBypassed), 1);
}

TEST(Gate, ThatWarnsStopsNobody) {
    Story story(consent_story(consent_gate(GateStrength::Warn)));
    story.begin();
    story.must(story.doing("ask-agencies"));
    EXPECT_EQ(story.last(EventKind::TaskDone)->details.at("warned"), "gate:consent");
}

TEST(Gate, IsLiftedByItsEmergency) {
    Gate made = consent_gate();
    made.unless = fact("emergency");
    Story story(consent_story(made));
    story.begin();
    story.refused(story.doing("ask-agencies"), RefusalCode::GateNotMet);
    story.world.facts[{"emergency", {}}] = "yes";
    const auto acts = possible_acts(story.definition, story.state, worker(), story.world);
    const auto found =
        std::find_if(acts.begin(), acts.end(), [](const Possible& one) { return one.task == "ask-agencies"; });
    ASSERT_NE(found, acts.end());
    EXPECT_TRUE(found->may);
    EXPECT_EQ(found->warnings.size(), 1u) << "shown as such";
    story.must(story.doing("ask-agencies"));
}

TEST(Gate, AllReasonsAreGivenTogether) {
    Definition made = consent_story(consent_gate());
    made.strands[0].stages[0].tasks[1].needs.push_back(gate("second", done("nothing"), "Do the other thing."));
    Story story(made);
    story.begin();
    DoTask command = story.doing("ask-agencies", dsl());
    EXPECT_EQ(story.refused(command, RefusalCode::NotPermitted),
              (std::vector<std::string>{"role", "organisation", "gate:consent", "gate:second"}));
}

TEST(Gate, OfAStageIsPassedByACommandWithAReason) {
    Definition made = definition({stage("screening", {task("consent")}, "ended-done"), last_stage("done")});
    Gate chronology = gate("chronology", exists("chronology-entry"), "Start the chronology.");
    chronology.bypass_by = {"team-manager"};
    made.strands[0].stages[0].leave_when = {chronology};
    Story story(made);
    story.begin();
    story.must(story.doing("consent"));
    EXPECT_EQ(waiting_for(story.definition, story.state, "main", story.world),
              (std::vector<Reason>{{"gate:chronology", "Start the chronology.", ""}}));
    story.refused(PassGate{{worker(), {}}, "screening", "chronology", "No need."}, RefusalCode::GateNotMet);
    story.must(PassGate{{manager(), {}}, "screening", "chronology", "It is in the old file."});
    EXPECT_TRUE(story.state.closed);
}

TEST(Gate, OfAStageOpensByItselfWhenWhatItNeedsIsThere) {
    Definition made = definition({stage("screening", {task("consent")}, "ended-done"), last_stage("done")});
    made.strands[0].stages[0].leave_when = {gate("chronology", exists("chronology-entry"), "Start the chronology.")};
    Story story(made);
    story.begin();
    story.must(story.doing("consent"));
    EXPECT_FALSE(story.state.closed);
    story.must(Note{{worker(), {}}, "Ada was seen at school.", true, "school", {}});
    EXPECT_TRUE(story.state.closed);
}

TEST(UrgentTask, IsNeverStoppedByRoleGateFormOrProhibition) {
    Task protect = task("protect", "team-manager");
    protect.urgent = true;
    protect.form = "protection";
    protect.needs = {consent_gate()};
    Definition made = consent_story(consent_gate());
    made.anytime = {protect};
    Form form;
    form.id = "protection";
    form.fields = {field("what", FieldType::LongText, true), field("when", FieldType::Date, true)};
    made.forms = {form};
    Story story(made);
    story.begin();
    DoTask command = story.doing("protect", dsl());
    command.answers["when"] = Answer::of("the day before yesterday");
    command.occurred_at = story.world.now + std::chrono::hours{3};
    story.must(command);
    const Event* done = story.last(EventKind::TaskDone);
    EXPECT_EQ(done->details.at("despite"), "role,organisation,gate:consent");
    EXPECT_EQ(done->details.at("incomplete"), "what,when");
    EXPECT_EQ(done->occurred_at, story.world.now);
    EXPECT_EQ(story.state.form("protection")->answers.at("when").first(), "the day before yesterday")
        << "kept as typed";
    story.must(story.doing("protect", worker()));
    EXPECT_EQ(story.state.task("protect")->occurrence, 2) << "and again, as often as it takes";
}

TEST(UrgentTask, InAClosedCaseSaysWhatToDo) {
    Task protect = task("protect");
    protect.urgent = true;
    Definition made = definition({last_stage("done")});
    made.anytime = {protect};
    Story story(made);
    story.begin();
    ASSERT_TRUE(story.state.closed);
    const auto refused = story.attempt(story.doing("protect"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reasons.front().code, "case-closed");
    EXPECT_NE(refused.error().reasons.front().text.find("999"), std::string::npos);
}

TEST(Prohibition, ForbidsTheActEverywhereInTheWordsPeopleAreTold) {
    Definition made =
        definition({stage("work", {task("tell-family"), task("other")}, "ended-done"), last_stage("done")});
    procedure::Prohibition silence;
    silence.id = "tell-nobody";
    silence.says = "Do not tell the family: a forced marriage is feared.";
    silence.forbids = {"tell-family"};
    silence.set_by = {"social-worker"};
    silence.lifted_by = {"team-manager"};
    made.prohibitions = {silence};
    procedure::Notice letter = notice("letter", {"family"});
    letter.upon = anchor(Anchor::Kind::Done, "other");
    letter.silenced_by_prohibitions = true;
    made.notices = {letter};
    Story story(made);
    story.begin();
    story.must(SetProhibition{{worker(), {}}, "tell-nobody", kAda, "She asked us not to.", false});
    const auto refused = story.attempt(story.doing("tell-family"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reasons.front().text, silence.says);
    story.must(story.doing("other"));
    EXPECT_EQ(story.last(EventKind::NoticeOwed)->details.at("silenced-by"), "tell-nobody");
    EXPECT_EQ(story.refused(SetProhibition{{worker(), {}}, "tell-nobody", kAda, "It is safe.", true},
                            RefusalCode::NotPermitted),
              std::vector<std::string>{"role"});
    story.must(SetProhibition{{manager(), {}}, "tell-nobody", kAda, "It is safe.", true});
    story.must(story.doing("tell-family"));
}

TEST(Prohibition, FromAnotherCaseIsObeyedWithoutShowingThatCase) {
    Story story(definition({stage("work", {task("tell-family")}, "ended-done"), last_stage("done")}));
    story.begin();
    story.world.prohibitions = {"walled-case-secret"};
    const auto refused = story.attempt(story.doing("tell-family"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reasons.front().text.find("walled"), std::string::npos);
    story.world.forbids["walled-case-secret"] = {"ask-agencies"};
    story.must(story.doing("tell-family"));
}

}  // namespace hearken::engine::test
