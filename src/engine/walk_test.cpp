#include "engine/walk.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/test_definitions.hpp"
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
