// What must hold of chronologies, families and documents whoever sends the forms.
#include "casework/chronology.hpp"
#include "casework/family.hpp"
#include "casework/made_documents.hpp"
#include "web/pages/printed.hpp"
#include "web/pages/signed_in_test.hpp"

namespace hearken::web {
namespace {

struct FamilyPages : SchoolUnderTest {
    PersonId child = add_child("Tamsin", "Harrow");
    FamilyPages() { sign_in(dsl); }

    casework::NewLifeEvent event(const std::string& what) {
        casework::NewLifeEvent e;
        e.happened_on = std::chrono::year{2020} / 3 / 1;
        e.category = "health";
        e.what = what;
        e.source = "Letter";
        return e;
    }
    casework::World& world() { return *partnership.world; }
};

TEST_F(FamilyPages, ABirthKeepsTheRecordAndEverythingBeforeIt) {
    people::PersonDetails details;
    details.kind = people::PersonKind::Unborn;
    details.names.push_back({.given = "", .surname = "Harrow"});
    details.birth = people::Birth::expected(std::chrono::year{2026} / 6 / 1);
    const auto baby = casework::create_person(world(), actor(dsl_role), {people::Person::restored(PersonId(), 0, details), true, {}}).value();
    ASSERT_TRUE(casework::add_life_event(world(), actor(dsl_role), baby, event("Missed a scan.")));
    const std::string place = "/people/" + baby.str() + "/family/birth";
    EXPECT_EQ(browser.get(place).status, 200);
    EXPECT_EQ(browser.post(place, {{"born", "3/3/2026"}, {"surname", "Harrow"}, {"sex", "F"}, {"source", "Midwife rang"}}).status, 422) << "in the future: it is 2 March";
    EXPECT_TRUE(shown("value=\"Midwife rang\""));
    browser.follow(browser.post(place, {{"born", "1/3/2026"}, {"given", "Ada"}, {"surname", "Harrow"}, {"sex", "F"}, {"source", "Midwife rang"}}));
    EXPECT_EQ(browser.get("/people/" + baby.str()).status, 200);
    EXPECT_TRUE(shown("Ada Harrow"));
    EXPECT_TRUE(shown("Missed a scan."));
    EXPECT_EQ(browser.get(place).status, 409) << "a second birth";
}

TEST_F(FamilyPages, ASecretAddressIsLeftOutOfAChronologyMadeForSomebody) {
    casework::NewAddress address;
    address.text = {{"7 Hidden Yard", "Larkstow"}, "FN1 9ZZ", ""};
    address.protection = people::ProtectionKind::Refuge;
    address.protection_reason = "From her father";
    address.source = "The refuge";
    ASSERT_TRUE(casework::add_address(world(), actor(dsl_role), child, address));
    ASSERT_TRUE(casework::add_life_event(world(), actor(dsl_role), child, event("Moved to 7, hidden yard with her mother.")));
    const auto made = casework::chronology_for(world(), actor(dsl_role), child, false, {}, {"Judge A. Invented", "", "The hearing"});
    ASSERT_TRUE(made);
    EXPECT_EQ(made->withheld, 1);
    const auto page = printed_page(*made);
    EXPECT_EQ(page.find("hidden yard"), std::string::npos);
    EXPECT_EQ(page.find("<title>Tamsin"), std::string::npos);
    EXPECT_NE(page.find("Made for Judge A. Invented on"), std::string::npos);
}

TEST_F(FamilyPages, WhatASchoolEntersIsNotShareableWithASecretAddressInIt) {
    const auto council = partnership.add_organisation("childrens-social-care", "Larkstow social care");
    casework::NewAddress address;
    address.text = {{"7 Hidden Yard", "Larkstow"}, "FN1 9ZZ", ""};
    address.protection = people::ProtectionKind::Refuge;
    address.protection_reason = "From her father";
    address.source = "The refuge";
    ASSERT_TRUE(casework::add_address(world(), actor(dsl_role), child, address));
    const auto entry = casework::add_life_event(world(), actor(dsl_role), child, event("Now at FN1 9ZZ.")).value();
    const auto shared = casework::share_chronology(world(), actor(dsl_role), child, {council, "Consent", "They assess her", {entry}});
    ASSERT_FALSE(shared);
    EXPECT_EQ(shared.error().reasons.front().code, "protected");
}

TEST_F(FamilyPages, HostileWordsStayWordsInWhatIsPrinted) {
    ASSERT_TRUE(casework::add_life_event(world(), actor(dsl_role), child, event("</p><script>x</script>")));
    const auto made = casework::chronology_for(world(), actor(dsl_role), child, false, {}, {"<b>A</b>", "", "x"});
    ASSERT_TRUE(made);
    EXPECT_EQ(printed_page(*made).find("<script>"), std::string::npos);
    EXPECT_EQ(printed_page(*made).find("<b>A"), std::string::npos);
}

TEST_F(FamilyPages, ANewTieWithoutASourceIsRefusedAndKeepsWhatWasTyped) {
    const std::string place = "/people/" + child.str() + "/family/relationship";
    browser.get(place);
    EXPECT_EQ(browser.post(place, {{"given", "Juniper"}, {"surname", "Harrow"}, {"kind", "aunt-or-uncle"}}).status, 422);
    EXPECT_TRUE(shown("href=\"#source\""));
    EXPECT_TRUE(shown("value=\"Juniper\""));
}

}  // namespace
}  // namespace hearken::web
