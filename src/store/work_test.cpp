#include "store/work.hpp"

#include "store/a_running_case.hpp"
#include "store/cases.hpp"
#include "store/chronology.hpp"
#include "store/notices.hpp"
#include "store/standing.hpp"
#include "store/visible.hpp"

namespace hearken::store {

using engine::EventKind;

class Work : public WithRunningCase {
protected:
    std::vector<std::string> titles(const Paged<WorkTask>& page) {
        std::vector<std::string> all;
        for (const WorkTask& task : page.items) all.push_back(task.case_id.str() + " " + task.task);
        return all;
    }
    Paged<WorkTask> work_of(const access::Actor& actor, std::set<std::string> roles, Page page = {}) {
        return database->read([&](Reading& reading) { return my_work(reading, access::case_rule(actor), roles, page); });
    }
};
HEARKEN_ON_BOTH(Work);

TEST_P(Work, ComesMostUrgentFirstPageByPage) {
    using std::chrono::hours;
    ASSERT_TRUE(happen(CaseId{"c1"}, {opening("council"), task("acknowledge", clock.now() + hours{48})}));
    ASSERT_TRUE(happen(CaseId{"c2"}, {opening("council"), task("acknowledge", clock.now() + hours{24}), task("ring")}));
    ASSERT_TRUE(happen(CaseId{"c3"}, {opening("council"), task("acknowledge")}));
    const auto kit = reader("kit", "council");
    EXPECT_EQ(titles(work_of(kit, {"contact-officer", "team-manager"})),
              (std::vector<std::string>{"c2 ring", "c2 acknowledge", "c1 acknowledge", "c3 acknowledge"}));
    const auto first = work_of(kit, {"contact-officer", "team-manager"}, {3, {}});
    EXPECT_EQ(titles(work_of(kit, {"contact-officer", "team-manager"}, {3, first.next})), (std::vector<std::string>{"c3 acknowledge"}));
    database->read([&](Reading& reading) {
        EXPECT_EQ(count_my_work(reading, access::case_rule(kit), {"contact-officer", "team-manager"}).number, 4);
        EXPECT_TRUE(count_my_work(reading, access::case_rule(kit), {"contact-officer"}, 2).more);
        EXPECT_EQ(count_overdue(reading, access::case_rule(kit), OrganisationId{"council"}, clock.now() + hours{30}).number, 1);
    });
}

TEST_P(Work, TheCasesAndClocksOfAWholeListAreFoundAtOnce) {
    const Instant tomorrow = clock.now() + std::chrono::hours{24};
    ASSERT_TRUE(happen(CaseId{"c1"}, {opening("council"), task("acknowledge", tomorrow)}));
    ASSERT_TRUE(happen(CaseId{"c2"}, {opening("council"), task("acknowledge", tomorrow), task("ring", tomorrow)}));
    ASSERT_TRUE(happen(CaseId{"c3"}, {opening("council"), task("acknowledge", tomorrow)}));
    database->read([&](Reading& reading) {
        const auto files = find_cases(reading, {CaseId{"c1"}, CaseId{"c2"}, CaseId{"no-such-case"}});
        ASSERT_EQ(files.size(), 2u);
        EXPECT_EQ(files.at(CaseId{"c2"}).owner, OrganisationId{"council"});
        std::vector<std::string> found;
        for (const auto& row : clocks_of(reading, {CaseId{"c1"}, CaseId{"c2"}})) found.push_back(row.case_id.str() + " " + row.task);
        EXPECT_EQ(found, (std::vector<std::string>{"c1 acknowledge", "c2 acknowledge", "c2 ring"}));
        EXPECT_TRUE(find_cases(reading, {}).empty());
        EXPECT_TRUE(clocks_of(reading, {}).empty());
    });
}

TEST_P(Work, AnAssignedTaskIsItsHoldersAndNobodyElses) {
    ASSERT_TRUE(happen(CaseId{"c1"}, {opening("council"), task("acknowledge"), event(EventKind::TaskAssigned, "acknowledge", "kit")}));
    EXPECT_EQ(work_of(reader("kit", "council"), {"contact-officer"}).items.size(), 1u);
    EXPECT_TRUE(work_of(reader("robin", "council"), {"contact-officer"}).items.empty());
    database->read([&](Reading& reading) {
        EXPECT_EQ(tray_of(reading, access::case_rule(reader("robin", "council")), OrganisationId{"council"}, {}).items.size(), 1u);
    });
}

TEST_P(Work, ADecisionThatWaitsForASignatureIsWorkForWhoSigns) {
    auto decided = event(EventKind::DecisionMade, "decide", "assess", "Because", ann);
    decided.details["awaits"] = "team-manager";
    ASSERT_TRUE(happen(CaseId{"c1"}, {opening("council"), event(EventKind::SubjectJoined, "", "child", "", ann), task("decide", {}, ann), decided}));
    EXPECT_TRUE(work_of(reader("kit", "council"), {"social-worker"}).items.empty());
    EXPECT_EQ(work_of(reader("kit", "council"), {"team-manager"}).items.at(0).status, "awaiting-signature");
}

TEST_P(Work, OfRestrictedCasesIsInNobodysListOrCountButTheirsWhoAreNamed) {
    ASSERT_TRUE(happen(CaseId{"c1"}, {opening("council", {{"restricted", "yes"}}), event(EventKind::SubjectJoined, "", "child", "", ann),
                                      event(EventKind::PersonInvolved, "named-reader", "robin"), task("acknowledge")}));
    const auto ash = reader("ash", "council"), robin = reader("robin", "council");  // kit opened it, and keeps a receipt
    EXPECT_TRUE(work_of(ash, {"contact-officer"}).items.empty());
    EXPECT_EQ(work_of(robin, {"contact-officer"}).items.size(), 1u);
    database->write([&](Transaction& transaction) {
        StoredNotice told;
        told.id = "n1";
        told.case_id = CaseId{"c1"};
        told.notice = "danger-now";
        told.text = "A child may need protecting now.";
        told.organisation = OrganisationId{"council"};
        told.role = "contact-officer";
        told.created_at = clock.now();
        add_notice(transaction, told);
        return 0;
    });
    database->read([&](Reading& reading) {
        for (const auto& [actor, sees] : {std::pair{ash, 0L}, std::pair{robin, 1L}}) {
            const auto rule = access::case_rule(actor);
            EXPECT_EQ(static_cast<long>(notices_for(reading, actor.user, actor.organisation, {"contact-officer"}, true, {}).items.size()), sees) << "told to a role";
            EXPECT_EQ(count_unread_notices(reading, actor.user, actor.organisation, {"contact-officer"}).number, sees);
            EXPECT_EQ(count_my_work(reading, rule, {"contact-officer"}).number, sees);
            EXPECT_EQ(count_cases_of_organisation(reading, rule, OrganisationId{"council"}, {}).number, sees);
            EXPECT_EQ(static_cast<long>(cases_of_organisation(reading, rule, OrganisationId{"council"}, {}, {}).items.size()), sees);
            EXPECT_EQ(static_cast<long>(cases_about(reading, rule, ann).size()), sees);
            EXPECT_EQ(static_cast<long>(open_tasks_about(reading, rule, ann).size()), sees);
            EXPECT_EQ(chronology_of_person(reading, rule, ann, {}, {}).items.empty(), sees == 0);
        }
    });
}

TEST_P(Work, CasesOfAnOrganisationAreListedOnceNewestFirst) {
    for (const char* id : {"c1", "c2", "c3"}) {
        ASSERT_TRUE(happen(CaseId{id}, {opening("council"), event(EventKind::OrganisationJoined, "referrer", "school")}));
        clock.set(clock.now() + std::chrono::hours{1});
    }
    ASSERT_TRUE(happen(CaseId{"c2"}, {event(EventKind::OrganisationJoined, "receiver", "council"), event(EventKind::CaseClosed, "", "no-further-action")}));
    const auto rule = access::case_rule(reader("kit", "council")), school = access::case_rule(reader("robin", "school"));
    database->read([&](Reading& reading) {
        const auto first = cases_of_organisation(reading, rule, OrganisationId{"council"}, {}, {2, {}});
        ASSERT_EQ(first.items.size(), 2u);
        EXPECT_EQ(first.items[0].file.id, CaseId{"c3"});
        EXPECT_EQ(first.items[1].view, access::CaseView::Full);
        EXPECT_EQ(cases_of_organisation(reading, rule, OrganisationId{"council"}, {}, {2, first.next}).items.at(0).file.id, CaseId{"c1"});
        CaseFilter closed;
        closed.state = "closed";
        EXPECT_EQ(cases_of_organisation(reading, rule, OrganisationId{"council"}, closed, {}).items.at(0).file.outcome, "no-further-action");
        EXPECT_EQ(cases_of_organisation(reading, school, OrganisationId{"school"}, {}, {}).items.at(0).view, access::CaseView::Party);
    });
}

TEST_P(Work, AChronologySeparatesWhatIsSignificantAndLeavesOutOtherChildren) {
    auto note = event(EventKind::Noted, "", "", "Moved to 100% of her aunt's care");
    note.details = {{"significant", "yes"}, {"source", "school"}};
    ASSERT_TRUE(happen(CaseId{"c1"}, {opening("council"), event(EventKind::SubjectJoined, "", "child", "", ann), event(EventKind::SubjectJoined, "", "child", "", ben), note,
                                      event(EventKind::Noted, "", "", "Ben only", ben), event(EventKind::StageEntered, "screening", "main")}));
    const auto rule = access::case_rule(reader("kit", "council"));
    database->read([&](Reading& reading) {
        ChronologyFilter significant;
        significant.significant_only = true;
        EXPECT_EQ(chronology_of_case(reading, CaseId{"c1"}, significant, {}).items.size(), 2u);
        ChronologyFilter words;
        words.contains = "100% of HER";
        const auto found = chronology_of_person(reading, rule, ann, words, {});
        ASSERT_EQ(found.items.size(), 1u);
        EXPECT_EQ(found.items[0].source, "school");
        words.contains = "ben only";
        EXPECT_TRUE(chronology_of_person(reading, rule, ann, words, {}).items.empty());
        EXPECT_EQ(chronology_of_person(reading, rule, ben, words, {}).items.size(), 1u);
        EXPECT_EQ(chronology_of_case(reading, CaseId{"c1"}, {}, {4, {}}).items.size(), 4u);
        EXPECT_FALSE(chronology_of_case(reading, CaseId{"c1"}, {}, {4, {}}).next.empty());
    });
}

TEST_P(Work, AWalledAreaIsNotItsOrganisationsToRead) {
    walled = true;
    ASSERT_TRUE(happen(CaseId{"c1"}, {opening("council")}));
    auto kit = reader("kit", "council");
    database->read([&](Reading& reading) {
        EXPECT_EQ(view_of_case(reading, access::case_rule(kit), CaseId{"c1"}), access::CaseView::Receipt) << "kit opened it";
        kit.areas = {"front door"};
        EXPECT_EQ(view_of_case(reading, access::case_rule(kit), CaseId{"c1"}), access::CaseView::Full);
    });
}

TEST_P(Work, TheAllocatedWorkerIsKnownWithoutOpeningTheCase) {
    ASSERT_TRUE(happen(CaseId{"c1"}, {opening("council"), event(EventKind::SubjectJoined, "", "child", "", ann), event(EventKind::PersonInvolved, "allocated-worker", "kit")}));
    database->read([&](Reading& reading) {
        const auto parts = parts_in_open_cases(reading, ann);
        ASSERT_EQ(parts.size(), 1u);
        EXPECT_EQ(parts.front().involvement, "allocated-worker");
        EXPECT_EQ(parts.front().who, "kit");
        EXPECT_EQ(parts.front().owner, OrganisationId{"council"});
        EXPECT_EQ(parts.front().procedure, "specimen");
        EXPECT_TRUE(parts_in_open_cases(reading, ben).empty());
        EXPECT_TRUE(is_known_to(reading, ann, OrganisationId{"council"}, {}));
        EXPECT_FALSE(is_known_to(reading, ann, OrganisationId{"council"}, CaseId{"c1"})) << "a case does not answer for itself";
    });
    ASSERT_TRUE(happen(CaseId{"c1"}, {event(EventKind::CaseClosed)}));
    database->read([&](Reading& reading) { EXPECT_TRUE(parts_in_open_cases(reading, ann).empty()); });
}

TEST_P(Work, ALinkIsSeenFromEitherCase) {
    ASSERT_TRUE(happen(CaseId{"c1"}, {opening("council"), event(EventKind::Linked, "opened", "c2")}));
    ASSERT_TRUE(happen(CaseId{"c2"}, {opening("council")}));
    database->read([&](Reading& reading) {
        const std::vector<std::pair<std::string, CaseId>> to_second{{"opened", CaseId{"c2"}}}, to_first{{"opened", CaseId{"c1"}}};
        EXPECT_EQ(links_of(reading, CaseId{"c1"}), to_second);
        EXPECT_EQ(links_of(reading, CaseId{"c2"}), to_first);
        EXPECT_EQ(linked_states(reading, CaseId{"c2"}).count("specimen"), 1u);
    });
}

}  // namespace hearken::store
