// Signing in, the second factor, roles, the account and the demonstration's people.
#include <gtest/gtest.h>

#include "auth/one_time.hpp"
#include "web/pages/pages_under_test.hpp"

namespace hearken::web {
namespace {

struct SessionPages : testing::Test {
    PartnershipUnderTest partnership;
    OrganisationId school = partnership.add_organisation("school", "Fenmere Primary");
    UserId kit = partnership.add_user("kit", "Kit Example");
    BrowserUnderTest browser{partnership.router};

    bool shown(std::string_view words) const { return browser.page.find(words) != std::string::npos; }
    /// The key as the set-up page says it, without its spaces.
    std::string key_on_page() const {
        const auto from = browser.page.find("hearken-code\">") + 14;
        std::string key = browser.page.substr(from, browser.page.find('<', from) - from);
        std::erase(key, ' ');
        return key;
    }
    std::string set_up_second_factor() {
        browser.follow(browser.sign_in("kit"));
        const auto key = key_on_page();
        browser.post("/sign-in/set-up", {{"sealed-secret", hidden_value(browser.page, "sealed-secret")}, {"code", auth::totp_code(key, partnership.clock.now())}});
        return key;
    }
};

TEST_F(SessionPages, AWrongNameAndAWrongPasswordAreToldInTheSameWords) {
    EXPECT_EQ(browser.sign_in("kit", "wrong").status, 422);
    auto wrong_password = browser.page;
    EXPECT_TRUE(shown("The sign-in name or password is not right"));
    BrowserUnderTest stranger(partnership.router, "192.0.2.7");
    stranger.sign_in("nobody", "wrong");
    wrong_password.replace(wrong_password.find("value=\"kit\""), 11, "value=\"nobody\"");
    EXPECT_EQ(stranger.page, wrong_password);
}

TEST_F(SessionPages, ARoleThatReadsRecordsCannotBeUsedBeforeASecondFactorIsSetUp) {
    partnership.give_role(kit, "dsl", school);
    EXPECT_EQ(browser.sign_in("kit").headers.get("Location"), "/sign-in/set-up");
    EXPECT_EQ(browser.get("/account").headers.get("Location"), "/sign-in/set-up?next=%2Faccount");
    set_up_second_factor();
    EXPECT_TRUE(shown("Your recovery codes"));
    EXPECT_EQ(browser.get("/account").status, 200);
}

TEST_F(SessionPages, AWrongCodeLeavesTheSameKeyToTryAgain) {
    partnership.give_role(kit, "dsl", school);
    browser.follow(browser.sign_in("kit"));
    const auto key = key_on_page();
    EXPECT_EQ(browser.post("/sign-in/set-up", {{"sealed-secret", hidden_value(browser.page, "sealed-secret")}, {"code", "000000"}}).status, 422);
    EXPECT_EQ(key_on_page(), key);
}

TEST_F(SessionPages, AfterSetUpEverySignInAsksForACodeAndARecoveryCodeServesOnce) {
    partnership.give_role(kit, "dsl", school);
    const auto key = set_up_second_factor();
    const auto at = browser.page.find("<li class=\"hearken-code\">") + 25;
    const auto recovery = browser.page.substr(at, browser.page.find('<', at) - at);

    BrowserUnderTest phone(partnership.router, "192.0.2.8");
    EXPECT_EQ(phone.sign_in("kit").headers.get("Location"), "/sign-in/code");
    EXPECT_EQ(phone.get("/account").headers.get("Location"), "/sign-in/code?next=%2Faccount");
    phone.get("/sign-in/code");
    EXPECT_EQ(phone.post("/sign-in/code", {{"code", recovery}}).status, 303);
    EXPECT_EQ(phone.get("/account").status, 200);

    BrowserUnderTest thief(partnership.router, "192.0.2.9");
    thief.sign_in("kit");
    thief.get("/sign-in/code");
    EXPECT_EQ(thief.post("/sign-in/code", {{"code", recovery}}).status, 422);
}

TEST_F(SessionPages, SigningOutEndsTheSessionItself) {
    partnership.give_role(kit, "system-administrator", school);
    browser.sign_in("kit");
    browser.get("/account");
    const auto kept = browser.cookies;
    EXPECT_EQ(browser.post("/sign-out", {}).headers.get("Location"), "/sign-in");
    browser.cookies = kept;
    EXPECT_EQ(browser.get("/account").status, 303);
}

TEST_F(SessionPages, SomebodyWithTwoRolesActsInTheOneTheyChoose) {
    partnership.give_role(kit, "system-administrator", school);
    const auto auditor = partnership.give_role(kit, "auditor", school);
    browser.sign_in("kit");
    browser.get("/account");
    browser.post("/role", {{"role", auditor.str()}});
    EXPECT_EQ(browser.get("/audit").status, 200);
    EXPECT_EQ(browser.get("/admin/users").status, 403);
    EXPECT_EQ(browser.post("/role", {{"role", "somebody-elses"}}).status, 403);
}

TEST_F(SessionPages, ChangingThePasswordNeedsTheOldOneAndTellsWhatIsWrongWithTheNew) {
    partnership.give_role(kit, "system-administrator", school);
    browser.sign_in("kit");
    browser.get("/account/password");
    EXPECT_EQ(browser.post("/account/password", {{"old-password", "wrong"}, {"new-password", "seven green bicycles"}}).status, 422);
    EXPECT_TRUE(shown("Your current password is not right"));
    EXPECT_EQ(browser.post("/account/password", {{"old-password", PartnershipUnderTest::kPassword}, {"new-password", "short"}}).status, 422);
    EXPECT_TRUE(shown("12 characters or more"));
    browser.follow(browser.post("/account/password", {{"old-password", PartnershipUnderTest::kPassword}, {"new-password", "seven green bicycles"}}));
    EXPECT_TRUE(shown("Your password has been changed"));
}

TEST_F(SessionPages, OnesOtherSessionsAreListedAndCanBeEnded) {
    partnership.give_role(kit, "system-administrator", school);
    BrowserUnderTest phone(partnership.router, "192.0.2.8");
    phone.sign_in("kit");
    browser.sign_in("kit");
    browser.get("/account");
    browser.post("/account/sessions/end", {{"session", hidden_value(browser.page, "session")}});
    EXPECT_EQ(phone.get("/account").status, 303);
    EXPECT_EQ(browser.get("/account").status, 200);
}

TEST_F(SessionPages, ThePlaceAfterSigningInIsNeverElsewhere) {
    partnership.give_role(kit, "system-administrator", school);
    for (const char* elsewhere : {"https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "/sign-in", "/api/v1/x"}) {
        browser.cookies = {};
        EXPECT_EQ(browser.send(post_request("/sign-in", {{"sign-in-name", "kit"}, {"password", PartnershipUnderTest::kPassword}, {"next", elsewhere}})).headers.get("Location"), "/") << elsewhere;
    }
}

TEST_F(SessionPages, WithoutADemonstrationNobodyIsOfferedOrEntered) {
    partnership.add_user("demo.dsl", "Dee Invented");
    EXPECT_EQ(browser.get("/demonstration").status, 404);
    EXPECT_EQ(browser.post("/demonstration/sign-in", {{"user", kit.str()}}).status, 404);
}

TEST(DemonstrationPages, OfferThePeopleMadeForItByOrganisationAndNoOthers) {
    PartnershipUnderTest partnership(true);
    const auto school = partnership.add_organisation("school", "Fenmere Primary");
    const auto dee = partnership.add_user("demo.dsl", "Dee Invented"), kit = partnership.add_user("kit", "Kit Example");
    partnership.give_role(dee, "dsl", school);
    partnership.give_role(kit, "dsl", school);
    BrowserUnderTest browser(partnership.router);
    browser.get("/demonstration");
    EXPECT_NE(browser.page.find("Dee Invented"), std::string::npos);
    EXPECT_NE(browser.page.find("Fenmere Primary"), std::string::npos);
    EXPECT_EQ(browser.page.find("Kit Example"), std::string::npos);
    EXPECT_EQ(browser.post("/demonstration/sign-in", {{"user", kit.str()}}).status, 404);
    EXPECT_EQ(browser.post("/demonstration/sign-in", {{"user", dee.str()}}).status, 303);
    EXPECT_EQ(browser.get("/account").status, 200);
}

}  // namespace
}  // namespace hearken::web
