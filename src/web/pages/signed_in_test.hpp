// For tests of pages that read records: a school whose people are signed in with one press, as in a demonstration.
#pragma once
#include <gtest/gtest.h>

#include "casework/actors.hpp"
#include "casework/children.hpp"
#include "store/roles_held.hpp"
#include "web/pages/pages_under_test.hpp"

namespace hearken::web {

struct SchoolUnderTest : testing::Test {
    PartnershipUnderTest partnership{true};
    OrganisationId school = partnership.add_organisation("school", "Fenmere Primary");
    UserId dsl = partnership.add_user("demo.dsl", "Dee Invented"), supervisor = partnership.add_user("demo.midday", "Moss Invented");
    RoleHeldId dsl_role = partnership.give_role(dsl, "dsl", school), supervisor_role = partnership.give_role(supervisor, "midday-supervisor", school);
    BrowserUnderTest browser{partnership.router};

    SchoolUnderTest() {
        if (!partnership.router.named("work.home")) add_work_pages(partnership.router, *partnership.site);
        if (!partnership.router.named("people.search")) add_people_pages(partnership.router, *partnership.site);
        if (!partnership.router.named("procedures.list")) add_manual_pages(partnership.router, *partnership.site);
    }

    void sign_in(const UserId& user) {
        browser.get("/demonstration");
        ASSERT_EQ(browser.post("/demonstration/sign-in", {{"user", user.str()}}).status, 303);
    }
    bool shown(std::string_view words) const { return browser.page.find(words) != std::string::npos; }

    access::Actor actor(const RoleHeldId& role) {
        return partnership.database->read([&](store::Reading& reading) { return casework::actor_in(*partnership.world, reading, *store::find_role_held(reading, role)); });
    }
    PersonId add_child(const std::string& given, const std::string& surname) {
        people::PersonDetails details;
        details.names.push_back({.given = given, .surname = surname});
        details.birth = people::Birth::exact(std::chrono::year{2017} / 5 / 4);
        return casework::create_person(*partnership.world, actor(dsl_role), {people::Person::restored(PersonId(), 0, details), true, {}}).value();
    }
    CaseId record_concern(const RoleHeldId& by, const PersonId& child) {
        casework::OpenCaseRequest request;
        request.procedure = "school-concern";
        casework::NewSubject subject;
        subject.person = child;
        request.subjects.push_back(subject);
        request.answers["summary"] = engine::Answer::of("Came to school without a coat again.");
        return casework::open_case(*partnership.world, actor(by), request).value().in_case;
    }
};

}  // namespace hearken::web
