// The administrator's and the auditor's pages.
#include <gtest/gtest.h>

#include "web/pages/pages_under_test.hpp"

namespace hearken::web {
namespace {

struct AdminPages : testing::Test {
    PartnershipUnderTest partnership;
    OrganisationId board = partnership.add_organisation("partnership-board", "Fenmere Safeguarding Partnership");
    OrganisationId school = partnership.add_organisation("school", "Fenmere Primary");
    UserId kit = partnership.add_user("kit", "Kit Example"), robin = partnership.add_user("robin", "Robin Example");
    BrowserUnderTest browser{partnership.router};

    AdminPages() {
        partnership.give_role(kit, "system-administrator", board);
        browser.sign_in("kit");
    }
    bool shown(std::string_view words) const { return browser.page.find(words) != std::string::npos; }
    Response send(const std::string& form_page, const std::string& target, Fields fields) {
        browser.get(form_page);
        fields.add("revision", hidden_value(browser.page, "revision"));
        return browser.post(target, std::move(fields));
    }
};

TEST_F(AdminPages, AnOrganisationIsAddedFoundAndChanged) {
    browser.follow(send("/admin/organisations/new", "/admin/organisations", {{"name", "Marsh Lane Infants"}, {"kind", "school"}, {"urn", "123456"}}));
    EXPECT_TRUE(shown("The organisation has been added."));
    EXPECT_TRUE(shown("123456"));
    browser.get("/admin/organisations?words=marsh");
    EXPECT_TRUE(shown("Marsh Lane Infants"));
    EXPECT_FALSE(shown("Fenmere Primary</a>"));
    const std::string place = "/admin/organisations/" + school.str();
    browser.follow(send(place + "/change", place + "/change", {{"name", "Fenmere Academy"}, {"kind", "school"}}));
    EXPECT_TRUE(shown("Fenmere Academy"));
}

TEST_F(AdminPages, AFormWithFaultsComesBackWithEveryReasonAndEverythingTyped) {
    EXPECT_EQ(send("/admin/organisations/new", "/admin/organisations", {{"name", ""}, {"kind", "circus"}, {"urn", "12"}, {"area", "North fen"}}).status, 422);
    EXPECT_TRUE(shown("<title>Error: Add an organisation"));
    EXPECT_TRUE(shown("href=\"#name\""));
    EXPECT_TRUE(shown("href=\"#kind\""));
    EXPECT_TRUE(shown("href=\"#urn\""));
    EXPECT_TRUE(shown("value=\"North fen\""));
}

TEST_F(AdminPages, SomebodyElsesChangeInBetweenIsToldNotOverwritten) {
    const std::string place = "/admin/organisations/" + school.str();
    browser.get(place + "/change");
    const auto revision = hidden_value(browser.page, "revision");
    browser.post(place + "/change", {{"name", "First"}, {"kind", "school"}, {"revision", revision}});
    browser.get(place + "/change");
    EXPECT_EQ(browser.post(place + "/change", {{"name", "Second"}, {"kind", "school"}, {"revision", revision}}).status, 422);
    browser.get(place);
    EXPECT_TRUE(shown("First"));
}

TEST_F(AdminPages, ANewPersonGetsAPasswordShownOnceAndCanBeGivenARole) {
    send("/admin/users/new", "/admin/users", {{"name", "Jo Invented"}, {"sign-in-name", "jo.invented"}});
    ASSERT_TRUE(shown("It is shown only now"));
    const auto at = browser.page.find("hearken-code\">") + 14;
    const auto password = browser.page.substr(at, browser.page.find('<', at) - at);
    BrowserUnderTest theirs(partnership.router, "192.0.2.8");
    EXPECT_EQ(theirs.sign_in("jo.invented", password).status, 303);
    browser.get("/admin/users");
    browser.post("/admin/users/search", {{"words", "Invented"}});
    EXPECT_TRUE(shown("Jo Invented"));
    EXPECT_FALSE(shown(password));
}

TEST_F(AdminPages, ARoleIsGivenAtAnOrganisationOfItsKindAndEnded) {
    const std::string place = "/admin/users/" + robin.str();
    browser.get(place + "/roles/new");
    EXPECT_TRUE(shown("Fenmere Primary"));
    browser.get(place + "/roles/new?organisation=" + school.str());
    EXPECT_TRUE(shown("Designated safeguarding lead"));
    EXPECT_FALSE(shown("Contact officer"));
    EXPECT_EQ(browser.post(place + "/roles", {{"organisation", school.str()}, {"role", "dsl"}, {"from-day", "31"}, {"from-month", "2"}, {"from-year", "2026"}}).status, 422);
    EXPECT_TRUE(shown("value=\"31\""));
    browser.follow(browser.post(place + "/roles", {{"organisation", school.str()}, {"role", "dsl"}, {"from-day", "1"}, {"from-month", "3"}, {"from-year", "2026"}}));
    EXPECT_TRUE(shown("The role has been given."));
    const auto at = browser.page.find("/roles/", browser.page.find("Designated safeguarding lead"));
    const auto end_page = place + browser.page.substr(at, browser.page.find('"', at) - at);
    browser.get(end_page);
    browser.post(end_page, {{"until-day", "2"}, {"until-month", "3"}, {"until-year", "2026"}});
    EXPECT_TRUE(shown("would leave the school without a designated safeguarding lead"));
    partnership.give_role(partnership.add_user("demo.successor", "Sal Invented"), "dsl", school);
    browser.get(end_page);
    browser.follow(browser.post(end_page, {{"until-day", "2"}, {"until-month", "3"}, {"until-year", "2026"}}));
    EXPECT_TRUE(shown("to 2 March 2026"));
}

TEST_F(AdminPages, ASchoolYearIsKeptAndAFaultIsAtItsOwnDate) {
    const std::string place = "/admin/school-years/" + school.str();
    browser.get(place);
    Fields year{{"term-1-name", "Spring 1"}, {"term-1-starts-day", "5"}, {"term-1-starts-month", "1"}, {"term-1-starts-year", "2026"},
                {"term-1-ends-day", "13"}, {"term-1-ends-month", "2"}, {"term-1-ends-year", "2026"}};
    browser.follow(browser.post(place, year));
    EXPECT_TRUE(shown("The school year has been saved."));
    EXPECT_TRUE(shown("value=\"Spring 1\""));
    year.set("term-1-ends-day", "40");
    EXPECT_EQ(browser.post(place, year).status, 422);
    EXPECT_TRUE(shown("href=\"#term-1-ends\""));
    EXPECT_TRUE(shown("value=\"40\""));
}

TEST_F(AdminPages, WhatAListOfBankHolidaysChangesIsShownBeforeItIsChanged) {
    browser.get("/admin/bank-holidays");
    EXPECT_TRUE(shown("31 December 2028"));
    const auto csrf = hidden_value(browser.page, "_csrf");
    const auto upload = [&](std::string content) {
        auto request = post_request("/admin/bank-holidays/check", {{"_csrf", csrf}});
        request.form.files.push_back({"list", "bank-holidays.json", "application/json", std::move(content)});
        return browser.send(std::move(request));
    };
    EXPECT_EQ(upload("not json").status, 422);
    EXPECT_TRUE(shown("href=\"#list\""));
    const char* one_more = R"({"england-and-wales":{"division":"england-and-wales","events":[
        {"title":"New Year’s Day","date":"2029-01-01","notes":"","bunting":true},{"title":"Good Friday","date":"2029-03-30","notes":"","bunting":false},
        {"title":"Easter Monday","date":"2029-04-02","notes":"","bunting":true},{"title":"Early May bank holiday","date":"2029-05-07","notes":"","bunting":true},
        {"title":"Spring bank holiday","date":"2029-05-28","notes":"","bunting":true},{"title":"Summer bank holiday","date":"2029-08-27","notes":"","bunting":true},
        {"title":"Christmas Day","date":"2029-12-25","notes":"","bunting":true},{"title":"Boxing Day","date":"2029-12-26","notes":"","bunting":true}]}})";
    EXPECT_EQ(upload(one_more).status, 200);
    EXPECT_TRUE(shown("2029"));
    const auto json = hidden_value(browser.page, "json");
    EXPECT_EQ(partnership.world->bank_holidays()->last_day().year(), std::chrono::year{2028});
    browser.follow(browser.post("/admin/bank-holidays", {{"json", json}}));
    EXPECT_TRUE(shown("8 bank holidays changed"));
    EXPECT_EQ(partnership.world->bank_holidays()->last_day().year(), std::chrono::year{2029});
}

TEST_F(AdminPages, AnAuditorReadsWhatSomebodyElseReadAndAnAdministratorDoesNot) {
    EXPECT_EQ(browser.get("/audit/users/" + robin.str()).status, 403);
    EXPECT_EQ(browser.get("/audit/users/" + kit.str()).status, 200);
    partnership.give_role(robin, "auditor", board);
    BrowserUnderTest auditor(partnership.router, "192.0.2.8");
    auditor.sign_in("robin");
    EXPECT_EQ(auditor.get("/audit/users/" + kit.str()).status, 200);
    EXPECT_NE(auditor.page.find("Refused"), std::string::npos);
    EXPECT_EQ(auditor.get("/admin/users").status, 403);
}

TEST_F(AdminPages, ResettingASecondFactorTakesASecondAdministrator) {
    const std::string place = "/admin/users/" + robin.str() + "/second-factor";
    browser.get(place);
    EXPECT_EQ(browser.post(place, {{"reason", ""}}).status, 422);
    browser.follow(browser.post(place, {{"reason", "Came to the office with their pass"}}));
    EXPECT_TRUE(shown("A second administrator must now confirm"));
}

}  // namespace
}  // namespace hearken::web
