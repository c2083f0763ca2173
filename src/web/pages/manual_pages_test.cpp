// Procedures, their diagrams, guidance, duties and whom to ring.
#include "web/pages/signed_in_test.hpp"

namespace hearken::web {
namespace {

struct ManualPages : SchoolUnderTest {
    ManualPages() { sign_in(supervisor); }
};

TEST_F(ManualPages, ProceduresAreListedByAreaWithTheirStatus) {
    EXPECT_EQ(browser.get("/procedures").status, 200);
    EXPECT_TRUE(shown("href=\"/procedures/school-concern\""));
    EXPECT_TRUE(shown("Front door"));
    EXPECT_TRUE(shown("govuk-tag"));
}

TEST_F(ManualPages, AProcedureTellsItsStagesTasksSettingsFormsAndDutiesInWords) {
    EXPECT_EQ(browser.get("/procedures/school-concern").status, 200);
    EXPECT_TRUE(shown("src=\"/procedures/school-concern/diagram.svg\""));
    EXPECT_TRUE(shown("alt=\"Diagram of the stages"));
    EXPECT_TRUE(shown("Acknowledge the concern"));
    EXPECT_TRUE(shown("Designated safeguarding lead"));
    EXPECT_TRUE(shown("Record it and keep watch"));
    EXPECT_TRUE(shown("Unverified"));
    EXPECT_TRUE(shown("Set by the manual"));
    EXPECT_TRUE(shown("S.school-concern-recording.s1"));
    EXPECT_EQ(browser.get("/procedures/no-such-procedure").status, 404);
}

TEST_F(ManualPages, EveryProcedureHasADiagramThatOnlyDraws) {
    for (const auto& definition : partnership.world->library.all()) {
        const auto response = browser.get("/procedures/" + definition->id + "/diagram.svg");
        EXPECT_EQ(response.status, 200) << definition->id;
        EXPECT_EQ(response.headers.get("Content-Type"), "image/svg+xml; charset=utf-8");
        EXPECT_TRUE(response.body.starts_with("<svg ")) << definition->id;
        EXPECT_EQ(response.body.find("<a "), std::string::npos);
        EXPECT_EQ(browser.get("/procedures/" + definition->id).status, 200) << definition->id;
    }
    EXPECT_EQ(browser.get("/procedures/no-such-procedure/diagram.svg").status, 404);
}

TEST_F(ManualPages, GuidanceIsReadAndFoundByItsWords) {
    browser.get("/guidance");
    EXPECT_TRUE(shown("href=\"/guidance/consent\""));
    browser.post("/guidance", {{"words", "refusing help"}});
    EXPECT_TRUE(shown("href=\"/guidance/consent\""));
    EXPECT_FALSE(shown("href=\"/guidance/taking-a-telephone-referral\""));
    browser.post("/guidance", {{"words", "<script>zebra"}});
    EXPECT_TRUE(shown("No page has all of these words."));
    EXPECT_FALSE(shown("<script>zebra"));
    EXPECT_EQ(browser.get("/guidance/consent").status, 200);
    EXPECT_TRUE(shown("<h2 class=\"govuk-heading-m\">If they refuse help</h2>"));
    EXPECT_TRUE(shown("Last checked on 2 February 2026"));
    EXPECT_EQ(browser.get("/guidance/no-such-page").status, 404);
}

TEST_F(ManualPages, DutiesAreCountedAndEachSaysWhereItIsCarried) {
    EXPECT_EQ(browser.get("/duties").status, 200);
    EXPECT_TRUE(shown("Not covered yet"));
    ASSERT_TRUE(shown("href=\"/duties/"));
    const auto at = browser.page.find("href=\"/duties/") + 6;
    EXPECT_EQ(browser.get(browser.page.substr(at, browser.page.find('"', at) - at)).status, 200);
    EXPECT_TRUE(shown("How it is carried"));
    EXPECT_EQ(browser.get("/duties/no-such-procedure").status, 404);
}

TEST_F(ManualPages, NothingOfTheManualIsShownToSomebodyNotSignedIn) {
    browser.cookies = {};
    for (const char* page : {"/procedures", "/procedures/school-concern/diagram.svg", "/guidance", "/duties", "/", "/people", "/cases"})
        EXPECT_EQ(browser.get(page).status, 303) << page;
}

}  // namespace
}  // namespace hearken::web
