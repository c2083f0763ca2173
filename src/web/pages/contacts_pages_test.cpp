// The route finder and the keeping of the directory behind it.
#include <gtest/gtest.h>

#include "casework/directory.hpp"
#include "store/directory.hpp"
#include "web/pages/pages_under_test.hpp"

namespace hearken::web {
namespace {

using namespace std::chrono_literals;

struct ContactsPages : testing::Test {
    PartnershipUnderTest partnership;
    OrganisationId board = partnership.add_organisation("partnership-board", "Fenmere Safeguarding Partnership"), school = partnership.add_organisation("school", "Fenmere Primary"),
                   health = partnership.add_organisation("health", "Fenmere Community Health");
    UserId kit = partnership.add_user("kit", "Kit Example"), robin = partnership.add_user("robin", "Robin Example"), sam = partnership.add_user("sam", "Sam Example");
    BrowserUnderTest browser{partnership.router};

    ContactsPages() {
        add_manual_pages(partnership.router, *partnership.site);
        partnership.give_role(kit, "partnership-manager", board);
        partnership.give_role(robin, "midday-supervisor", school);
        partnership.give_role(sam, "system-administrator", health);
        add("Fenmere front door", "front-door", "01632 960101", "Monday-Friday 9:00-17:00", true);
        add("Emergency Duty Team", "out-of-hours", "01632 960199", "Monday-Friday 0:00-9:00; Monday-Friday 17:00-24:00; Saturday-Sunday 0:00-24:00; bank holidays 0:00-24:00", true);
        add("Designated officer", "designated-officer", "01632 960130", "Monday-Friday 9:00-17:00", false);
    }
    store::DirectoryEntryId add(const char* name, const char* kind, const char* phone, const char* hours, bool is_public, OrganisationId organisation = {}) {
        store::DirectoryEntry entry;
        entry.id = partnership.ids.next<store::DirectoryEntryId>();
        entry.name = name;
        entry.kind = kind;
        entry.phone = phone;
        entry.hours = hours;
        entry.is_public = is_public;
        entry.organisation = std::move(organisation);
        entry.checked_on = 2026y / 2 / 2;
        partnership.database->write([&](store::Transaction& transaction) { store::add_directory_entry(transaction, entry); });
        return entry.id;
    }
    bool shown(std::string_view words) const { return browser.page.find(words) != std::string::npos; }
    /// Before another name on the page.
    bool shown_before(std::string_view first, std::string_view second) const { return browser.page.find(first) < browser.page.find(second); }
    Response send(const std::string& form_page, const std::string& target, Fields fields) {
        browser.get(form_page);
        fields.add("revision", hidden_value(browser.page, "revision"));
        return browser.post(target, std::move(fields));
    }
};

TEST_F(ContactsPages, SayFirstWhomToRingByTheProductsClock) {
    browser.get("/contacts");
    EXPECT_TRUE(shown("href=\"tel:999\""));
    EXPECT_TRUE(shown_before("Ring first", "Fenmere front door</h2>")) << "10am on a Monday";
    EXPECT_TRUE(shown("Open until 5pm."));
    EXPECT_TRUE(shown("Checked on 2 February 2026"));
    partnership.clock.set(partnership.clock.now() + 12h);
    browser.get("/contacts");
    EXPECT_TRUE(shown_before("Ring first", "Emergency Duty Team</h2>"));
    EXPECT_TRUE(shown("Closed. Opens at 9am on Tuesday 3 March."));
}

TEST_F(ContactsPages, AnswerForABankHolidayThatIsAskedAbout) {
    browser.get("/contacts?day=2026-04-03&hour=11");  // Good Friday
    EXPECT_TRUE(shown("At 11am on Friday 3 April 2026"));
    EXPECT_TRUE(shown("Emergency Duty Team</h2>"));
}

TEST_F(ContactsPages, TellAVisitorOnlyWhatIsPublic) {
    browser.get("/contacts");
    EXPECT_FALSE(shown("Designated officer"));
    browser.get("/contacts/poster");
    EXPECT_TRUE(shown("01632 960199"));
    EXPECT_TRUE(shown("Evenings, nights, weekends and bank holidays"));
    EXPECT_FALSE(shown("Designated officer"));
    browser.sign_in("kit");
    browser.get("/contacts");
    EXPECT_TRUE(shown("Designated officer"));
}

TEST_F(ContactsPages, AnswerAllTheSameWhereTheQuestionCannotBeRead) {
    for (const char* query : {"age=old", "age=-1", "day=yesterday", "day=9999-12-31", "hour=25", "area=nowhere", "worry=no-such-worry", "worry=%3Cscript%3E", "age=99999999999999999999"}) {
        const auto response = browser.get(std::string("/contacts?") + query);
        EXPECT_LT(response.status, 500) << query;
        if (response.status == 200) {
            EXPECT_TRUE(shown("01632 960101")) << query;
        }
    }
    browser.get("/contacts?age=old");
    EXPECT_TRUE(shown("Enter the age in whole years"));
    EXPECT_TRUE(shown("value=\"old\""));
}

TEST_F(ContactsPages, FindAServiceByItsName) {
    browser.get("/contacts?words=EMERGENCY");
    EXPECT_TRUE(shown("Emergency Duty Team"));
    EXPECT_FALSE(shown("Fenmere front door"));
    browser.get("/contacts?words=zebra");
    EXPECT_TRUE(shown("No service has these words"));
}

TEST_F(ContactsPages, TheDirectoryIsKeptByThePartnership) {
    browser.sign_in("kit");
    EXPECT_EQ(send("/admin/directory/new", "/admin/directory", {{"name", ""}, {"phone", "ring me"}, {"hours", "sometimes"}, {"preference", "0"}}).status, 422);
    for (const char* field : {"#name", "#kind", "#phone", "#hours", "#preference"}) EXPECT_TRUE(shown(std::string("href=\"") + field + "\"")) << field;
    EXPECT_TRUE(shown("value=\"ring me\""));
    browser.follow(send("/admin/directory/new", "/admin/directory", {{"name", "Prevent team"}, {"kind", "prevent"}, {"phone", "01632 960150"}, {"hours", "always"}, {"worries", "radicalisation"}, {"preference", "5"}}));
    EXPECT_TRUE(shown("The service has been added."));
    EXPECT_TRUE(shown("2 March 2026, Kit Example")) << "whoever writes a number down has just checked it";
    browser.get("/contacts?worry=radicalisation");
    EXPECT_TRUE(shown("Prevent team</h2>"));
}

TEST_F(ContactsPages, WhatNobodyCheckedForSixMonthsIsMarkedAndListedUntilSomebodyDoes) {
    partnership.clock.set(partnership.clock.now() + 24h * 200);
    browser.get("/contacts");
    EXPECT_TRUE(shown("Check before relying on it"));
    browser.sign_in("kit");
    const auto id = add("Old service", "other", "01632 960140", "always", true).str();
    browser.get("/admin/directory");
    EXPECT_TRUE(shown("To be checked"));
    browser.get("/admin/directory/" + id);
    browser.follow(browser.post("/admin/directory/" + id + "/check", {}));
    EXPECT_TRUE(shown("marked as checked today"));
    browser.get("/admin/directory/" + id);
    EXPECT_TRUE(shown("18 September 2026, Kit Example"));
}

TEST_F(ContactsPages, ARetiredServiceIsShownToNobodyAndStillKept) {
    browser.sign_in("kit");
    const auto id = add("Gone service", "other", "01632 960140", "always", true).str();
    browser.get("/admin/directory/" + id + "/retire");
    EXPECT_TRUE(shown("Retire “Gone service”?"));
    browser.follow(browser.post("/admin/directory/" + id + "/retire", {}));
    browser.get("/contacts");
    EXPECT_FALSE(shown("Gone service"));
    browser.get("/admin/directory");
    EXPECT_TRUE(shown("Gone service"));
}

TEST_F(ContactsPages, AnOrganisationsAdministratorKeepsItsOwnEntriesAndNoOthers) {
    const auto own = add("Health advice", "health", "01632 960140", "always", true, health).str(), theirs = add("Front desk", "other", "01632 960141", "always", true, school).str();
    browser.sign_in("sam");
    browser.get("/admin/directory");
    EXPECT_TRUE(shown("Health advice"));
    EXPECT_FALSE(shown("Front desk"));
    EXPECT_EQ(browser.get("/admin/directory/" + theirs).status, 403);
    browser.get("/admin/directory/" + own);
    EXPECT_EQ(browser.post("/admin/directory/" + theirs + "/check", {}).status, 403);
    EXPECT_EQ(browser.post("/admin/directory/" + theirs + "/retire", {}).status, 403);
    EXPECT_EQ(send("/admin/directory/new", "/admin/directory/" + theirs + "/change", {{"name", "Ours now"}, {"kind", "health"}, {"phone", "01632 960142"}, {"preference", "1"}}).status, 403);
    EXPECT_EQ(browser.post("/admin/directory/" + own + "/check", {}).status, 303);
}

}  // namespace
}  // namespace hearken::web
