// Finding people, their records, and two people changing the same one.
#include "web/pages/signed_in_test.hpp"

namespace hearken::web {
namespace {

struct PeoplePages : SchoolUnderTest {
    PeoplePages() { sign_in(dsl); }
    /// What a browser would send of the form that is shown: its boxes as they are, with these changes.
    Fields boxes(Fields changes) {
        Fields sent{{"kind", "child"}, {"name-given", "Tamsin"}, {"name-surname", "Harrow"}, {"birth", "exact"}, {"exact-day", "4"}, {"exact-month", "5"}, {"exact-year", "2017"},
                    {"sex", "U"}, {"interpreter_needed", "not-known"}};
        for (const auto& [name, value] : changes) sent.set(name, value);
        return sent;
    }
};

TEST_F(PeoplePages, SearchIsPostedAndFindsByPartOfAName) {
    const auto child = add_child("Tamsin", "Harrow");
    browser.get("/people");
    EXPECT_TRUE(shown("method=\"post\""));
    EXPECT_EQ(browser.post("/people/search", {{"words", "tamsin harr"}}).status, 200);
    EXPECT_TRUE(shown("href=\"/people/" + child.str() + "\""));
    EXPECT_TRUE(shown("1 person found"));
}

TEST_F(PeoplePages, AnEmptyResultSaysThatOthersMayKnowThemAndOffersANewRecordWithTheName) {
    browser.get("/people");
    browser.post("/people/search", {{"words", "Maya Nobodyheld"}});
    EXPECT_TRUE(shown("This does not mean that nobody knows them"));
    browser.post("/people/new", {{"_from-search", "Maya Nobodyheld"}});
    EXPECT_TRUE(shown("value=\"Nobodyheld\""));
    EXPECT_TRUE(shown("value=\"Maya\""));
}

TEST_F(PeoplePages, ASearchOfOneLetterSaysWhatToEnterAndKeepsIt) {
    browser.get("/people");
    EXPECT_EQ(browser.post("/people/search", {{"words", "a"}}).status, 422);
    EXPECT_TRUE(shown("govuk-error-summary"));
}

TEST_F(PeoplePages, ANewRecordIsStartedAndShown) {
    browser.get("/people/new");
    browser.follow(browser.post("/people/new", boxes({})));
    EXPECT_TRUE(shown("The record was started."));
    EXPECT_TRUE(shown("Tamsin Harrow"));
    EXPECT_TRUE(shown("4 May 2017"));
}

TEST_F(PeoplePages, EveryFaultIsToldAtOnceAndEverythingTypedIsKept) {
    browser.get("/people/new");
    EXPECT_EQ(browser.post("/people/new", boxes({{"name-given", ""}, {"name-surname", ""}, {"exact-month", "13"}, {"religion", "Quaker"}})).status, 422);
    EXPECT_TRUE(shown("href=\"#name-given\""));
    EXPECT_TRUE(shown("href=\"#birth\""));
    EXPECT_TRUE(shown("value=\"Quaker\""));
    EXPECT_TRUE(shown("value=\"13\""));
}

TEST_F(PeoplePages, AChildNotYetBornMayHaveNoNameAndADateThatIsExpected) {
    browser.get("/people/new");
    browser.follow(browser.post("/people/new", {{"kind", "unborn"}, {"name-surname", "Harrow"}, {"birth", "expected"}, {"expected-day", "1"}, {"expected-month", "june"}, {"expected-year", "2026"}}));
    EXPECT_TRUE(shown("Baby Harrow") || shown("Harrow"));
    EXPECT_TRUE(shown("1 June 2026"));
}

TEST_F(PeoplePages, SomebodyWhoMayBeTheSameIsComparedBeforeASecondRecordIsStarted) {
    const auto held = add_child("Tamsin", "Harrow");
    browser.get("/people/new");
    EXPECT_EQ(browser.post("/people/new", boxes({})).status, 200);
    EXPECT_TRUE(shown("Is this somebody already recorded?"));
    EXPECT_TRUE(shown("value=\"" + held.str() + "\""));
    EXPECT_EQ(browser.post("/people/new", boxes({{"_compared", "yes"}})).status, 422);
    const auto same = browser.post("/people/new", boxes({{"_compared", "yes"}, {"same-as", held.str()}}));
    EXPECT_EQ(same.headers.get("Location"), "/people/" + held.str());
    const auto other = browser.post("/people/new", boxes({{"_compared", "yes"}, {"same-as", "none"}}));
    EXPECT_EQ(other.status, 303);
    EXPECT_NE(other.headers.get("Location"), "/people/" + held.str());
}

TEST_F(PeoplePages, TheRecordHasItsPartsAndTellsWhatToDoWhereTheyAreEmpty) {
    const auto child = add_child("Tamsin", "Harrow");
    EXPECT_EQ(browser.get("/people/" + child.str()).status, 200);
    for (const char* part : {"id=\"about\"", "id=\"around\"", "id=\"addresses\"", "id=\"cases\"", "id=\"work\"", "id=\"shared\"", "moj-identity-bar"}) EXPECT_TRUE(shown(part)) << part;
    EXPECT_TRUE(shown("who holds parental responsibility"));
    EXPECT_FALSE(shown("<title>Tamsin"));
    EXPECT_EQ(browser.get("/people/no-such-person").status, 404);
}

TEST_F(PeoplePages, TheChronologyIsFilteredByPostedWordsAndDates) {
    const auto child = add_child("Tamsin", "Harrow");
    record_concern(supervisor_role, child);
    const std::string place = "/people/" + child.str() + "/chronology";
    EXPECT_EQ(browser.get(place).status, 200);
    EXPECT_TRUE(shown("A concern was recorded at school."));
    browser.post(place, {{"words", "zebra"}});
    EXPECT_FALSE(shown("A concern was recorded at school."));
    EXPECT_TRUE(shown("Nothing in the cases that you may see matches."));
    browser.post(place, {{"words", "concern"}, {"from", "1/1/2026"}, {"until", "31/12/2026"}, {"significant", "yes"}});
    EXPECT_TRUE(shown("A concern was recorded at school."));
    EXPECT_EQ(browser.post(place, {{"from", "31/2/2026"}}).status, 422);
    EXPECT_TRUE(shown("value=\"31/2/2026\""));
}

TEST_F(PeoplePages, AChangeNeedsAReasonAndIsSaved) {
    const auto child = add_child("Tamsin", "Harrow");
    const std::string place = "/people/" + child.str() + "/change";
    browser.get(place);
    const Fields opened{{"revision", hidden_value(browser.page, "revision")}, {"base", hidden_value(browser.page, "base")}};
    auto changed = boxes({{"first_language", "Welsh"}});
    for (const auto& [name, value] : opened) changed.add(name, value);
    EXPECT_EQ(browser.post(place, changed).status, 422);
    EXPECT_TRUE(shown("Say why you are changing it."));
    EXPECT_TRUE(shown("value=\"Welsh\""));
    changed.add("reason", "Her mother said so.");
    browser.follow(browser.post(place, changed));
    EXPECT_TRUE(shown("The changes were saved."));
    EXPECT_TRUE(shown("Welsh"));
}

TEST_F(PeoplePages, TheSecondOfTwoWhoChangeARecordIsShownTheFirstsChangeAndLosesNothing) {
    const auto child = add_child("Tamsin", "Harrow");
    const std::string place = "/people/" + child.str() + "/change";
    browser.get(place);
    const Fields opened{{"revision", hidden_value(browser.page, "revision")}, {"base", hidden_value(browser.page, "base")}, {"reason", "Checked with the family."}};
    auto first = boxes({{"first_language", "Welsh"}}), second = boxes({{"religion", "Quaker"}});
    for (const auto& [name, value] : opened) { first.add(name, value); second.add(name, value); }
    EXPECT_EQ(browser.post(place, first).status, 303);
    browser.get(place);
    EXPECT_EQ(browser.post(place, second).status, 409);
    EXPECT_TRUE(shown("What somebody else changed"));
    EXPECT_TRUE(shown("value=\"Welsh\"")) << "the first's change stands in the form";
    EXPECT_TRUE(shown("value=\"Quaker\"")) << "and so does the second's";
    auto again = boxes({{"first_language", "Welsh"}, {"religion", "Quaker"}});
    for (const char* name : {"revision", "base"}) again.add(name, hidden_value(browser.page, name));
    again.add("reason", "Checked with the family.");
    browser.follow(browser.post(place, again));
    EXPECT_TRUE(shown("Welsh"));
    EXPECT_TRUE(shown("Quaker"));
}

TEST_F(PeoplePages, ARoleThatOnlyRecordsReadsNoRecord) {
    const auto child = add_child("Tamsin", "Harrow");
    browser.cookies = {};
    sign_in(supervisor);
    EXPECT_EQ(browser.get("/people/" + child.str()).status, 403);
    EXPECT_EQ(browser.get("/people/" + child.str() + "/chronology").status, 403);
    EXPECT_FALSE(shown("Harrow"));
}

}  // namespace
}  // namespace hearken::web
