// Recording a worry, weighing it and putting it right, through the whole pipeline as a browser without a script sends it.
#include <regex>

#include "web/pages/signed_in_test.hpp"

namespace hearken::web {
namespace {

struct CasePages : SchoolUnderTest {
    CasePages() {
        if (!partnership.router.named("case.show")) add_case_pages(partnership.router, *partnership.site);
    }

    static std::string location(const Response& response) { return std::string(response.headers.get("Location")); }

    /// The address the form of the page is sent to.
    std::string form_action(const std::string& containing) const {
        std::smatch found;
        const std::regex action("action=\"([^\"]*" + containing + "[^\"]*)\"");
        return std::regex_search(browser.page, found, action) ? found[1].str() : std::string{};
    }

    /// From the first page to the check page, with just a name and what happened. Gives the address of the check page.
    std::string write_a_concern() {
        browser.get("/start/school-concern");
        auto sent = browser.post(form_action("/who"), {{"given", "Ada"}, {"family", "Testwell"}, {"_do", "go"}});
        for (int page = 0; page < 12 && !location(sent).ends_with("/check"); ++page) {
            EXPECT_EQ(sent.status, 303);
            const auto place = location(sent);
            browser.get(place);
            sent = browser.post(place, place.ends_with("/happened") ? Fields{{"f-summary", "Came without a coat again."}} : Fields{});
        }
        return location(sent);
    }
};

TEST_F(CasePages, AConcernNeedsOnlyTheChildAndWhatHappened) {
    sign_in(supervisor);
    const auto check = write_a_concern();
    ASSERT_TRUE(check.ends_with("/check"));
    browser.get(check);
    EXPECT_TRUE(shown("Ada Testwell"));
    EXPECT_TRUE(shown("Came without a coat again."));
    const auto sent = browser.post(check, {});
    ASSERT_TRUE(location(sent).ends_with("/received")) << browser.page;
    browser.get(location(sent));
    EXPECT_TRUE(shown("What happens next"));
    EXPECT_TRUE(shown("Designated safeguarding lead"));
}

TEST_F(CasePages, NoNameOrWordOfAChildStandsInAnyAddressOnTheWay) {
    sign_in(supervisor);
    const auto check = write_a_concern();
    EXPECT_EQ(check.find("Testwell"), std::string::npos);
    EXPECT_EQ(check.find("Ada"), std::string::npos);
}

TEST_F(CasePages, SendingTheSameConcernTwiceRecordsItOnce) {
    sign_in(supervisor);
    const auto check = write_a_concern();
    browser.get(check);
    EXPECT_EQ(browser.post(check, {}).status, 303);
    EXPECT_EQ(browser.post(check, {}).status, 409);
}

TEST_F(CasePages, APageWithoutItsAnswerComesBackWithTheErrorAndWhatWasTyped) {
    sign_in(supervisor);
    browser.get("/start/school-concern");
    const auto nobody = browser.post(form_action("/who"), {{"_do", "go"}});
    EXPECT_EQ(nobody.status, 422);
    EXPECT_TRUE(shown("There is a problem"));
    const auto bad_date = browser.post(form_action("/who"), {{"given", "Ada"}, {"born--day", "31"}, {"born--month", "2"}, {"born--year", "x"}, {"_do", "go"}});
    EXPECT_EQ(bad_date.status, 422);
    EXPECT_TRUE(shown("value=\"Ada\""));
    EXPECT_TRUE(shown("value=\"31\""));
}

TEST_F(CasePages, WhoeverRecordedItSeesAReceiptAndNothingWrittenSince) {
    const auto in_case = record_concern(supervisor_role, add_child("Tamsin", "Harrow"));
    sign_in(supervisor);
    EXPECT_EQ(browser.get("/cases/" + in_case.str()).status, 200);
    EXPECT_TRUE(shown("You recorded this"));
    EXPECT_FALSE(shown("Acknowledge the concern"));
    EXPECT_FALSE(shown("Came to school without a coat"));
}

TEST_F(CasePages, TheUrgentActsStandOnEveryPartOfACase) {
    const auto in_case = record_concern(supervisor_role, add_child("Tamsin", "Harrow"));
    sign_in(dsl);
    for (const char* part : {"", "?part=record", "?part=chronology", "?part=people"}) {
        browser.get("/cases/" + in_case.str() + part);
        EXPECT_TRUE(shown("/tasks/refer-now")) << part;
    }
}

TEST_F(CasePages, ATaskDoneGoesBackToTheCaseAndSaysSo) {
    const auto in_case = record_concern(supervisor_role, add_child("Tamsin", "Harrow"));
    const auto task = "/cases/" + in_case.str() + "/tasks/acknowledge";
    sign_in(dsl);
    browser.get(task);
    browser.follow(browser.post(task, {{"_do", "do"}}));
    EXPECT_TRUE(shown("Done: Acknowledge the concern."));
}

TEST_F(CasePages, ASecondSaveOfOneFormShowsBothAndLosesNeither) {
    const auto in_case = record_concern(supervisor_role, add_child("Tamsin", "Harrow"));
    const auto place = "/cases/" + in_case.str();
    sign_in(dsl);
    browser.get(place + "/tasks/acknowledge");
    browser.post(place + "/tasks/acknowledge", {{"_do", "do"}});
    browser.get(place + "/tasks/weigh");
    EXPECT_EQ(browser.post(place + "/tasks/weigh", {{"based-on", "0"}, {"f-severity", "Serious, says one"}, {"_do", "save"}}).status, 303);
    const auto late = browser.post(place + "/tasks/weigh", {{"based-on", "0"}, {"f-severity", "Less so, says the other"}, {"_do", "save"}});
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(shown("Serious, says one"));
    EXPECT_TRUE(shown("Less so, says the other"));
    EXPECT_EQ(hidden_value(browser.page, "based-on"), "1") << "sent again, it builds on what is saved now";
}

TEST_F(CasePages, WhatCannotBeDoneNowSaysWhyAndHasNoButton) {
    const auto in_case = record_concern(supervisor_role, add_child("Tamsin", "Harrow"));
    sign_in(dsl);
    const auto not_there = browser.get("/cases/" + in_case.str() + "/tasks/close");
    EXPECT_EQ(not_there.status, 404) << "a stage that has not come offers nothing";
}

TEST_F(CasePages, ANoteNeedsItsWordsAndKeepsThemWhenTheTimeIsWrong) {
    const auto place = "/cases/" + record_concern(supervisor_role, add_child("Tamsin", "Harrow")).str();
    sign_in(dsl);
    browser.get(place + "/notes");
    EXPECT_EQ(browser.post(place + "/notes", {}).status, 422);
    EXPECT_EQ(browser.post(place + "/notes", {{"text", "Rang home."}, {"when--day", "40"}, {"when--month", "1"}, {"when--year", "2026"}, {"when--time", "9am"}}).status, 422);
    EXPECT_TRUE(shown("Rang home."));
    browser.follow(browser.post(place + "/notes", {{"text", "Rang home."}, {"significant", "yes"}}));
    browser.get(place + "?part=chronology");
    EXPECT_TRUE(shown("Rang home."));
}

TEST_F(CasePages, ClosingIsAskedForWithAReason) {
    const auto place = "/cases/" + record_concern(supervisor_role, add_child("Tamsin", "Harrow")).str();
    sign_in(dsl);
    browser.get(place + "/close");
    EXPECT_EQ(browser.post(place + "/close", {{"outcome", "recorded-in-error"}}).status, 422);
    browser.follow(browser.post(place + "/close", {{"outcome", "recorded-in-error"}, {"reason", "Recorded twice by mistake."}}));
    EXPECT_TRUE(shown("Closed"));
    EXPECT_TRUE(shown(place + "/reopen"));
}

TEST_F(CasePages, SomebodyElsesCaseIsNotThere) {
    const auto elsewhere = partnership.add_organisation("school", "Another School");
    const auto stranger = partnership.add_user("demo.stranger", "Sol Invented");
    partnership.give_role(stranger, "dsl", elsewhere);
    const auto place = "/cases/" + record_concern(supervisor_role, add_child("Tamsin", "Harrow")).str();
    sign_in(stranger);
    for (const char* page : {"", "/notes", "/history", "/who-can-see", "/tasks/acknowledge", "/close", "/documents/x", "/received"}) EXPECT_EQ(browser.get(place + page).status, 404) << page;
}

}  // namespace
}  // namespace hearken::web
