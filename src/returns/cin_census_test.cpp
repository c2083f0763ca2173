#include "returns/cin_census.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace hearken::returns {
namespace {

std::string with_child(const std::string& inside) {
    return "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2024</Year><ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails>"
           "<Source><LEA>975</LEA></Source></Header><Children><Child>\n" + inside + "</Child></Children></Message>";
}
std::string child_with(const std::string& episode, const std::string& identifiers = "") {
    return with_child("<ChildIdentifiers><LAchildID>A1</LAchildID><PersonBirthDate>2015-05-01</PersonBirthDate><Sex>F</Sex>" + identifiers +
                      "</ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics><CINdetails>" + episode + "</CINdetails>");
}
constexpr const char* kReferred = "<CINreferralDate>2023-10-02</CINreferralDate><ReferralSource>6</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>0</ReferralNFA>";

CinCensus read(const std::string& xml) {
    auto census = read_cin_census(xml);
    EXPECT_TRUE(census.has_value()) << (census ? "" : census.error().reasons.front().text);
    return census ? std::move(*census) : CinCensus{};
}
const Doubt* doubt_about(const CinCensus& census, const std::string& item) {
    const auto found = std::find_if(census.doubts.begin(), census.doubts.end(), [&](const Doubt& one) { return one.item == item; });
    return found == census.doubts.end() ? nullptr : &*found;
}

TEST(CinCensus, AReturnWithoutFaultsRaisesNoDoubt) {
    const auto census = read(child_with(kReferred));
    EXPECT_TRUE(census.doubts.empty()) << census.doubts.front().item << ": " << census.doubts.front().why;
    ASSERT_EQ(census.children.size(), 1u);
    EXPECT_EQ(census.children[0].la_child_id, "A1");
    EXPECT_EQ(census.children[0].episodes[0].value("ReferralSource")->meaning, "Police");
    EXPECT_EQ(census.authority, "975");
}

TEST(CinCensus, ADateThatDoesNotExistIsKeptAndDoubtedWithItsLine) {
    const auto census = read(child_with("\n<CINreferralDate>2023-02-30</CINreferralDate><ReferralSource>6</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>0</ReferralNFA>"));
    const auto* doubt = doubt_about(census, "CINreferralDate");
    ASSERT_NE(doubt, nullptr);
    EXPECT_EQ(doubt->written, "2023-02-30");
    EXPECT_EQ(doubt->line, 3);
    EXPECT_EQ(doubt->place, "episode 1");
    EXPECT_EQ(census.children[0].episodes[0].text("CINreferralDate"), "2023-02-30");
}

TEST(CinCensus, AnUnknownCodeIsKeptWithoutAMeaning) {
    const auto census = read(child_with("<CINreferralDate>2023-10-02</CINreferralDate><ReferralSource>3Z</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>0</ReferralNFA>"));
    const auto* doubt = doubt_about(census, "ReferralSource");
    ASSERT_NE(doubt, nullptr);
    EXPECT_EQ(doubt->rule, "8866");
    EXPECT_EQ(census.children[0].episodes[0].text("ReferralSource"), "3Z");
}

TEST(CinCensus, AClosureBeforeTheReferralIsDoubted) {
    const auto census = read(child_with(std::string(kReferred) + "<CINclosureDate>2023-09-01</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>"));
    const auto* doubt = doubt_about(census, "CINclosureDate");
    ASSERT_NE(doubt, nullptr);
    EXPECT_EQ(doubt->rule, "8630");
    EXPECT_NE(doubt->why.find("2023-10-02"), std::string::npos);
}

TEST(CinCensus, WordsBetweenElementsAreKept) {
    const auto census = read(child_with(kReferred, "PersonBirthDate"));
    const auto* doubt = doubt_about(census, "(text)");
    ASSERT_NE(doubt, nullptr);
    EXPECT_EQ(doubt->written, "PersonBirthDate");
    EXPECT_EQ(census.children[0].identifiers.text("(text)"), "PersonBirthDate");
}

TEST(CinCensus, AnElementThatIsNotKnownIsKeptWithAllInside) {
    const auto census = read(child_with(std::string(kReferred) + "<Notes><Author>x</Author>late</Notes>"));
    EXPECT_EQ(doubt_about(census, "Notes")->written, "Author=x; late");
    EXPECT_EQ(census.children[0].episodes[0].text("Notes"), "Author=x; late");
}

TEST(CinCensus, TheRetiredNumberForSexIsNotTakenForTheSex) {
    const auto census = read(with_child("<ChildIdentifiers><LAchildID>A1</LAchildID><PersonBirthDate>2015-05-01</PersonBirthDate><Sex>1</Sex></ChildIdentifiers>"
                                        "<ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics><CINdetails>" + std::string(kReferred) + "</CINdetails>"));
    const auto* doubt = doubt_about(census, "Sex");
    ASSERT_NE(doubt, nullptr);
    EXPECT_NE(doubt->why.find("GenderCurrent"), std::string::npos);
    EXPECT_TRUE(census.children[0].identifiers.value("Sex")->meaning.empty());
}

TEST(CinCensus, OverlappingEpisodesAreDoubted) {
    const auto census = read(with_child("<ChildIdentifiers><LAchildID>A1</LAchildID><PersonBirthDate>2015-05-01</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>"
                                        "<ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>"
                                        "<CINdetails><CINreferralDate>2023-05-02</CINreferralDate><ReferralSource>6</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><CINclosureDate>2023-11-01</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure><ReferralNFA>0</ReferralNFA></CINdetails>"
                                        "<CINdetails>" + std::string(kReferred) + "</CINdetails>"));
    ASSERT_NE(doubt_about(census, "CINreferralDate"), nullptr);
    EXPECT_EQ(doubt_about(census, "CINreferralDate")->rule, "8820");
    EXPECT_EQ(doubt_about(census, "CINreferralDate")->place, "episode 2");
}

TEST(CinCensus, TheSameNumberForTwoChildrenIsDoubted) {
    const std::string one = "<ChildIdentifiers><LAchildID>A1</LAchildID><PersonBirthDate>2015-05-01</PersonBirthDate><Sex>F</Sex></ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics><CINdetails>" + std::string(kReferred) + "</CINdetails>";
    EXPECT_EQ(doubt_about(read(with_child(one + "</Child><Child>" + one)), "LAchildID")->rule, "8510");
}

TEST(CinCensus, WhatIsNoReturnIsRefusedInWords) {
    for (const char* text : {"", "no xml", "<Message/>", "<Message><Children/></Message>", "<html><body/></html>", "<Message><Children><Child>"}) {
        const auto census = read_cin_census(text);
        ASSERT_FALSE(census.has_value()) << text;
        EXPECT_FALSE(census.error().reasons.front().text.empty());
    }
}

TEST(CinCensus, AnEntityBombIsNotExpanded) {
    const auto census = read_cin_census("<!DOCTYPE m [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" + child_with(std::string(kReferred) + "<Notes>&b;</Notes>"));
    ASSERT_TRUE(census.has_value());
    EXPECT_EQ(census->children[0].episodes[0].text("Notes"), "&b;");
}

/// Files made by others; see the README of that folder.
std::string shared_file(const char* name) {
    const auto path = std::filesystem::path(HEARKEN_SOURCE_DIR) / "../shared/data" / name;
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

size_t leaves(const ReturnedGroup& group) {
    size_t count = group.values.size();
    for (const auto& one : group.groups) count += leaves(one);
    return count;
}

TEST(CinCensus, EveryValueOfASampleMadeByOthersIsRead) {
    const auto text = shared_file("cin-census-sample.xml");
    if (text.empty()) GTEST_SKIP() << "../shared/data/cin-census-sample.xml is not here";
    const auto census = read(text);
    EXPECT_EQ(census.children.size(), 332u);
    size_t values = leaves(census.header), episodes = 0;
    for (const auto& child : census.children) {
        values += leaves(child.identifiers) + leaves(child.characteristics) + child.others.size();
        episodes += child.episodes.size();
        for (const auto& episode : child.episodes) values += leaves(episode);
    }
    EXPECT_EQ(episodes, 402u);
    // Elements of the file that have no element inside: counted in the text by their ends after words.
    size_t written = 0;
    for (size_t at = text.find("</"); at != std::string::npos; at = text.find("</", at + 1))
        if (at > 0 && text[at - 1] != '\n' && text[at - 1] != ' ') ++written;
    EXPECT_EQ(values, written);
    EXPECT_NE(std::find_if(census.doubts.begin(), census.doubts.end(), [](const Doubt& one) { return one.rule == "100"; }), census.doubts.end());
}

TEST(CinCensus, TheDeliberateFaultsOfAnExampleMadeByOthersAreFound) {
    const auto text = shared_file("cin-census-2026-example.xml");
    if (text.empty()) GTEST_SKIP() << "../shared/data/cin-census-2026-example.xml is not here";
    const auto census = read(text);
    EXPECT_EQ(census.children.size(), 2u);
    const auto found = [&](const std::string& item, const std::string& written) {
        return std::any_of(census.doubts.begin(), census.doubts.end(), [&](const Doubt& one) { return one.item == item && one.written == written; });
    };
    EXPECT_TRUE(found("(text)", "PersonBirthDate"));
    EXPECT_TRUE(found("Sex", "1"));
    EXPECT_TRUE(found("AssessmentFactors", "RB"));
    EXPECT_TRUE(found("AssessmentActualStartDate", "2028-04-28"));
    EXPECT_TRUE(found("AssessmentAuthorisationDate", "2020-09-19"));
    EXPECT_TRUE(found("S47ActualStartDate", "2022-06-02"));
    EXPECT_TRUE(found("CPPstartDate", "2022-02-17"));
    EXPECT_TRUE(found("NumberOfPreviousCPP", "10"));
    EXPECT_TRUE(found("AssessmentActualStartDate", "2023-12-25"));
    EXPECT_TRUE(found("LAchildID", "child_fails_assessments"));
    EXPECT_TRUE(found("PPStartDate", "2026-09-09"));
}

}  // namespace
}  // namespace hearken::returns
