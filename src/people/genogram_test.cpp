#include "people/genogram.hpp"

#include <gtest/gtest.h>

namespace hearken::people {
namespace {

using Kind = RelationshipKind;

GenogramPerson who(const std::string& id, Sex sex) {
    GenogramPerson person;
    person.id = PersonId{id};
    person.name = id;
    person.sex = sex;
    return person;
}

Relationship is(const std::string& person, Kind kind, const std::string& of) { return {PersonId{person}, kind, PersonId{of}, {}, {}}; }

struct GenogramOfAFamily : testing::Test {
    Genogram genogram;
    GenogramOfAFamily() {
        genogram.today = std::chrono::year{2026} / 3 / 2;
        genogram.people = {who("maya", Sex::Female), who("rowan", Sex::Female), who("idris", Sex::Male), who("ash", Sex::NotKnown)};
        genogram.people[0].is_the_child = true;
        genogram.relationships = {is("rowan", Kind::BirthMother, "maya"), is("idris", Kind::BirthFather, "maya")};
    }
    bool drawn(const std::string& words) const { return dot_of(genogram).find(words) != std::string::npos; }
};

TEST_F(GenogramOfAFamily, UsesTheUsualSigns) {
    EXPECT_TRUE(drawn("p0 [shape=circle, label=\"maya\", peripheries=2"));
    EXPECT_TRUE(drawn("p2 [shape=square"));
    EXPECT_TRUE(drawn("p3 [shape=diamond"));
    genogram.people[3].unborn = true;
    EXPECT_TRUE(drawn("p3 [shape=triangle"));
    genogram.people[2].died = true;
    EXPECT_TRUE(drawn("label=\"✕\\nidris\""));
}

TEST_F(GenogramOfAFamily, ChildrenHangFromThePointBetweenTheirParents) {
    EXPECT_TRUE(drawn("c0 [shape=point"));
    EXPECT_TRUE(drawn("c0 -> p0;"));
    EXPECT_TRUE(drawn("{ rank=same; c0; p2; p1; }"));
}

TEST_F(GenogramOfAFamily, AHalfBrotherHangsFromTheParentTheyShare) {
    genogram.people.push_back(who("leo", Sex::Male));
    genogram.relationships.push_back(is("leo", Kind::Child, "rowan"));
    genogram.relationships.push_back(is("leo", Kind::HalfSibling, "maya"));
    EXPECT_TRUE(drawn("p1 -> p4;"));
    EXPECT_FALSE(drawn("Half")) << "the drawing shows it already";
}

TEST_F(GenogramOfAFamily, SiblingsWithoutAParentAreJoinedByALineThatSaysSo) {
    genogram.relationships = {is("ash", Kind::Sibling, "maya"), is("maya", Kind::Sibling, "ash")};
    const auto source = dot_of(genogram);
    EXPECT_NE(source.find("label=\"" + std::string(label_of(Kind::Sibling)) + "\""), std::string::npos);
    EXPECT_EQ(source.find("style=dotted"), source.rfind("style=dotted")) << "once, not each way";
}

TEST_F(GenogramOfAFamily, AnEndedCoupleIsDashedAndAFosterCarerDotted) {
    genogram.relationships.push_back(is("rowan", Kind::FormerPartner, "idris"));
    genogram.relationships.push_back(is("maya", Kind::FosterChild, "ash"));
    EXPECT_TRUE(drawn("[style=dashed]"));
    EXPECT_TRUE(drawn("p3 -> p0 [style=dotted, label=\"Foster carer\"]"));
}

TEST_F(GenogramOfAFamily, AHouseholdIsAnOutlineAndNobodyIsInTwo) {
    genogram.households = {{"Household 1", {PersonId{"maya"}, PersonId{"rowan"}}}, {"Household 2", {PersonId{"maya"}, PersonId{"idris"}}}};
    EXPECT_TRUE(drawn("subgraph cluster_0 { label=\"Household 1\"; style=\"dashed,rounded\"; color=\"#1d70b8\"; fontcolor=\"#1d70b8\"; p0; p1; }"));
    EXPECT_TRUE(drawn(" p2; }"));
    const auto words = in_words(genogram);
    EXPECT_NE(std::find(words.begin(), words.end(), "Household 2: maya, idris."), words.end()) << "both are told in words";
}

TEST_F(GenogramOfAFamily, SaysTheSameInWords) {
    genogram.people[0].about = "9 years";
    const auto words = in_words(genogram);
    EXPECT_EQ(words[0], "maya, 9 years.");
    EXPECT_EQ(words[1], "rowan: birth mother of maya.");
}

TEST_F(GenogramOfAFamily, ANameCannotBecomePartOfTheDrawing) {
    genogram.people[1].name = "R\" ]; evil [label=\"x\\\n";
    const auto source = dot_of(genogram);
    EXPECT_EQ(source.find("\nevil"), std::string::npos);
    EXPECT_NE(source.find("R\\\""), std::string::npos);
}

TEST_F(GenogramOfAFamily, RelationshipsToPeopleWhoAreNotShownAreLeftOut) {
    genogram.relationships.push_back(is("hidden", Kind::BirthFather, "maya"));
    EXPECT_FALSE(drawn("hidden"));
    for (const auto& line : in_words(genogram)) EXPECT_EQ(line.find("hidden"), std::string::npos);
}

}  // namespace
}  // namespace hearken::people
