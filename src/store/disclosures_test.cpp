#include "store/disclosures.hpp"

#include "store/a_running_case.hpp"
#include "store/rebuild.hpp"

namespace hearken::store {

using engine::EventKind;

class Disclosures : public WithRunningCase {
protected:
    void SetUp() override {
        WithRunningCase::SetUp();
        if (IsSkipped()) return;
        ASSERT_TRUE(happen(rabbit, {opening("council"), event(EventKind::SubjectJoined, "", "child", "", ann), event(EventKind::SubjectJoined, "", "child", "", ben)}));
        auto shared = event(EventKind::Shared, "told", "police", "To protect life");
        shared.details = {{"what", "Where she was seen"}, {"purpose", "To find her"}, {"basis", "vital-interests"}, {"consent", "not-sought"}, {"how", "telephone"}, {"outside", "yes"}};
        clock.set(clock.now() + std::chrono::minutes{1});
        ASSERT_TRUE(happen(rabbit, {shared}));
        auto withheld = event(EventKind::DecisionMade, "share-or-withhold", "withhold", "Not needed for what they asked", ben);
        withheld.details = {{"outcome", "withheld"}, {"what", "His medical notes"}, {"recipient", "A journalist"}, {"consent", "refused"}};
        clock.set(clock.now() + std::chrono::minutes{1});
        ASSERT_TRUE(happen(rabbit, {withheld, event(EventKind::DecisionMade, "another", "yes", "Another matter")}));
        clock.set(clock.now() + std::chrono::minutes{1});
        ASSERT_TRUE(happen(rabbit, {event(EventKind::ExchangeSent, "ask-health", "", "Please send what you hold.")}));
    }
    access::CaseRule reader(const char* organisation) const {
        access::CaseRule rule;
        rule.user = UserId{"somebody"};
        rule.organisation = OrganisationId{organisation};
        rule.reach = access::Reach::Organisation;
        return rule;
    }
    std::vector<std::string> outcomes(const access::CaseRule& rule, const PersonId& person, const DisclosureFilter& filter = {}) {
        return database->read([&](Reading& reading) {
            std::vector<std::string> found;
            for (const auto& line : disclosures_about(reading, rule, person, filter, {}).items) found.push_back(line.outcome);
            return found;
        });
    }
};
HEARKEN_ON_BOTH(Disclosures);

using Outcomes = std::vector<std::string>;

TEST_P(Disclosures, AreListedNewestFirstForThosePersonsWhomTheyConcern) {
    EXPECT_EQ(outcomes(reader("council"), ben), (Outcomes{"asked", "withheld", "shared"}));
    EXPECT_EQ(outcomes(reader("council"), ann), (Outcomes{"asked", "shared"}));
}

TEST_P(Disclosures, SayWhatWasSharedWhyAndHow) {
    const auto line = database->read([&](Reading& reading) { return disclosure_lines_of(reading, rabbit).back(); });
    EXPECT_EQ(line.shared_with, "police");
    EXPECT_EQ(line.what, "Where she was seen");
    EXPECT_EQ(line.purpose, "To find her");
    EXPECT_EQ(line.basis, "vital-interests");
    EXPECT_EQ(line.consent, "not-sought");
    EXPECT_EQ(line.how, "telephone");
    EXPECT_EQ(line.why, "To protect life");
}

TEST_P(Disclosures, AreNotThereForWhoMayNotSeeTheCase) {
    EXPECT_TRUE(outcomes(reader("school"), ben).empty());
    EXPECT_TRUE(outcomes(reader("police"), ben).empty()) << "told by telephone: nobody comes to read here";
}

TEST_P(Disclosures, AreFilteredByOutcomeWordsAndTime) {
    EXPECT_EQ(outcomes(reader("council"), ben, {.outcome = "withheld", .words = {}, .from = {}, .until = {}}), Outcomes{"withheld"});
    EXPECT_EQ(outcomes(reader("council"), ben, {.outcome = {}, .words = "JOURNALIST", .from = {}, .until = {}}), Outcomes{"withheld"});
    EXPECT_EQ(outcomes(reader("council"), ben, {.outcome = {}, .words = "%", .from = {}, .until = {}}), Outcomes{});
    EXPECT_EQ(outcomes(reader("council"), ben, {.outcome = {}, .words = {}, .from = clock.now(), .until = {}}), Outcomes{"asked"});
}

TEST_P(Disclosures, ComePageByPage) {
    database->read([&](Reading& reading) {
        const auto first = disclosures_about(reading, reader("council"), ben, {}, {2, {}});
        EXPECT_EQ(first.items.size(), 2U);
        EXPECT_FALSE(first.next.empty());
        const auto second = disclosures_about(reading, reader("council"), ben, {}, {2, first.next});
        EXPECT_EQ(second.items.size(), 1U);
        EXPECT_TRUE(second.next.empty());
    });
}

TEST_P(Disclosures, AreCountedForTheOrganisationThatDecided) {
    const OrganisationId by{"school"};  // of whoever acts in these tests
    database->read([&](Reading& reading) {
        const auto counted = sharing_decisions_of(reading, by, clock.now() - std::chrono::hours{1});
        EXPECT_EQ(counted.shared, 1);
        EXPECT_EQ(counted.without_consent, 1);
        EXPECT_EQ(counted.withheld, 1);
        EXPECT_EQ(counted.asked, 1);
        EXPECT_EQ(counted.without_reason, 0);
        EXPECT_EQ(counted.by_basis, (std::vector<std::pair<std::string, long>>{{"vital-interests", 1}}));
        EXPECT_EQ(decisions_to_review(reading, by, {}).items.size(), 2U);
        EXPECT_EQ(sharing_decisions_of(reading, OrganisationId{"elsewhere"}, clock.now() - std::chrono::hours{1}).shared, 0);
    });
}

TEST_P(Disclosures, AreRecreatedFromTheEvents) {
    EXPECT_TRUE(rebuild(*database, RebuildMode::Compare, definition_of()).equal());
    tamper("update disclosure set outcome = 'shared' where outcome = 'withheld'");
    EXPECT_FALSE(rebuild(*database, RebuildMode::Replace, definition_of()).equal());
    EXPECT_EQ(count("select count(*) from disclosure where outcome = 'withheld'"), 1);
}

TEST_P(Disclosures, CasesHeldAboutSomebodyAreThoseWithASideOfTheOrganisation) {
    database->read([&](Reading& reading) {
        EXPECT_EQ(cases_held_about(reading, OrganisationId{"council"}, {ann}), std::vector<CaseId>{rabbit});
        EXPECT_TRUE(cases_held_about(reading, OrganisationId{"school"}, {ann}).empty());
        EXPECT_TRUE(cases_held_about(reading, OrganisationId{"council"}, {}).empty());
    });
}

}  // namespace hearken::store
