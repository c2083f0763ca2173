// The public's report, without an account: sent, kept, held back, and never lost.
#include <gtest/gtest.h>

#include "casework/cases.hpp"
#include "casework/public_report.hpp"
#include "casework/sign_in.hpp"
#include "store/sql.hpp"
#include "web/pages/pages_under_test.hpp"

namespace hearken::web {
namespace {

using namespace std::chrono_literals;

struct ReportPages : testing::Test {
    PartnershipUnderTest partnership;
    OrganisationId social_care = partnership.add_organisation("childrens-social-care", "Fenmere children's social care"), school = partnership.add_organisation("school", "Fenmere Primary");
    UserId robin = partnership.add_user("robin", "Robin Example"), lee = partnership.add_user("lee", "Lee Example");
    BrowserUnderTest browser{partnership.router};

    ReportPages() {
        add_manual_pages(partnership.router, *partnership.site);
        add_report_pages(partnership.router, *partnership.site);
        add_case_pages(partnership.router, *partnership.site);
        add_work_pages(partnership.router, *partnership.site);
        partnership.give_role(robin, "contact-officer", social_care);
        partnership.give_role(lee, "dsl", school);
    }
    bool shown(std::string_view words) const { return browser.page.find(words) != std::string::npos; }
    Response send(const std::string& page, Fields fields) {
        const auto token = hidden_value(browser.page, "_token");
        if (!fields.has("_token")) fields.add("_token", token);
        return browser.post("/report/questions/" + page, std::move(fields));
    }
    /// Through every page; what is given here replaces what is usual.
    void answer_all(const std::string& anonymity = "withheld") {
        browser.follow(browser.post("/report/begin", {{"who", "public"}}));
        browser.follow(send("now", {{"f-danger-now", "no"}}));
        browser.follow(send("worry", {{"f-facts", "Crying every night, and a bruise on her arm."}, {"f-opinion", "I think nobody is there."}}));
        browser.follow(send("children", {{"child-given", "Mia"}, {"child-family", "Testwell"}, {"child-age", "6"}, {"child-gender", "female"}}));
        browser.follow(send("family", {{"f-parents", "Her mother, Jo Testwell"}}));
        Fields you{{"f-anonymity", anonymity}};
        if (anonymity != "anonymous")
            for (const auto& [name, value] : {std::pair{"f-name", "Nan Neighbour"}, {"f-reach", "01632 960555"}, {"f-relationship", "I live next door"}}) you.add(name, value);
        browser.follow(send("you", you));
        partnership.clock.set(partnership.clock.now() + 5min);
    }
    long count(const char* sql) {
        return partnership.database->read([&](store::Reading& reading) { return store::Sql(reading, sql).number(); });
    }
    access::Actor actor(const char* name) {
        auto& site = *partnership.site;
        const auto in = casework::sign_in(site.world, site.sign_in, {name, PartnershipUnderTest::kPassword, "192.0.2.9", "test", ""});
        return casework::resume(site.world, site.sign_in, in->token)->actor;
    }
};

TEST_F(ReportPages, AReportBecomesARecordAndAReferralAndGivesAReferenceAndNothingElse) {
    answer_all();
    EXPECT_TRUE(shown("Check what you have written"));
    EXPECT_TRUE(shown("Crying every night"));
    auto response = browser.follow(send("check", {}));
    ASSERT_EQ(response.status, 200) << browser.page;
    EXPECT_TRUE(shown("PR-"));
    for (const char* told : {"Mia", "Testwell", "Crying", "Neighbour", "960555"}) EXPECT_FALSE(shown(told)) << told;
    const auto rows = casework::list_cases(*partnership.world, actor("robin"), {});
    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->rows.size(), 2u) << "the record, and the referral it opened";
}

TEST_F(ReportPages, WhoToldIsKnownToSocialCareAndTheReportToNobodyElse) {
    answer_all();
    browser.follow(send("check", {}));
    const auto rows = casework::list_cases(*partnership.world, actor("robin"), {});
    ASSERT_TRUE(rows);
    int named = 0;
    for (const auto& one : rows->rows) {
        EXPECT_FALSE(casework::read_case(*partnership.world, actor("lee"), one.id)) << "a school has no part in it";
        const auto page = casework::read_case(*partnership.world, actor("robin"), one.id);
        ASSERT_TRUE(page);
        for (const auto& form : page->forms)
            for (const auto& answer : form.answers)
                for (const auto& line : answer.lines) named += line.find("Nan Neighbour") != std::string::npos;
    }
    EXPECT_EQ(named, 2) << "in the record, and carried to the referral";
}

TEST_F(ReportPages, ACallerWhoNamesTheReferenceIsFoundByIt) {
    answer_all();
    browser.follow(send("check", {}));
    const auto reference = browser.page.substr(browser.page.find("PR-"), 11);
    EXPECT_TRUE(casework::case_of_reference(*partnership.world, actor("robin"), reference));
    EXPECT_FALSE(casework::case_of_reference(*partnership.world, actor("lee"), reference)) << "nobody learns by it that there is a report";
    EXPECT_FALSE(casework::case_of_reference(*partnership.world, actor("robin"), "PR-AAAA-AAA"));
}

TEST_F(ReportPages, PressingSendTwiceSendsOnce) {
    answer_all();
    const auto token = hidden_value(browser.page, "_token");
    browser.follow(send("check", {}));
    const auto first = browser.page.substr(browser.page.find("PR-"), 11);
    browser.follow(browser.post("/report/questions/check", {{"_token", token}}));
    EXPECT_EQ(browser.page.substr(browser.page.find("PR-"), 11), first);
    EXPECT_EQ(casework::list_cases(*partnership.world, actor("robin"), {})->rows.size(), 2u);
}

TEST_F(ReportPages, AnErrorKeepsEverythingTyped) {
    browser.follow(browser.post("/report/begin", {{"who", "public"}}));
    EXPECT_EQ(send("now", {}).status, 422);
    EXPECT_TRUE(shown("govuk-error-summary"));
    browser.follow(send("now", {{"f-danger-now", "no"}}));
    browser.follow(send("worry", {{"f-facts", "Something I saw"}}));
    EXPECT_EQ(send("children", {{"child-given", "Mia"}, {"child-age", "ninety"}, {"f-where-now", "At her gran's"}}).status, 422);
    for (const char* typed : {"Mia", "ninety", "At her gran"}) EXPECT_TRUE(shown(typed)) << typed;
}

TEST_F(ReportPages, WhatIsKeptCannotBeReadWithTheDatabaseAloneAndExpires) {
    browser.follow(browser.post("/report/begin", {{"who", "public"}}));
    browser.follow(send("now", {{"f-danger-now", "no"}}));
    browser.follow(send("worry", {{"f-facts", "Zebra crossing"}}));
    EXPECT_EQ(count("select count(*) from visitor_draft where body like '%Zebra%'"), 0);
    EXPECT_EQ(count("select count(*) from visitor_draft"), 1);
    partnership.clock.set(partnership.clock.now() + 59min);
    browser.get("/report/questions/worry");
    EXPECT_TRUE(shown("Zebra crossing"));
    partnership.clock.set(partnership.clock.now() + 2min);
    EXPECT_EQ(browser.get("/report/questions/worry").headers.get("Location"), "/report");
}

TEST_F(ReportPages, APageSentTooLateIsShownAgainWithWhatWasTyped) {
    browser.follow(browser.post("/report/begin", {{"who", "public"}}));
    browser.get("/report/questions/worry");
    partnership.clock.set(partnership.clock.now() + 61min);
    EXPECT_EQ(send("worry", {{"f-facts", "Long and carefully written"}}).status, 200);
    EXPECT_TRUE(shown("Long and carefully written"));
    EXPECT_TRUE(shown("an hour had passed"));
    browser.follow(send("worry", {{"f-facts", "Long and carefully written"}}));
    browser.get("/report/questions/worry");
    EXPECT_TRUE(shown("Long and carefully written"));
}

TEST_F(ReportPages, AFormFromElsewhereChangesNothingAndLosesNothing) {
    answer_all();
    EXPECT_EQ(send("check", {{"_token", "forged"}}).status, 403);
    EXPECT_EQ(casework::list_cases(*partnership.world, actor("robin"), {})->rows.size(), 0u);
    EXPECT_TRUE(shown("Crying every night"));
}

TEST_F(ReportPages, WhoeverIsAsQuickAsARobotIsAskedToPressAgainAndNeverDropped) {
    answer_all();
    EXPECT_EQ(send("check", {{"website", "https://example.org"}}).status, 200);
    EXPECT_TRUE(shown("press “Send it” again"));
    EXPECT_EQ(casework::list_cases(*partnership.world, actor("robin"), {})->rows.size(), 0u);
    browser.follow(send("check", {{"website", "https://example.org"}}));
    EXPECT_TRUE(shown("PR-"));
    EXPECT_EQ(casework::list_cases(*partnership.world, actor("robin"), {})->rows.size(), 2u);
}

TEST(ReportGate, HoldsBackOneAddressAndThenAllOfThemAndLetsThroughAgain) {
    ReportGate gate({2, 1}, {3, 60});
    const RateLimiter::Moment start{std::chrono::milliseconds{1'000'000}};
    EXPECT_TRUE(gate.admit("a", start));
    EXPECT_TRUE(gate.admit("a", start));
    const auto held = gate.admit("a", start);
    EXPECT_FALSE(held);
    EXPECT_EQ(held.retry_after, 60s);
    EXPECT_TRUE(gate.admit("b", start));
    EXPECT_FALSE(gate.admit("c", start)) << "the ceiling for everybody";
    EXPECT_TRUE(gate.admit("c", start + 2s));
    EXPECT_TRUE(gate.admit("a", start + 61s));
}

TEST_F(ReportPages, WhoeverIsHeldBackLosesNothing) {
    int held = 0;
    for (int i = 0; i < 7 && !held; ++i) {
        browser.cookies = {};
        answer_all();
        const auto response = send("check", {});
        if (response.status != 429) continue;
        ++held;
        EXPECT_TRUE(shown("Yours is kept"));
        EXPECT_TRUE(shown("Crying every night"));
        EXPECT_FALSE(response.headers.get("Retry-After").empty());
        browser.get("/report/questions/check");
        EXPECT_TRUE(shown("Crying every night"));
    }
    EXPECT_EQ(held, 1);
}

TEST_F(ReportPages, NothingThatIsSentBreaksThem) {
    browser.follow(browser.post("/report/begin", {{"who", "public"}}));
    const std::string huge(300'000, 'x'), control("a\x01\x02\x7f b"), deep(2000, '[');
    for (const char* page : {"now", "worry", "children", "baby", "family", "you", "check", "none", "%20"})
        for (const auto& value : {huge, control, deep, std::string("<script>alert(1)</script>"), std::string("\xf0\x9f\x98\xa2"), std::string("--not-known"), std::string()}) {
            Fields fields{{"f-facts", value}, {"f-danger-now", value}, {"f-anonymity", value}, {"child-given", value}, {"child-age", value}, {"child-gender", value}, {"f-address--line-1", value},
                          {"f-children-details--0--child", value}, {"f-channel", value}, {"f-caller", value}, {"f-expected--day", value}, {"_shown", value}, {"_rows", value}};
            const auto response = send(page, fields);
            EXPECT_LT(response.status, 500) << page;
            EXPECT_EQ(browser.page.find("<script>alert"), std::string::npos);
            browser.get("/report/questions/worry");
        }
    EXPECT_EQ(casework::list_cases(*partnership.world, actor("robin"), {})->rows.size(), 0u);
}

TEST_F(ReportPages, APublicReporterReachesNothingElse) {
    answer_all();
    browser.follow(send("check", {}));
    for (const auto& route : partnership.router.routes()) {
        if (route.method != "GET" || route.metadata.at("audience") != "signed-in" || route.pattern.find(':') != std::string::npos) continue;
        const auto response = browser.get(route.pattern);
        EXPECT_TRUE(response.status == 303 || response.status == 401) << route.pattern;
    }
}

TEST_F(ReportPages, SayWhatStayingUnknownMeansAndOpenWithWhoYouAre) {
    browser.get("/report");
    for (const char* words : {"tel:999", "/report/child", "/report/public", "/report/professional", "0800 1111"}) EXPECT_TRUE(shown(words)) << words;
    browser.get("/report/anonymity");
    EXPECT_TRUE(shown("A court can tell us to say who told us"));
    EXPECT_TRUE(shown("0808 800 5000"));
    browser.get("/report/child");
    EXPECT_TRUE(shown("it is not your fault"));
    EXPECT_TRUE(shown("0800 1111"));
}

TEST_F(ReportPages, ABabyNotBornYetIsReportedWithTheDateExpected) {
    browser.follow(browser.post("/report/begin", {{"who", "public"}}));
    browser.follow(send("now", {{"f-danger-now", "no"}, {"f-unborn", "yes"}}));
    browser.follow(send("worry", {{"f-facts", "She says he hits her."}}));
    browser.follow(send("children", {}));
    EXPECT_TRUE(shown("When is the baby expected?"));
    browser.follow(send("baby", {{"f-expected--month", "7"}, {"f-expected--year", "2026"}, {"f-expecting", "Jo Testwell"}, {"f-unborn-risks", "domestic-violence"}}));
    browser.follow(send("family", {}));
    browser.follow(send("you", {{"f-anonymity", "anonymous"}}));
    partnership.clock.set(partnership.clock.now() + 5min);
    browser.follow(send("check", {}));
    EXPECT_TRUE(shown("PR-"));
}

}  // namespace
}  // namespace hearken::web
