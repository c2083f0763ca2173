// The way of every request: rates, session, audience, request token, action; and that no words are lost on it.
#include <gtest/gtest.h>

#include "store/audit.hpp"
#include "web/pages/pages_under_test.hpp"

namespace hearken::web {
namespace {

using access::Action;
using std::chrono::minutes;

/// A school with two members of staff, a page with a form that has a draft, and one with a form that has none.
struct Pipeline : testing::Test {
    PartnershipUnderTest partnership;
    OrganisationId school = partnership.add_organisation("school", "Fenmere Primary");
    UserId kit = staff("kit", "Kit Example"), robin = staff("robin", "Robin Example");
    BrowserUnderTest browser{partnership.router};
    Fields arrived;       ///< fields of the last form that reached a handler
    bool fails = false;   ///< the handler throws

    Pipeline() {
        form_route("/concern", "concern/new");
        form_route("/note", "");
        add({.method = "GET", .pattern = "/", .name = "home", .handler = [](Visit& visit) { return render_page(visit, {.title = "My work", .main = "<h1>My work</h1>"_html}); }});
        add({.method = "GET", .pattern = "/users-only", .name = "admin-only", .action = Action::AdministerUsers, .handler = [](Visit&) { return text_response("in"); }});
        add({.method = "GET", .pattern = "/api/v1/work", .name = "api.work", .handler = [](Visit&) { return json_response("{}"); }, .scope = "read"});
    }

    UserId staff(const char* sign_in_name, const char* name) {
        const auto user = partnership.add_user(sign_in_name, name);
        partnership.give_role(user, "system-administrator", school);  // reads no child's record, so needs no second factor
        return user;
    }
    void add(PageRoute route) { add_route(partnership.router, *partnership.site, std::move(route)); }
    void form_route(const std::string& path, const std::string& key) {
        add({.method = "GET", .pattern = path, .name = path + ".show", .handler = [path, key](Visit& visit) {
                 Html main = form_open(visit, path, key);
                 main << "<textarea name=\"words\">"_html << typed_before(visit, key).get("words") << "</textarea></form>"_html;
                 return render_page(visit, {.title = "A form", .main = main});
             }});
        add({.method = "POST", .pattern = path, .name = path, .handler = [this](Visit& visit) {
                 if (fails) throw std::runtime_error("broken");
                 arrived = visit.request.form.fields;
                 auto response = redirect_see_other("/");
                 flash(response, "It was recorded.");
                 return response;
             }});
    }
    void signed_in_at(const char* page) {
        ASSERT_EQ(browser.sign_in("kit").status, 303);
        ASSERT_EQ(browser.get(page).status, 200);
    }
    bool shown(std::string_view words) const { return browser.page.find(words) != std::string::npos; }
};

TEST_F(Pipeline, APageAskedForWithoutASessionIsReachedAfterSigningIn) {
    const auto sent = browser.get("/concern?child=abc");
    EXPECT_EQ(sent.status, 303);
    EXPECT_EQ(sent.headers.get("Location"), "/sign-in?next=%2Fconcern%3Fchild%3Dabc");
    browser.follow(sent);
    EXPECT_EQ(browser.post("/sign-in", {{"sign-in-name", "kit"}, {"password", PartnershipUnderTest::kPassword}, {"next", hidden_value(browser.page, "next")}}).headers.get("Location"),
              "/concern?child=abc");
}

TEST_F(Pipeline, AFormSentInTimeReachesItsHandlerAndItsNoticeIsShownOnce) {
    signed_in_at("/concern");
    browser.follow(browser.post("/concern", {{"words", "She said she was cold"}}));
    EXPECT_EQ(arrived.get("words"), "She said she was cold");
    EXPECT_TRUE(shown("It was recorded."));
    browser.get("/");
    EXPECT_FALSE(shown("It was recorded."));
}

TEST_F(Pipeline, AnIdleTimeOutLosesNothingTypedAndTheSamePersonFindsItInTheSameForm) {
    signed_in_at("/concern");
    partnership.clock.set(partnership.clock.now() + minutes{31});
    const auto sent = browser.follow(browser.post("/concern", {{"words", "He drew a house on fire"}}));
    EXPECT_TRUE(arrived.empty());
    EXPECT_TRUE(shown("What you typed has been kept"));
    browser.follow(browser.post("/sign-in", {{"sign-in-name", "kit"}, {"password", PartnershipUnderTest::kPassword}, {"next", hidden_value(browser.page, "next")}}));
    EXPECT_TRUE(shown(">He drew a house on fire</textarea>"));
}

TEST_F(Pipeline, WhatOnePersonTypedIsNeverShownToAnotherWhoSignsInInTheirPlace) {
    signed_in_at("/concern");
    partnership.clock.set(partnership.clock.now() + minutes{31});
    browser.follow(browser.post("/concern", {{"words", "He drew a house on fire"}}));
    browser.follow(browser.post("/sign-in", {{"sign-in-name", "robin"}, {"password", PartnershipUnderTest::kPassword}, {"next", hidden_value(browser.page, "next")}}));
    EXPECT_TRUE(shown("name=\"words\""));
    EXPECT_FALSE(shown("house on fire"));
    browser.get("/account/drafts");
    EXPECT_TRUE(shown("You have no drafts"));
}

TEST_F(Pipeline, AFormWithoutADraftOfItsOwnIsTakenUpOnAPageThatSendsItOnce) {
    signed_in_at("/note");
    partnership.clock.set(partnership.clock.now() + minutes{31});
    browser.follow(browser.post("/note", {{"words", "Rang the nurse at 9"}}));
    browser.follow(browser.post("/sign-in", {{"sign-in-name", "kit"}, {"password", PartnershipUnderTest::kPassword}, {"next", hidden_value(browser.page, "next")}}));
    ASSERT_TRUE(shown("Carry on where you were"));
    ASSERT_TRUE(shown("Rang the nurse at 9"));
    EXPECT_EQ(browser.post("/note", {{"words", "Rang the nurse at 9"}, {"_kept", hidden_value(browser.page, "_kept")}}).status, 303);
    EXPECT_EQ(arrived.get("words"), "Rang the nurse at 9");
    EXPECT_EQ(browser.get("/carry-on?form=kept%3A%2Fnote").status, 404);
}

TEST_F(Pipeline, TheLastPauseBeforeATimeOutIsSavedEvenAfterIt) {
    signed_in_at("/concern");
    const auto at = browser.page.find("data-draft-url=\"") + 16;
    std::string url = browser.page.substr(at, browser.page.find('"', at) - at);
    url.replace(url.find("&amp;"), 5, "&");
    partnership.clock.set(partnership.clock.now() + minutes{31});
    BrowserUnderTest script(partnership.router);
    EXPECT_EQ(script.send(post_request(url, {{"words", "half a sent"}})).status, 204);
    EXPECT_EQ(script.send(post_request("/drafts?key=concern%2Fnew&form=forged", {{"words", "not theirs"}})).status, 401);
    browser.sign_in("kit");
    browser.get("/concern");
    EXPECT_TRUE(shown(">half a sent</textarea>"));
}

TEST_F(Pipeline, ADraftTooLongToKeepIsRefusedNotCutShort) {
    signed_in_at("/concern");
    auto request = post_request("/drafts?key=concern%2Fnew", {{"words", std::string(600 * 1024, 'x')}});
    request.headers.set("X-CSRF-Token", hidden_value(browser.page, "_csrf"));
    EXPECT_EQ(browser.send(std::move(request)).status, 413);
}

TEST_F(Pipeline, AFormFromBeforeThePersonSignedInAgainIsKeptAndNotSent) {
    signed_in_at("/concern");
    const auto old_page = browser.page;
    browser.sign_in("kit");
    browser.page = old_page;
    browser.follow(browser.post("/concern", {{"words", "typed in the other tab"}}));
    EXPECT_TRUE(arrived.empty());
    EXPECT_TRUE(shown(">typed in the other tab</textarea>"));
}

TEST_F(Pipeline, AChangeWithoutTheRequestTokenIsRefused) {
    signed_in_at("/concern");
    EXPECT_EQ(browser.send(post_request("/concern", {{"words", "x"}})).status, 403);
    EXPECT_EQ(browser.send(post_request("/concern", {{"words", "x"}, {"_csrf", "guessed"}})).status, 403);
    EXPECT_TRUE(arrived.empty());
}

TEST_F(Pipeline, AChangeSentFromAnotherSiteIsRefusedWhateverItCarries) {
    signed_in_at("/concern");
    for (const auto& [name, value] : {std::pair{"Origin", "https://elsewhere.example"}, {"Origin", "null"}, {"Sec-Fetch-Site", "cross-site"}}) {
        auto request = post_request("/concern", {{"words", "x"}, {"_csrf", hidden_value(browser.page, "_csrf")}});
        request.headers.set(name, value);
        EXPECT_EQ(browser.send(std::move(request)).status, 403) << name << value;
        browser.get("/concern");
    }
    EXPECT_TRUE(arrived.empty());
    auto own = post_request("/concern", {{"words", "x"}, {"_csrf", hidden_value(browser.page, "_csrf")}});
    own.headers.set("Origin", "http://localhost");
    EXPECT_EQ(browser.send(std::move(own)).status, 303);
}

TEST_F(Pipeline, WhatWasTypedIsKeptWhenTheHandlerFails) {
    signed_in_at("/concern");
    fails = true;
    EXPECT_THROW(browser.post("/concern", {{"words", "before the crash"}}), std::runtime_error);
    browser.get("/concern");
    EXPECT_TRUE(shown(">before the crash</textarea>"));
}

TEST_F(Pipeline, ARefusedActionIsAPageOfReasonsAndALineOfAudit) {
    const auto dsl = partnership.add_user("dsl", "Dee Example");
    partnership.give_role(dsl, "governor", school);
    browser.sign_in("dsl");
    browser.cookies = {};
    partnership.give_role(kit, "auditor", school);
    browser.sign_in("kit");
    browser.get("/");
    const auto at = browser.page.find(">Auditor");
    ASSERT_NE(at, std::string::npos);
    const auto value = browser.page.rfind("value=\"", at) + 7;
    browser.post("/role", {{"role", browser.page.substr(value, browser.page.find('"', value) - value)}});
    EXPECT_EQ(browser.get("/users-only").status, 403);
    EXPECT_TRUE(shown("does not administer users"));
    const auto lines = partnership.database->read([&](store::Reading& reading) { return store::audit_of_user(reading, kit, {}, {}); });
    ASSERT_FALSE(lines.items.empty());
    EXPECT_EQ(lines.items.front().outcome, "refused");
    EXPECT_EQ(lines.items.front().action, "administer-users");
}

TEST_F(Pipeline, ATokenOpensTheApiWithinItsScopesAndNoPage) {
    browser.sign_in("kit");
    browser.get("/account/tokens");
    browser.post("/account/tokens", {{"name", "reports"}, {"scopes", "read"}, {"days", "30"}});
    const auto at = browser.page.find("hearken_");
    ASSERT_NE(at, std::string::npos);
    const auto token = browser.page.substr(at, browser.page.find('<', at) - at);
    const auto with_token = [&](const char* target) {
        auto request = get_request(target);
        request.headers.set("Authorization", "Bearer " + token);
        return partnership.router.dispatch(request);
    };
    EXPECT_EQ(with_token("/api/v1/work").status, 200);
    EXPECT_EQ(with_token("/concern").status, 303);
    EXPECT_EQ(partnership.router.dispatch(get_request("/api/v1/work")).status, 401);
    browser.get("/account/tokens");
    EXPECT_EQ(browser.page.find(token), std::string::npos) << "a token is shown once";
}

TEST_F(Pipeline, ATokenWithoutTheScopeIsRefusedWithTheReason) {
    add({.method = "GET", .pattern = "/api/v1/act", .name = "api.act", .handler = [](Visit&) { return json_response("{}"); }, .scope = "act"});
    browser.sign_in("kit");
    browser.get("/account/tokens");
    browser.post("/account/tokens", {{"name", "reports"}, {"scopes", "read"}, {"days", "30"}});
    const auto at = browser.page.find("hearken_");
    auto request = get_request("/api/v1/act");
    request.headers.set("Authorization", "Bearer " + browser.page.substr(at, browser.page.find('<', at) - at));
    const auto response = partnership.router.dispatch(request);
    EXPECT_EQ(response.status, 403);
    EXPECT_NE(response.body.find("token-scope"), std::string::npos);
    EXPECT_EQ(response.headers.get("Content-Type"), "application/problem+json");
}

TEST_F(Pipeline, PagesAskedForTooFastAreRefusedUntilAWhileHasPassed) {
    int refused = 0;
    for (int i = 0; i < 400; ++i) refused += browser.get("/sign-in").status == 429;
    EXPECT_GT(refused, 100);
    BrowserUnderTest another(partnership.router, "192.0.2.9");
    EXPECT_EQ(another.get("/sign-in").status, 200);
}

TEST_F(Pipeline, ARouteOpenToAnyoneMustNameAnActionThatIs) {
    EXPECT_THROW(add({.method = "GET", .pattern = "/x", .name = "x", .audience = Audience::Anyone, .action = Action::ReadCase, .handler = {}}), std::logic_error);
}

TEST_F(Pipeline, AnAddressThatDoesNotExistIsAPageWithTheReadersNavigation) {
    browser.sign_in("kit");
    EXPECT_EQ(browser.get("/no/such/page").status, 404);
    EXPECT_TRUE(shown("Page not found"));
    EXPECT_TRUE(shown("href=\"/admin\""));
    EXPECT_EQ(browser.send(post_request("/health", {})).headers.get("Allow"), "GET, HEAD");
}

TEST_F(Pipeline, OverTlsTheSessionIsAHostCookieThatNoScriptReads) {
    auto request = post_request("/sign-in", {{"sign-in-name", "kit"}, {"password", PartnershipUnderTest::kPassword}});
    request.is_tls = true;
    const auto response = partnership.router.dispatch(request);
    const auto cookie = response.headers.get("Set-Cookie");
    EXPECT_TRUE(cookie.starts_with("__Host-hearken="));
    EXPECT_NE(cookie.find("Secure"), std::string::npos);
    EXPECT_NE(cookie.find("HttpOnly"), std::string::npos);
}

}  // namespace
}  // namespace hearken::web
