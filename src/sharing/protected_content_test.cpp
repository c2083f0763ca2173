#include "sharing/protected_content.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "people/text.hpp"

namespace hearken::sharing {

namespace {

ProtectedFacts refuge() {
    ProtectedFacts facts;
    facts.places.push_back({{"Flat 2, 14 Larch Road", "Larkfield"}, "CB1 1AA"});
    return facts;
}

ProtectedFacts masked_neighbour() {
    ProtectedFacts facts;
    facts.people.push_back({"Joan Sampleton", {"01632 960 123"}, {"joan.s@example.org"}});
    facts.ordinary_surnames = {"Testwell"};
    return facts;
}

}  // namespace

TEST(ProtectedContent, FindsAnAddressHoweverItIsWritten) {
    const ProtectedContent content(refuge());
    for (const char* text : {"They are at Flat 2, 14 Larch Road.", "14 larch rd", "14 LARCH RD.", "14, Larch-Road", "no. 14 on Larch Road", "14Larch Road", "14 larchroad",
                             "fourteen Larch Road", "number 14 Larch", "Their street is Larch Road", "14 L\xC3\xA1rch Road", "14 La\xCC\x81rch Road",
                             "\xEF\xBC\x91\xEF\xBC\x94 Larch Road", "14\nLarch\nRoad", "flat2,14 larch rd", "14\xC2\xA0Larch\xE2\x80\x93Road"})
        EXPECT_TRUE(content.is_in(text)) << text;
}

TEST(ProtectedContent, FindsAPostcodeInAnySpacingAndCase) {
    const ProtectedContent content(refuge());
    for (const char* text : {"CB1 1AA", "cb11aa", "Cb1  1 aA", "(CB1-1AA)", "postcodeCB11AA", "CB1\n1AA"}) EXPECT_TRUE(content.is_in(text)) << text;
    for (const char* text : {"CB1 2AA", "CB1", "CB11 1AB"}) EXPECT_FALSE(content.is_in(text)) << text;
}

TEST(ProtectedContent, LetsTheTownAndOtherHousesPass) {
    const ProtectedContent content(refuge());
    for (const char* text : {"They live in Larkfield.", "114 Larches Avenue", "Flat 2", "At 14 she moved school.", "A larch tree and a road", ""}) EXPECT_FALSE(content.is_in(text)) << text;
}

TEST(ProtectedContent, FindsTheNameOfARefugeAlone) {
    ProtectedFacts facts;
    facts.places.push_back({{"Rowan House", "3 The Mews", "Larkfield"}, ""});
    const ProtectedContent content(facts);
    for (const char* text : {"the family went to Rowan House on Friday", "rowanhouse", "ROWAN-HSE", "3 the mews"}) EXPECT_TRUE(content.is_in(text)) << text;
    EXPECT_FALSE(content.is_in("Rowan has a new house in Larkfield"));
}

TEST(ProtectedContent, FindsAMaskedReferrerByNameNumberAndEmail) {
    const ProtectedContent content(masked_neighbour());
    for (const char* text : {"Joan Sampleton rang.", "SAMPLETON, Joan", "J. Sampleton", "Mrs Sampleton", "the Sampletons? no: Sampleton", "Jo\xC3\xA1n Sampl\xC3\xA9ton"})
        EXPECT_TRUE(content.is_in(text)) << text;
    for (const char* text : {"01632960123", "01632 960-123", "+44 1632 960 123", "0044 (0)1632 960123", "ring 01632/960/123 now"}) EXPECT_TRUE(content.is_in(text)) << text;
    for (const char* text : {"joan.s@example.org", "JOAN.S@EXAMPLE.ORG", "joan.s (at) example.org", "joan dot s at example dot org"}) EXPECT_TRUE(content.is_in(text)) << text;
    for (const char* text : {"A neighbour rang.", "Joan of the kitchen", "01632 960 124", "Maya Testwell"}) EXPECT_FALSE(content.is_in(text)) << text;
}

TEST(ProtectedContent, LetsASurnameTheFamilySharesPassAlone) {
    ProtectedFacts facts;
    facts.people.push_back({"Edith Testwell", {}, {}});
    facts.ordinary_surnames = {"Testwell"};
    const ProtectedContent content(facts);
    EXPECT_FALSE(content.is_in("Maya Testwell is well."));
    EXPECT_TRUE(content.is_in("Edith Testwell is well."));
    EXPECT_TRUE(content.is_in("Mrs Testwell rang."));
}

TEST(ProtectedContent, TakesANameOfOneWordForAWordOnly) {
    ProtectedFacts facts;
    facts.people.push_back({"Maya", {}, {}});
    const ProtectedContent content(facts);
    EXPECT_TRUE(content.is_in("ask about MAYA."));
    EXPECT_FALSE(content.is_in("May a school tell a nurse?"));
}

TEST(ProtectedContent, SaysWhereAndOfWhatKind) {
    const ProtectedContent content(masked_neighbour());
    const auto found = content.in("Ask Joan Sampleton, 01632 960 123.");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0], (Finding{ProtectedKind::Person, 4, 18}));
    EXPECT_EQ(found[1], (Finding{ProtectedKind::Telephone, 21, 33}));
}

TEST(ProtectedContent, LeavesOutOnlyWhatIsProtected) {
    EXPECT_EQ(ProtectedContent(refuge()).left_out("He asks for Flat 2, 14 Larch Rd, CB1 1AA: go at once."), "He asks for Flat 2, [left out: protected], [left out: protected]: go at once.");
    EXPECT_EQ(ProtectedContent(masked_neighbour()).left_out("Nothing here."), "Nothing here.");
}

TEST(ProtectedContent, WatchesForNothingWhereNothingIsProtected) {
    EXPECT_TRUE(ProtectedContent(ProtectedFacts{}).watches_for_nothing());
    EXPECT_FALSE(ProtectedContent(ProtectedFacts{}).is_in("14 Larch Road"));
}

TEST(ProtectedContent, TakesWhoIsMeantFromWhatSomebodyTyped) {
    const auto person = person_in("Joan Sampleton, next door (01632 960 123), joan.s@example.org", true);
    EXPECT_EQ(person.name, "Joan Sampleton");
    EXPECT_EQ(person.telephones, std::vector<std::string>{"01632960123"});
    EXPECT_EQ(person.emails, std::vector<std::string>{"joan.s@example.org"});
    EXPECT_EQ(person_in("Lives next door and hears a great deal through the wall", true).name, "");
    EXPECT_EQ(person_in("joan@example.org", true).name, "");
}

// ---- properties, over many ways of writing chosen by chance (a fixed seed: the same every time)

namespace {

std::string pick(std::mt19937& chance, const std::vector<std::string>& of) { return of[chance() % of.size()]; }

std::string in_some_case(std::mt19937& chance, std::string text) {
    for (char& c : text)
        if (std::isalpha(static_cast<unsigned char>(c)) != 0 && chance() % 2 == 0) c = static_cast<char>(c ^ 0x20);
    return text;
}

std::string some_words(std::mt19937& chance) {
    std::string text;
    for (size_t i = chance() % 6; i > 0; --i) text += pick(chance, {"she ", "went, ", "to \xE2\x80\x9Cschool\xE2\x80\x9D ", "on 3 May. ", "\xC3\xA9t\xC3\xA9 ", "\n", "12 ", "\xF0\x9F\x98\x80 ", "\xFF "});
    return text;
}

}  // namespace

TEST(ProtectedContentProperty, AnAddressIsFoundInWhateverSurroundsIt) {
    std::mt19937 chance(7160);
    const ProtectedContent content(refuge());
    for (int i = 0; i < 3000; ++i) {
        const std::string gap = pick(chance, {" ", "  ", ", ", "-", "\n", "\xC2\xA0", " / "});
        const std::string street = pick(chance, {"Road", "Rd", "Rd.", "road"});
        const std::string written = chance() % 3 == 0 ? in_some_case(chance, "CB1" + pick(chance, {"", " ", "  ", "-"}) + "1AA") : in_some_case(chance, "14" + gap + "Larch" + gap + street);
        const std::string text = some_words(chance) + " " + written + " " + some_words(chance);
        ASSERT_TRUE(content.is_in(text)) << text;
        const std::string kept = content.left_out(text);
        ASSERT_FALSE(content.is_in(kept)) << kept;
        ASSERT_NE(kept.find(kLeftOut), std::string::npos);
    }
}

TEST(ProtectedContentProperty, WhatHoldsNothingProtectedPassesUnchanged) {
    std::mt19937 chance(7161);
    const ProtectedContent content(refuge());
    for (int i = 0; i < 3000; ++i) {
        const std::string text = some_words(chance);
        ASSERT_EQ(content.left_out(text), text);
    }
}

TEST(ProtectedContentProperty, FindingsLieInsideTheTextInOrderAndCutNoCharacterInTwo) {
    std::mt19937 chance(7162);
    auto facts = refuge();
    facts.people = masked_neighbour().people;
    const ProtectedContent content(facts);
    for (int i = 0; i < 3000; ++i) {
        std::string text;
        for (size_t n = chance() % 12; n > 0; --n)
            text += pick(chance, {"14", "Larch", "Rd", " ", "CB1", "1AA", "Joan", "Sampl\xC3\xA9ton", "01632", "960123", "\xC3\xA9", "\xCC\x81", "\xE2\x80", "@", "joan.s@example.org", std::string(1, '\0')});
        size_t last = 0;
        for (const auto& finding : content.in(text)) {
            ASSERT_GE(finding.from, last);
            ASSERT_LT(finding.from, finding.until);
            ASSERT_LE(finding.until, text.size());
            last = finding.until;
        }
        if (people::is_valid_utf8(text)) { ASSERT_TRUE(people::is_valid_utf8(content.left_out(text))) << text; }
        ASSERT_FALSE(content.is_in(content.left_out(text))) << text;
    }
}

TEST(ProtectedContentProperty, AnyBytesAreReadWithoutHarm) {
    std::mt19937 chance(7163);
    for (int i = 0; i < 2000; ++i) {
        const auto bytes = [&] {
            std::string text(chance() % 40, ' ');
            for (char& c : text) c = static_cast<char>(chance());
            return text;
        };
        ProtectedFacts facts;
        facts.places.push_back({{bytes(), bytes()}, bytes()});
        facts.people.push_back(person_in(bytes(), true));
        facts.people.push_back({bytes(), {bytes()}, {bytes()}});
        const ProtectedContent content(facts);
        const std::string text = bytes() + facts.places.front().lines.front() + bytes();
        for (const auto& finding : content.in(text)) ASSERT_LE(finding.until, text.size());
        (void)content.left_out(text);
    }
}

}  // namespace hearken::sharing
