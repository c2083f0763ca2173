// The protection pathway as its people meet it: whoever is asked to act reads what it is about, in words and in order.
#include <regex>

#include "web/pages/signed_in_test.hpp"

namespace hearken::web {
namespace {

using engine::Answer;

struct PathwayPages : SchoolUnderTest {
    OrganisationId authority = partnership.add_organisation("childrens-social-care", "Fenmere children's social care");
    OrganisationId force = partnership.add_organisation("police", "Fenmere Police");
    UserId worker = partnership.add_user("demo.worker", "Sol Invented"), manager = partnership.add_user("demo.manager", "Mo Invented"), officer = partnership.add_user("demo.officer", "Pia Invented");
    RoleHeldId worker_role = partnership.give_role(worker, "social-worker", authority), manager_role = partnership.give_role(manager, "team-manager", authority),
               officer_role = partnership.give_role(officer, "mash-police", force);

    PathwayPages() {
        if (!partnership.router.named("case.show")) add_case_pages(partnership.router, *partnership.site);
    }

    CaseId ask_for_a_strategy_discussion() {
        casework::OpenCaseRequest request;
        request.procedure = "strategy-discussion";
        casework::NewSubject child;
        child.person = add_child("Tamsin", "Harrow");
        request.subjects.push_back(child);
        request.answers = {{"reason", Answer::of("Her uncle hits her with a belt.")}, {"harm-types", Answer::of("physical")}, {"immediate-danger", Answer::of("no")}, {"urgent-cause", Answer::of("no")},
                           {"complex", Answer::of("none")}, {"unborn", Answer::of("no")}, {"in-hospital", Answer::of("no")}, {"lives-elsewhere", Answer::of("no")}, {"police-organisation", Answer::of(force.str())}};
        return casework::open_case(*partnership.world, actor(worker_role), request).value().in_case;
    }
    size_t times(const std::string& pattern) const {
        const std::regex found(pattern);
        return static_cast<size_t>(std::distance(std::sregex_iterator(browser.page.begin(), browser.page.end(), found), std::sregex_iterator()));
    }
};

TEST_F(PathwayPages, WhoeverDecidesReadsOnThatPageWhatTheyDecideOn) {
    const auto place = "/cases/" + ask_for_a_strategy_discussion().str();
    sign_in(worker);
    browser.get(place);
    const auto convene = browser.page.find("/tasks/convene");
    ASSERT_NE(convene, std::string::npos);
    browser.get(place + browser.page.substr(convene, browser.page.find('"', convene) - convene));
    EXPECT_TRUE(shown("What this is about"));
    EXPECT_TRUE(shown("Her uncle hits her with a belt."));
}

TEST_F(PathwayPages, AnAgencyThatIsAskedReadsAtOnceWhatItIsAbout) {
    const auto place = "/cases/" + ask_for_a_strategy_discussion().str();
    sign_in(officer);
    EXPECT_EQ(browser.get(place).status, 200);
    EXPECT_EQ(times("<details class=\"govuk-details\" open"), 1u);
    EXPECT_TRUE(shown("Her uncle hits her with a belt."));
}

TEST_F(PathwayPages, AnAgencyIsNotShownTheWorkOfTheAuthorityAsIfItWaitedForIt) {
    const auto place = "/cases/" + ask_for_a_strategy_discussion().str();
    sign_in(officer);
    browser.get(place);
    EXPECT_FALSE(shown("Waiting for somebody else"));
    EXPECT_TRUE(shown("You have a notice when something does."));
}

TEST_F(PathwayPages, WhoeverSignsReadsThatItIsASignatureAndWhatItIsGivenTo) {
    const auto place = "/cases/" + ask_for_a_strategy_discussion().str();
    sign_in(worker);
    browser.get(place);
    const auto convene = browser.page.find("/tasks/convene");
    ASSERT_NE(convene, std::string::npos);
    const std::string task = place + browser.page.substr(convene, browser.page.find('"', convene) - convene);
    browser.get(task);
    EXPECT_FALSE(shown("Sign, or send back"));
    ASSERT_EQ(browser.post(task, {{"option", "not-met"}, {"reasons", "Nothing points to harm."}}).status, 303) << browser.page;
    sign_in(manager);
    browser.get(task);
    EXPECT_TRUE(shown("Sign, or send back: "));
    EXPECT_TRUE(shown("Her uncle hits her with a belt."));
}

TEST_F(PathwayPages, AMomentThatTheProductKnowsIsWrittenAsPeopleWriteIt) {
    const auto place = "/cases/" + ask_for_a_strategy_discussion().str();
    sign_in(worker);
    browser.get(place + "?part=record");
    EXPECT_TRUE(shown("2 March 2026 at 10am"));
    EXPECT_FALSE(shown(">2026-03-02T10:00:00Z<"));
}

TEST_F(PathwayPages, ManyUrgentActsAreNotManyRedButtonsAndAllAreInView) {
    const auto place = "/cases/" + ask_for_a_strategy_discussion().str();
    sign_in(worker);
    browser.get(place);
    EXPECT_EQ(times("<a href=\"[^\"]*/tasks/[^\"]*\"[^>]*govuk-button--warning"), 2u);
    EXPECT_TRUE(shown("Also urgent, if it happens"));
    EXPECT_TRUE(shown("Say that a child is in hospital"));
}

TEST_F(PathwayPages, WhatIsNotYetDueStandsInTheOrderInWhichItIsDone) {
    const auto place = "/cases/" + ask_for_a_strategy_discussion().str();
    sign_in(worker);
    browser.get(place);
    const auto at = [&](const char* task) { return browser.page.find(std::string("/tasks/") + task + "\""); };
    ASSERT_NE(at("record"), std::string::npos);
    EXPECT_LT(at("scope"), at("record")) << "it has a limit, a day away; the list of children comes before it all the same";
}

TEST_F(PathwayPages, WhatIsListedToBeDoneIsNotListedAgainAsHoldingItUp) {
    const auto place = "/cases/" + ask_for_a_strategy_discussion().str();
    sign_in(worker);
    browser.get(place);
    EXPECT_FALSE(shown("has still to be done."));
    EXPECT_TRUE(shown("The discussion has still to be held and recorded."));
}

TEST_F(PathwayPages, NoColleagueIsOfferedWhereAChildIsAskedFor) {
    const auto place = "/cases/" + ask_for_a_strategy_discussion().str();
    sign_in(worker);
    browser.get(place + "/tasks/scope");
    EXPECT_TRUE(std::regex_search(browser.page, std::regex("<option[^>]*>\\s*Tamsin Harrow\\s*</option>"))) << "and one child alone is a list, not one button that cannot be taken back";
    EXPECT_FALSE(shown(">Mo Invented"));
}

TEST_F(PathwayPages, NoChildIsOfferedWhereAProfessionalIsAskedFor) {
    casework::OpenCaseRequest request;
    request.procedure = "assessment";
    casework::NewSubject child;
    child.person = add_child("Tamsin", "Harrow");
    request.subjects.push_back(child);
    request.answers = {{"referral-received-at", Answer::of("2026-03-02T09:00:00Z")}, {"reason", Answer::of("Often alone.")}};
    const auto place = "/cases/" + casework::open_case(*partnership.world, actor(worker_role), request).value().in_case.str();
    sign_in(manager);
    browser.get(place + "/tasks/allocate");
    EXPECT_TRUE(std::regex_search(browser.page, std::regex("Sol Invented")));
    EXPECT_FALSE(std::regex_search(browser.page, std::regex("(<option|<label)[^>]*>\\s*Tamsin Harrow")));
}

TEST_F(PathwayPages, TwoLimitsBesideEachOtherAreToldApart) {
    casework::OpenCaseRequest request;
    request.procedure = "assessment";
    casework::NewSubject child;
    child.person = add_child("Tamsin", "Harrow");
    request.subjects.push_back(child);
    request.answers = {{"referral-received-at", Answer::of("2026-03-02T09:00:00Z")}, {"reason", Answer::of("Often alone.")}};
    const auto place = "/cases/" + casework::open_case(*partnership.world, actor(worker_role), request).value().in_case.str();
    sign_in(worker);
    browser.get(place + "/tasks/outcome?child=" + child.person.str());
    EXPECT_TRUE(shown(", 35 working days.</strong>")) << browser.page;
    EXPECT_TRUE(shown(", 45 working days.</strong>"));
}

TEST_F(PathwayPages, APartInACaseIsCalledWhatPeopleCallIt) {
    const auto place = "/cases/" + ask_for_a_strategy_discussion().str();
    sign_in(worker);
    browser.get(place + "/tasks/discussion");
    EXPECT_TRUE(shown("Who asked for it"));
    browser.get(place + "?part=people");
    EXPECT_TRUE(shown("Who asked for it"));
    EXPECT_FALSE(shown("Asker"));
}

TEST_F(PathwayPages, ProceduresAreListedUnderTitles) {
    sign_in(worker);
    browser.get("/start");
    EXPECT_FALSE(shown("conference-complaints"));
}

}  // namespace
}  // namespace hearken::web
