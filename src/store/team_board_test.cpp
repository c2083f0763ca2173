// When children were last seen, and what a manager's board counts: on both databases, and never more than the reader may see.
#include "store/team_board.hpp"

#include "store/a_running_case.hpp"

namespace hearken::store {

using engine::EventKind;
using namespace std::chrono_literals;

class TeamBoard : public WithRunningCase {
protected:
    void SetUp() override {
        WithRunningCase::SetUp();
        if (IsSkipped()) return;
        auto made = std::make_shared<procedure::Definition>(*definition);
        procedure::Effect seen{};
        seen.kind = procedure::Effect::Kind::SetFact;
        seen.name = "child-seen";
        seen.value = "alone";
        made->strands[0].stages[0].tasks[1].then = {seen};
        definition = made;
        for (const PersonId& child : {ann, ben}) person(child);
    }
    void person(const PersonId& id, const char* kind = "child") {
        tamper("insert into person (id, kind, display_name, list_name, birth_certainty, sex, gender, ethnicity, first_language, interpreter_needed, communication_needs, religion, disabilities, "
               "disability_note, created_at, created_by, created_at_organisation, updated_at) values ('" + id.str() + "', '" + kind + "', '" + id.str() + "', '" + id.str() +
               "', 'unknown', 'u', '', '', '', 'unknown', '', '', '', '', '', '', '', '')");
    }
    void a_case(const std::string& id, const PersonId& child, std::map<std::string, std::string> more = {}) {
        ASSERT_TRUE(happen(CaseId{id}, {opening("council", std::move(more)), event(EventKind::SubjectJoined, "", "child", "", child), event(EventKind::StageEntered, "screening", "main")}));
    }
    engine::Event saw(const PersonId& child, const char* how, const char* at = "") {
        engine::Event one = event(EventKind::FactSet, "child-seen", how, "", child);
        if (*at) one.details["at"] = at;
        return one;
    }
    TeamScope scope() {
        TeamScope all;
        all.organisation = OrganisationId{"council"};
        all.worker_parts = {"allocated-worker", "lead-practitioner"};
        return all;
    }
    access::CaseRule rule() { return access::case_rule(reader("mo", "council")); }
    std::vector<std::string> not_seen(Instant since) {
        return database->read([&](Reading& reading) {
            std::vector<std::string> names;
            for (const auto& one : children_not_seen(reading, rule(), scope(), since, TeamOrder::Longest, {}).rows) names.push_back(one.person.str());
            return names;
        });
    }
    using Names = std::vector<std::string>;
    bool equal_to_events() { return rebuild(*database, RebuildMode::Compare, definition_of()).equal(); }
};
HEARKEN_ON_BOTH(TeamBoard);

TEST_P(TeamBoard, KnowsWhenAChildWasSeenAndSeenAloneByTheTimeThatWasSaid) {
    a_case("c1", ann);
    clock.set(clock.now() + 48h);
    ASSERT_TRUE(happen(CaseId{"c1"}, {saw(ann, "alone", "2026-11-24T10:00:00Z"), saw(ann, "yes", "2026-11-25T08:00:00Z"), saw(ann, "no", "2026-11-25T08:30:00Z")}));
    const auto found = database->read([&](Reading& reading) { return sightings_of(reading, rule(), {ann}); });
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].seen_at, instant_from_iso("2026-11-25T08:00:00Z"));
    EXPECT_EQ(found[0].alone_at, instant_from_iso("2026-11-24T10:00:00Z"));
    EXPECT_EQ(found[0].tried_at, instant_from_iso("2026-11-25T08:30:00Z"));
    EXPECT_EQ(found[0].seen_by, UserId{"kit"});
    EXPECT_TRUE(found[0].to_be_seen);
    EXPECT_TRUE(equal_to_events());
}

TEST_P(TeamBoard, NamesWhoseActItFollowedFromWhereTheProductItselfSetTheFact) {
    a_case("c1", ann);
    auto seen = saw(ann, "alone");
    seen.by = {};
    seen.details["by"] = "sol";
    ASSERT_TRUE(happen(CaseId{"c1"}, {seen}));
    database->read([&](Reading& reading) {
        EXPECT_EQ(sightings_of(reading, rule(), {ann}).at(0).seen_by, UserId{"sol"});
        EXPECT_EQ(sightings_of(reading, rule(), {ann}).at(0).alone_by, UserId{"sol"});
    });
}

TEST_P(TeamBoard, TakesAVisitRecordedLateForNoLaterOneAndATimeYetToComeForNoneAtAll) {
    a_case("c1", ann);
    clock.set(clock.now() + 48h);
    ASSERT_TRUE(happen(CaseId{"c1"}, {saw(ann, "yes", "2026-11-25T08:00:00Z"), saw(ann, "yes", "2026-11-24T08:00:00Z")}));
    const auto last = [&] { return database->read([&](Reading& reading) { return sightings_of(reading, rule(), {ann}).at(0).seen_at; }); };
    EXPECT_EQ(last(), instant_from_iso("2026-11-25T08:00:00Z"));
    ASSERT_TRUE(happen(CaseId{"c1"}, {saw(ann, "yes", "2027-11-24T08:00:00Z")}));
    EXPECT_EQ(last(), instant_from_iso("2026-11-25T08:00:00Z"));
    clock.set(clock.now() + 240h);
    EXPECT_EQ(not_seen(clock.now() - 24h), Names{"ann"}) << "a slip of the pen hides nobody";
}

TEST_P(TeamBoard, TakesWhatNamesNoChildForEveryChildWhoWasInTheCaseByThen) {
    a_case("c1", ann);
    clock.set(clock.now() + 1h);
    ASSERT_TRUE(happen(CaseId{"c1"}, {saw({}, "yes")}));
    ASSERT_TRUE(happen(CaseId{"c1"}, {event(EventKind::SubjectJoined, "", "child", "", ben)}));
    EXPECT_EQ(count("select count(*) from child_seen where person_id = 'ann' and seen_at <> ''"), 1);
    EXPECT_EQ(count("select count(*) from child_seen where person_id = 'ben' and seen_at = '' and to_be_seen = 1"), 1);
    EXPECT_TRUE(equal_to_events());
}

TEST_P(TeamBoard, ListsChildrenNotSeenSinceADayTheNeverSeenFirst) {
    a_case("c1", ann);
    a_case("c2", ben);
    ASSERT_TRUE(happen(CaseId{"c1"}, {saw(ann, "yes")}));
    const Instant seen = clock.now();
    clock.set(seen + 240h);
    EXPECT_EQ(not_seen(clock.now()), (Names{"ben", "ann"}));
    EXPECT_EQ(not_seen(seen), Names{}) << "a case opened at that very time is not older than it";
    EXPECT_EQ(not_seen(seen + 1h), (Names{"ben", "ann"}));
    ASSERT_TRUE(happen(CaseId{"c2"}, {saw(ben, "no")}));
    EXPECT_EQ(not_seen(seen + 1h), (Names{"ben", "ann"})) << "an attempt is no sighting";
    ASSERT_TRUE(happen(CaseId{"c2"}, {saw(ben, "alone")}));
    EXPECT_EQ(not_seen(seen + 1h), Names{"ann"});
}

TEST_P(TeamBoard, CountsASightingInAnotherCaseAlsoAClosedOneUnlessTheReaderMayNotKnowOfIt) {
    a_case("c1", ann);
    a_case("c2", ann);
    clock.set(clock.now() + 240h);
    ASSERT_TRUE(happen(CaseId{"c2"}, {saw(ann, "alone"), event(EventKind::CaseClosed, "", "no-further-action")}));
    EXPECT_EQ(not_seen(clock.now() - 24h), Names{});
    ASSERT_TRUE(happen(CaseId{"c2"}, {event(EventKind::FactSet, "restricted", "yes")}));
    EXPECT_EQ(not_seen(clock.now() - 24h), Names{"ann"});
}

TEST_P(TeamBoard, AsksForNobodyWhoseCourseIsOverWhoIsNotBornOrWhoHasDied) {
    person(PersonId{"cat"}, "unborn");
    person(PersonId{"dan"});
    a_case("c1", ann);
    a_case("c2", ben);
    a_case("c3", PersonId{"cat"});
    a_case("c4", PersonId{"dan"});
    tamper("update person set died = '2026-11-20' where id = 'dan'");
    clock.set(clock.now() + 240h);
    ASSERT_TRUE(happen(CaseId{"c1"}, {event(EventKind::ChildEnded, "", "no-further-action", "", ann)}));
    EXPECT_EQ(not_seen(clock.now()), Names{"ben"});
    ASSERT_TRUE(happen(CaseId{"c2"}, {event(EventKind::CaseClosed, "", "no-further-action")}));
    EXPECT_EQ(not_seen(clock.now()), Names{});
    EXPECT_EQ(count("select count(*) from child_seen"), 2) << "what is over and was never seen leaves no row";
    EXPECT_TRUE(equal_to_events());
}

TEST_P(TeamBoard, AsksForNobodyUnderADefinitionThatNeverSaysAChildWasSeen) {
    auto made = std::make_shared<procedure::Definition>(*definition);
    made->strands[0].stages[0].tasks[1].then.clear();
    definition = made;
    a_case("c1", ann);
    clock.set(clock.now() + 240h);
    EXPECT_EQ(not_seen(clock.now()), Names{});
}

TEST_P(TeamBoard, CountsCasesAndChildrenByWorkerInsideWhatTheReaderMaySee) {
    a_case("c1", ann);
    a_case("c2", ann);
    a_case("c3", ben, {{"team", "north"}});
    a_case("c4", ben);
    for (const char* id : {"c1", "c2"}) ASSERT_TRUE(happen(CaseId{id}, {event(EventKind::PersonInvolved, "allocated-worker", "sol")}));
    ASSERT_TRUE(happen(CaseId{"c4"}, {event(EventKind::FactSet, "restricted", "yes")}));
    database->read([&](Reading& reading) {
        const auto loads = caseloads(reading, rule(), scope());
        ASSERT_EQ(loads.size(), 2u);
        EXPECT_EQ(loads[0].worker, "");
        EXPECT_EQ(loads[0].cases, 1) << "the restricted one is in no count";
        EXPECT_EQ(loads[1].worker, "sol");
        EXPECT_EQ(loads[1].cases, 2);
        const auto children = children_by_worker(reading, rule(), scope());
        EXPECT_EQ(children, (std::map<std::string, long>{{"", 1}, {"*", 2}, {"sol", 1}}));
        EXPECT_TRUE(caseloads(reading, access::case_rule(reader("tariq", "city")), scope()).empty());

        TeamCases waiting;
        waiting.unallocated = true;
        const auto nobodys = team_cases(reading, rule(), scope(), waiting, {});
        ASSERT_EQ(nobodys.total, 1);
        EXPECT_EQ(nobodys.rows[0].id, CaseId{"c3"});

        auto north = scope(), south = scope();
        north.team = TeamId{"north"};
        south.team = TeamId{"south"};
        south.members = {UserId{"sol"}};
        EXPECT_EQ(team_cases(reading, rule(), north, {}, {}).total, 1);
        EXPECT_EQ(team_cases(reading, rule(), south, {}, {}).total, 2) << "a case is where its worker is";
        south.worker = UserId{"sol"};
        EXPECT_EQ(team_cases(reading, rule(), south, {}, {}).total, 2);
        EXPECT_EQ(team_cases(reading, rule(), scope(), {}, {1, 1}).rows.size(), 1u);
    });
}

TEST_P(TeamBoard, CountsWhatIsOverdueByKindAndLeavesOutWhatIsMetOrWaitsForOthers) {
    a_case("c1", ann);
    engine::Event late = task("acknowledge", clock.now() + 1h);
    engine::DueSet target = late.dues[0], outside = late.dues[0], alert = late.dues[0];
    target.clock = "target";
    target.strength = engine::Strength::Target;
    outside.clock = "theirs";
    outside.outside = true;
    alert.clock = "alert";
    alert.urgency = true;
    late.dues = {late.dues[0], target, outside, alert};
    ASSERT_TRUE(happen(CaseId{"c1"}, {late, event(EventKind::PersonInvolved, "allocated-worker", "sol"), task("ring", clock.now() + 1h), event(EventKind::TaskDone, "ring")}));
    clock.set(clock.now() + 2h);
    database->read([&](Reading& reading) {
        const auto kinds = overdue_by_kind(reading, rule(), scope(), clock.now());
        ASSERT_EQ(kinds.size(), 3u);
        EXPECT_EQ(kinds[0].kind + kinds[1].kind + kinds[2].kind, "alertmusttarget");
        EXPECT_EQ(kinds[1].clocks, 1);
        EXPECT_EQ(overdue_by_worker(reading, rule(), scope(), clock.now()), (std::map<std::string, long>{{"sol", 1}})) << "one piece of work, however many clocks";
        const auto listed = overdue_tasks(reading, rule(), scope(), "target", "specimen", TeamOrder::Child, clock.now(), {});
        ASSERT_EQ(listed.total, 1);
        EXPECT_EQ(listed.rows[0].task.task, "acknowledge");
        EXPECT_EQ(overdue_tasks(reading, rule(), scope(), "limits", "", TeamOrder::Longest, clock.now(), {}).total, 1) << "neither the target nor the alert";
        auto sols = scope(), others = scope();
        sols.worker = UserId{"sol"};
        others.worker = UserId{"wren"};
        EXPECT_EQ(overdue_tasks(reading, rule(), sols, "", "", TeamOrder::Longest, clock.now(), {}).total, 3);
        EXPECT_EQ(overdue_tasks(reading, rule(), others, "", "", TeamOrder::Longest, clock.now(), {}).total, 0);
        sols.worker = {};
        sols.team = TeamId{"south"};
        EXPECT_EQ(overdue_tasks(reading, rule(), sols, "", "", TeamOrder::Longest, clock.now(), {}).total, 0) << "its worker is of no team";
        sols.members = {UserId{"sol"}};
        EXPECT_EQ(overdue_tasks(reading, rule(), sols, "", "", TeamOrder::Newest, clock.now(), {}).total, 3);
        EXPECT_EQ(overdue_by_kind(reading, rule(), scope(), clock.now() - 2h).size(), 0u);
        EXPECT_EQ(overdue_tasks(reading, access::case_rule(reader("tariq", "city")), scope(), "", "", TeamOrder::Longest, clock.now(), {}).total, 0);
    });
}

TEST_P(TeamBoard, ListsDecisionsThatWaitForASignatureWithWhoDecidedAndWhen) {
    auto made = std::make_shared<procedure::Definition>(*definition);
    made->strands[0].stages[0].tasks[1].decision->approved_by = {"team-manager"};
    definition = made;
    a_case("c1", ann);
    ASSERT_TRUE(happen(CaseId{"c1"}, {task("decide", clock.now() + 24h, ann)}));
    auto decided = event(EventKind::DecisionMade, "decide", "assess", "Bruises.", ann);
    decided.details["awaits"] = "team-manager";
    ASSERT_TRUE(happen(CaseId{"c1"}, {decided}));
    tamper("update case_task set status = 'awaiting-signature', roles = 'team-manager' where task = 'decide'");
    database->read([&](Reading& reading) {
        const auto waiting = waiting_decisions(reading, rule(), scope(), {});
        ASSERT_EQ(waiting.total, 1);
        EXPECT_EQ(waiting.rows[0].decided_by, UserId{"kit"});
        EXPECT_EQ(waiting.rows[0].decided_at, clock.now());
        EXPECT_EQ(waiting.rows[0].task.subject, ann);
        EXPECT_EQ(waiting.rows[0].task.roles, std::set<std::string>{"team-manager"});
    });
}

}  // namespace hearken::store
