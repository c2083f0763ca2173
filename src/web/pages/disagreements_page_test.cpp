// The register of disagreements, in figures.
#include "web/pages/signed_in_test.hpp"

#include "casework/cases.hpp"

namespace hearken::web {
namespace {

using namespace std::chrono_literals;

struct DisagreementsPage : SchoolUnderTest {
    OrganisationId board = partnership.add_organisation("partnership-board", "Fenmere Safeguarding Partnership"), social_care = partnership.add_organisation("childrens-social-care", "Fenmere County Council"),
                   police = partnership.add_organisation("police", "Fenmere Police");
    UserId petra = partnership.add_user("demo.petra", "Petra Protoname");
    RoleHeldId petra_role = partnership.give_role(petra, "partnership-manager", board);
    PersonId maya = add_child("Maya", "Testwell");

    void raise(const char* theme, const char* urgency, const OrganisationId& with) {
        casework::OpenCaseRequest request;
        request.procedure = "professional-disagreement";
        request.owner = board;
        request.subjects.resize(1);
        request.subjects[0].person = maya;
        for (const auto& [field, said] : {std::pair{"challenged-organisation", with.str()}, {"against-decision", std::string(theme)}, {"decision-named", std::string("The outcome")}, {"why", std::string("She was hungry again.")},
                                          {"risk-if-unchanged", std::string("She goes on being hungry.")}, {"outcome-wanted", std::string("An assessment.")}, {"urgency", std::string(urgency)},
                                          {"entry-stage", std::string("stage-1")}, {"interim-safety-plan", std::string("Breakfast at school.")}})
            request.answers[field].values = {said};
        for (const char* field : {"challenged-practitioner", "own-lead-consulted"}) request.answers[field] = engine::Answer::not_known();
        const auto opened = casework::open_case(*partnership.world, actor(dsl_role), request);
        ASSERT_TRUE(opened) << opened.error().reasons.front().text;
    }
};

TEST_F(DisagreementsPage, CountsWithoutANameAndLeavesOutSmallCounts) {
    for (int i = 0; i < 5; ++i) raise("the-decision-on-a-referral", "standard", social_care);
    raise("information-refused", "urgent", police);
    sign_in(petra);
    browser.get("/escalations");
    EXPECT_TRUE(shown("The year 2026"));
    EXPECT_TRUE(shown("1 of 6 (17%)")) << "urgent";
    EXPECT_TRUE(shown("<th scope=\"row\" class=\"govuk-table__header\">The decision on a referral</th>"));
    EXPECT_TRUE(shown("Too few to show"));
    EXPECT_EQ(browser.page.find(">5</td>"), std::string::npos) << "or the total would tell the other";
    EXPECT_FALSE(shown("Maya"));
    EXPECT_FALSE(shown("hungry"));
    EXPECT_FALSE(shown("Fenmere Primary")) << "agencies are counted by their kind";
}

TEST_F(DisagreementsPage, DoesNotCountAgenciesAndThemesApartWhereThereAreFew) {
    raise("information-refused", "standard", police);
    sign_in(petra);
    browser.get("/escalations");
    EXPECT_TRUE(shown("Fewer than five disagreements"));
    EXPECT_FALSE(shown("Information refused"));
}

TEST_F(DisagreementsPage, CountsWhatWasRaisedInTheTimeChosen) {
    raise("information-refused", "standard", police);
    sign_in(petra);
    browser.get("/escalations?period=2025-q4");
    EXPECT_TRUE(shown("No disagreement was raised in this time"));
    browser.get("/escalations?period=2026-q1");
    EXPECT_TRUE(shown("January to March 2026"));
    EXPECT_FALSE(shown("No disagreement was raised"));
    EXPECT_EQ(browser.get("/escalations?period=2026-02-01").status, 422) << "only whole quarters and years";
}

TEST_F(DisagreementsPage, IsForThoseWhoRunThePartnership) {
    sign_in(dsl);
    EXPECT_EQ(browser.get("/escalations").status, 403);
    sign_in(petra);
    browser.get("/");
    EXPECT_TRUE(shown("href=\"/escalations\""));
}

}  // namespace
}  // namespace hearken::web
