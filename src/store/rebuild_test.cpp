#include "store/rebuild.hpp"

#include "store/a_running_case.hpp"
#include "store/erasure.hpp"
#include "store/verify.hpp"

namespace hearken::store {

using engine::EventKind;

class Rebuild : public WithRunningCase {
protected:
    void SetUp() override {
        WithRunningCase::SetUp();
        if (IsSkipped()) return;
        // Step by step, so that what grew by single events is held to what all of them give at once.
        ASSERT_TRUE(happen(rabbit, {opening("council", {{"team", "front-door"}}), event(EventKind::SubjectJoined, "", "child", "victim", ann),
                                    event(EventKind::SubjectJoined, "", "child", "sibling", ben), event(EventKind::OrganisationJoined, "referrer", "school"),
                                    event(EventKind::StageEntered, "screening", "main"), task("acknowledge", clock.now() + std::chrono::hours{24}), task("ring")}));
        ASSERT_TRUE(happen(rabbit, {event(EventKind::PersonInvolved, "allocated-worker", "kit"), event(EventKind::TaskAssigned, "acknowledge", "kit")}));
        clock.set(clock.now() + std::chrono::hours{1});
        ASSERT_TRUE(happen(rabbit, {event(EventKind::TaskDone, "acknowledge", "", "Rang the school."), task("decide", clock.now() + std::chrono::hours{24}, ann)}));
        ASSERT_TRUE(happen(rabbit, {event(EventKind::ProhibitionSet, "tell-family", "", "Police ask", ann), event(EventKind::FlagSet, "at-risk", "", "", ben),
                                    event(EventKind::Shared, "", "police", "To protect life"), event(EventKind::Noted, "", "", "A secret word.")}));
        ASSERT_TRUE(happen(rabbit, {event(EventKind::FactSet, "restricted", "yes"), event(EventKind::PersonInvolved, "named-reader", "robin"),
                                    event(EventKind::ProhibitionLifted, "tell-family", "", "Over", ann)}));
    }
};
HEARKEN_ON_BOTH(Rebuild);

TEST_P(Rebuild, ProvesTheReadTablesEqualToTheEvents) {
    const RebuildReport report = rebuild(*database, RebuildMode::Compare, definition_of());
    EXPECT_TRUE(report.equal()) << report.differences[0].table << ": " << report.differences[0].text;
    EXPECT_EQ(report.cases, 1);
    EXPECT_EQ(report.events, 18);
    EXPECT_EQ(count("select restricted from case_file"), 1);
    EXPECT_EQ(count("select count(*) from prohibition_in_force"), 0);
    EXPECT_EQ(count("select count(*) from case_organisation where relation = 'shared-with' and organisation_id = 'police'"), 1);
}

TEST_P(Rebuild, ReportsEveryRowThatWasChangedRemovedOrAddedAndPutsItRight) {
    tamper("update case_task set assigned_to = 'somebody' where task = 'ring'");
    tamper("delete from case_subject where person_id = 'ben'");
    tamper("delete from chronology_entry where text like '%secret%'");
    tamper("insert into case_involvement (case_id, involvement, who, since) values ('rabbit', 'named-reader', 'intruder', '2026-01-01T00:00:00Z')");
    tamper("insert into case_link (case_id, linked_id, kind) values ('ghost', 'rabbit', 'made-up')");
    const RebuildReport found = rebuild(*database, RebuildMode::Compare, definition_of());
    EXPECT_EQ(found.differences.size(), 5u);
    for (const auto& difference : found.differences) EXPECT_EQ(difference.text.find("secret"), std::string::npos);
    EXPECT_FALSE(rebuild(*database, RebuildMode::Replace, definition_of()).equal()) << "it says what it put right";
    EXPECT_TRUE(rebuild(*database, RebuildMode::Compare, definition_of()).equal());
}

TEST_P(Rebuild, SaysWhichCaseHasNoDefinition) {
    const RebuildReport report = rebuild(*database, RebuildMode::Compare, [](const engine::CaseState&) { return CaseDefinition{}; });
    ASSERT_EQ(report.differences.size(), 1u);
    EXPECT_EQ(report.differences[0].case_id, rabbit);
}

TEST_P(Rebuild, LawfulErasureDestroysTheWordsAndTheChainStillVerifies) {
    const auto events = database->read([&](Reading& reading) { return load_events(reading, rabbit); });
    const auto erase = [&](const std::string& why) {
        for (const auto& one : events)
            if (one.text == "A secret word.")
                return database->write([&](Transaction& transaction) {
                    return erase_payload(transaction, one.id, why, an_audit_line("", clock.now()), definition_of());
                });
        return Result<void>{};
    };
    EXPECT_FALSE(erase(" ")) << "without a reason";
    ASSERT_TRUE(erase("Article 17, order of the court"));
    EXPECT_FALSE(erase("again"));
    EXPECT_EQ(count("select count(*) from event_payload where payload like '%secret%'"), 0);
    EXPECT_EQ(count("select count(*) from chronology_entry where text like '%secret%'"), 0);
    const VerifyReport report = verify(*database);
    EXPECT_TRUE(report.sound()) << report.findings[0].text;
    EXPECT_EQ(report.erased, 1);
    EXPECT_TRUE(rebuild(*database, RebuildMode::Compare, definition_of()).equal());
    EXPECT_EQ(database->read([&](Reading& reading) { return load_events(reading, rabbit); }).size(), events.size());
}

}  // namespace hearken::store
