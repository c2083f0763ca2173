#include "engine/walk.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/test_definitions.hpp"
#include "engine/walk_forward.hpp"
#include "engine/walk_many.hpp"
#include "procedure/library.hpp"

namespace hearken::engine {

namespace {

procedure::SourceFiles manual() {
    procedure::SourceFiles files;
    const std::filesystem::path root = std::filesystem::path(HEARKEN_SOURCE_DIR) / "procedures";
    if (!std::filesystem::exists(root)) return files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        std::ostringstream text;
        text << in.rdbuf();
        files[std::filesystem::relative(entry.path(), root).generic_string()] = text.str();
    }
    return files;
}

std::string lines(const std::vector<std::string>& list) {
    std::string text;
    for (const auto& line : list) text += line + "\n";
    return text;
}

std::string last_lines(const std::vector<std::string>& list, size_t most = 25) {
    return lines({list.end() - static_cast<long>(std::min(most, list.size())), list.end()});
}

}  // namespace

TEST(Walk, IsTheSameForTheSameSeed) {
    const Definition made = test::definition(
        {test::stage("work", {test::decision("decide", {"a", "b"}, {"team-manager"}), test::task("other")},
                     "ended-done"),
         test::last_stage("done")});
    const calendar::Calendars calendars;
    const auto first = walk(made, test::vocabulary(), calendars, 7),
               again = walk(made, test::vocabulary(), calendars, 7);
    EXPECT_TRUE(first.closed) << lines(first.stuck);
    EXPECT_EQ(first.events, again.events);
    EXPECT_NE(first.transcript, walk(made, test::vocabulary(), calendars, 8).transcript);
    EXPECT_TRUE(first.tasks.contains("other"));
}

TEST(Walk, ReportsAStateWithNoWayForward) {
    Definition made =
        test::definition({test::stage("work", {test::task("other")}, "ended-done"), test::last_stage("done")});
    made.strands[0].stages[0].leave_when = {test::gate("never", test::fact("nobody-says-so"), "Somebody must say so.")};
    const calendar::Calendars calendars;
    WalkLimits limits;
    limits.days_to_wait = 5;
    const auto outcome = walk(made, test::vocabulary(), calendars, 1, limits);
    EXPECT_FALSE(outcome.closed);
    EXPECT_TRUE(outcome.broken.empty()) << lines(outcome.broken);
    EXPECT_NE(lines(outcome.stuck).find("Somebody must say so."), std::string::npos) << lines(outcome.stuck);
}

TEST(Walk, SaysWhereAWalkStoodThatDidNotEndAndWhatWasOpen) {
    Definition made = test::definition({test::stage("work", {test::decision("agree", {"a", "b"})}, "ended-done"), test::last_stage("done")});
    made.strands[0].stages[0].tasks[0].roles = {"nobody-holds-this"};
    made.strands[0].stages[0].tasks[0].needs = {test::gate("never", test::fact("nobody-says-so"), "Somebody must say so.")};
    const calendar::Calendars calendars;
    WalkLimits limits;
    limits.days_to_wait = 5;
    limits.most_children = 1;
    const auto outcome = walk(made, test::vocabulary(), calendars, 1, limits);
    EXPECT_FALSE(outcome.closed);
    EXPECT_EQ(outcome.stages_at_end, std::vector<std::string>{"main: work"});
    EXPECT_EQ(outcome.open_tasks, std::vector<std::string>{"agree"});
}

namespace {

/// A stage that is entered again and again, unless one of very many options is chosen.
Definition round_and_round(const std::string& where_to) {
    Task again = test::decision("what-now", {where_to});
    for (int i = 0; i < 300; ++i) again.decision->options.push_back(test::option("again-" + std::to_string(i)));
    for (auto& option : again.decision->options)
        option.then = {option.id == "stop" ? test::effect(procedure::Effect::Kind::CloseCase, "done")
                                           : test::effect(procedure::Effect::Kind::EnterStage, "work")};
    return test::definition({test::stage("work", {again}), test::last_stage("done")});
}

}  // namespace

TEST(Walk, PeopleWhoGoRoundAndRoundComeToAnEndWhereThereIsOne) {
    const Definition made = round_and_round("stop");
    const calendar::Calendars calendars;
    WalkLimits patient;
    patient.most_steps = patient.patience = 40;
    WalkLimits tired = patient;
    tired.patience = 15;
    int patient_ended = 0;
    for (uint64_t seed = 1; seed <= 10; ++seed) {
        patient_ended += walk(made, test::vocabulary(), calendars, seed, patient).closed ? 1 : 0;
        EXPECT_TRUE(walk(made, test::vocabulary(), calendars, seed, tired).closed) << "seed " << seed;
    }
    EXPECT_LT(patient_ended, 10) << "the definition does not go round: the test shows nothing";
}

TEST(Walk, ADefinitionThatCannotEndIsStillReported) {
    const calendar::Calendars calendars;
    WalkLimits limits;
    limits.most_steps = 400;
    const auto outcome = walk(round_and_round("and-again"), test::vocabulary(), calendars, 1, limits);
    EXPECT_FALSE(outcome.closed);
    EXPECT_NE(lines(outcome.stuck).find("The case had not ended after 400 steps."), std::string::npos) << lines(outcome.stuck);
    EXPECT_EQ(outcome.open_tasks, std::vector<std::string>{"what-now"});
}

TEST(Walk, PeopleWhoAreTiredLetTheTimePassThatTheCourseWaitsFor) {
    Definition made = test::definition({test::stage("watch", {}, "ended-done"), test::last_stage("done")});
    Task visit = test::task("visit");
    visit.time = {test::every("1 week")};
    visit.required = false;
    made.strands[0].stages[0].tasks = {visit};
    Condition later = test::about(Condition::Kind::Elapsed, "entered watch", {"9 months"});
    made.strands[0].stages[0].leave_when = {test::gate("nine-months", later, "Nine months are not over.")};
    const calendar::Calendars calendars;
    for (uint64_t seed = 1; seed <= 5; ++seed) {
        const auto outcome = walk(made, test::vocabulary(), calendars, seed);
        EXPECT_TRUE(outcome.closed) << lines(outcome.stuck) << last_lines(outcome.transcript);
    }
}

TEST(Walk, NobodyMisbehavesInACaseThatTimeHasJustEnded) {
    Definition made = test::definition({test::stage("watch", {}, "ended-done"), test::last_stage("done")});
    Condition later = test::about(Condition::Kind::Elapsed, "entered watch", {"2 hours"});
    made.strands[0].stages[0].leave_when = {test::gate("two-hours", later, "Two hours are not over.")};
    const calendar::Calendars calendars;
    WalkLimits limits;
    limits.misbehave_one_in = 1;
    for (uint64_t seed = 1; seed <= 60; ++seed) {
        const auto outcome = walk(made, test::vocabulary(), calendars, seed, limits);
        EXPECT_TRUE(outcome.broken.empty()) << lines(outcome.broken);
    }
}

TEST(WalkForward, IsWhatAStageWaitsForAndWhatThatWaitsForInItsTurn) {
    Task prepare = test::task("prepare"), meet = test::task("meet"), beside = test::task("beside"), visit = test::task("visit");
    meet.needs = {test::gate("prepared", test::done("prepare"), "Prepare first.")};
    prepare.upon = test::anchor(procedure::Anchor::Kind::Done, "visit");
    beside.required = visit.required = false;
    Definition made = test::definition({test::stage("work", {prepare, meet, beside, visit}, "ended-done"), test::last_stage("done")});
    OpenCase open;
    open.by = {UserId{"u"}, OrganisationId{"o"}, "social-worker", {}};
    open.title = "A case";
    open.owner = OrganisationId{"o"};
    open.subjects = {{PersonId{"child"}, "child", ""}};
    Surroundings world;
    world.now = test::at("2026-04-01T09:00:00Z");
    world.vocabulary = &test::vocabulary();
    const CaseState state = fold(carry_out(made, {}, open, world).value());
    EXPECT_EQ(tasks_waited_for({made, state, world}), (std::set<std::string>{"meet", "prepare", "visit"}));
}

TEST(WalkMany, ComesToTheSameHoweverManyWalkAtATime) {
    Definition made = test::definition({test::stage("work", {test::decision("decide", {"a", "b"}), test::task("other")}, "ended-done"),
                                        test::last_stage("done")});
    made.strands[0].stages[0].tasks[0].decision->options[1].then = {test::effect(procedure::Effect::Kind::EnterStage, "work")};
    WalkLimits limits;
    limits.most_steps = 4;
    limits.patience = 100;
    const calendar::Calendars calendars;
    std::vector<uint64_t> told;
    const auto alone = walk_many(made, test::vocabulary(), calendars, 60, 1, [&](uint64_t done) { told.push_back(done); }, limits);
    const auto together = walk_many(made, test::vocabulary(), calendars, 60, 5, {}, limits);
    ASSERT_EQ(alone.walks, 60);
    EXPECT_EQ(told.back(), 60u);
    EXPECT_GT(alone.ended, 0);
    EXPECT_GT(alone.unended.size(), 0u);
    EXPECT_EQ(alone.ended, together.ended);
    EXPECT_EQ(alone.steps, together.steps);
    EXPECT_EQ(alone.ends, together.ends);
    ASSERT_EQ(alone.stuck.size(), together.stuck.size());
    for (const auto& [why, fault] : alone.stuck) {
        EXPECT_EQ(fault.count, together.stuck.at(why).count);
        EXPECT_EQ(fault.first_seed, together.stuck.at(why).first_seed);
        EXPECT_EQ(fault.transcript, together.stuck.at(why).transcript);
    }
    for (const auto& [seed, walk] : alone.unended) EXPECT_EQ(walk.open_tasks, together.unended.at(seed).open_tasks);
}

TEST(Walk, HoldsTheEngineToItsRulesOverEveryConstruct) {
    using namespace test;
    procedure::Form form;
    form.id = "record";
    form.fields = {field("words", FieldType::Quotation, true), field("on", FieldType::Date),
                   field("marks", FieldType::BodyMap), field("why", FieldType::LongText)};
    form.fields[3].required_when = about(Condition::Kind::Answer, "record.on", {}, Condition::Test::Answered);
    Task record = task("record"), see = task("see"), sends = task("sends"), meets = task("meets"),
         visit = task("visit"), log = task("log", "anyone"), protect = task("protect"), before = task("prepare");
    record.form = "record";
    record.time = {due("1 working day", anchor(Anchor::Kind::Received)),
                   due("same day", anchor(Anchor::Kind::Received), Strength::Target)};
    record.time[0].extension_approved_by = "team-manager";
    see.per_child = true;
    see.time = {due("5 working days", anchor(Anchor::Kind::Joined))};
    sends.exchange.emplace();
    sends.exchange->answer_within = "2 working days";
    meets.meeting.emplace();
    meets.meeting->minutes_within = "3 working days";
    meets.meeting->agenda = {{"siblings", "Other children", true}};
    visit.time = {every("1 week")};
    log.repeatable = true;
    protect.urgent = true;
    protect.form = "record";
    TimeRule lead = due("1 week", anchor(Anchor::Kind::Held, "meets"));
    lead.construct = TimeRule::Construct::Before;
    before.time = {lead};
    before.required = false;
    before.needs = {gate("seen", done("see"), "See each child first.", GateStrength::AskWhy)};
    Task outcome = decision("outcome", {"assess", "nothing"}, {"team-manager"});
    outcome.per_child = true;
    outcome.decision->options[0].then = {effect(Effect::Kind::StartStrand, "police"),
                                         effect(Effect::Kind::EndChild, "assessed")};
    outcome.decision->options[1].then = {effect(Effect::Kind::EndChild, "nothing")};
    Stage screening = stage("screening", {record, see, outcome, before}, "work");
    screening.leave_when = {
        gate("signed", approved("outcome"), "Each outcome needs a signature."),
        gate("chronology", exists("chronology-entry"), "Start the chronology.", GateStrength::AskWhy)};
    Definition made =
        definition({screening, stage("work", {sends, meets, visit, task("review", "team-manager")}, "ended-done"),
                    last_stage("done")});
    made.forms = {form};
    made.anytime = {log, protect};
    Strand police;
    police.id = "police";
    police.relation = "referrer";
    police.stages = {stage("enquiry", {task("interview", "dsl")})};
    made.strands.push_back(police);
    procedure::Prohibition silence;
    silence.id = "silence";
    silence.forbids = {"tell-family"};
    made.prohibitions = {silence};
    made.notices = {notice("signed", {"referrer"})};
    made.notices[0].upon = anchor(Anchor::Kind::Approved, "outcome");
    const calendar::Calendars calendars;
    std::set<std::string> commands;
    for (uint64_t seed = 1; seed <= 25; ++seed) {
        const auto result = walk(made, vocabulary(), calendars, seed);
        EXPECT_TRUE(result.broken.empty()) << "seed " << seed << "\n"
                                           << lines(result.broken) << last_lines(result.transcript);
        EXPECT_TRUE(result.closed) << "seed " << seed << "\n" << lines(result.stuck) << last_lines(result.transcript);
        commands.insert(result.commands.begin(), result.commands.end());
    }
    for (const char* used : {"add-subject", "save-form", "decide", "sign", "assign", "extend", "send-exchange",
                             "chase-exchange", "answer-exchange", "arrange-meeting", "hold-meeting", "note",
                             "set-prohibition", "pass-gate", "not-needed", "tick"})
        EXPECT_TRUE(commands.contains(used)) << used;
}

TEST(Walk, EveryProcedureOfTheManualComesToItsEnd) {
    const auto files = manual();
    if (files.empty()) GTEST_SKIP() << "there is no procedures/ folder";
    const auto loaded = procedure::Library::load(files);
    if (!loaded.ok()) GTEST_SKIP() << "the manual has faults: hearken procedures check names them";
    const calendar::Calendars calendars;
    for (const auto& definition : loaded.library.all()) {
        if (definition->kind != "case") continue;
        for (uint64_t seed = 1; seed <= 6; ++seed) {
            const auto outcome = walk(*definition, loaded.library.vocabulary(), calendars, seed);
            EXPECT_TRUE(outcome.broken.empty()) << definition->id << " seed " << seed << ":\n"
                                                << lines(outcome.broken) << last_lines(outcome.transcript);
            EXPECT_TRUE(outcome.closed) << definition->id << " seed " << seed << ":\n"
                                        << lines(outcome.stuck) << last_lines(outcome.transcript);
        }
    }
}

}  // namespace hearken::engine
