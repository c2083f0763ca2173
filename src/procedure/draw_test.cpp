#include "procedure/draw.hpp"

#include <gtest/gtest.h>

#include "procedure/library.hpp"

namespace hearken::procedure {

namespace {

const char* kLostProperty = R"(
procedure: lost-property
version: "1"
title: Lost "property"
subjects: {at-least: 0}
start: {role: office}
outcomes: [Returned]
stages:
  - id: looking
    title: Looking & asking
    tasks: [{id: ask, title: Ask whose it is, role: office, due: {within: 1 working day, of: opened}}]
    gate: {leave-when: [{that: {done: ask}, otherwise: Ask first.}]}
    next: [{to: shelf}]
  - id: shelf
    title: On the shelf
    tasks: [{id: hand, title: Hand it over, role: office}]
    ends: returned
)";

Definition lost_property() {
    const auto loaded =
        Library::load({{"lost-property.yaml", kLostProperty},
                       {"vocabulary.yaml", "vocabulary: test\nroles: [{id: office, title: Office}]\n"}});
    EXPECT_TRUE(loaded.ok());
    return *loaded.library.find("lost-property");
}

}  // namespace

TEST(Draw, ShowsStagesTasksClocksGatesAndEscapesWhatPeopleWrote) {
    const std::string dot = draw(lost_property());
    EXPECT_NE(dot.find("Looking &amp; asking"), std::string::npos) << dot;
    EXPECT_NE(dot.find("Ask whose it is"), std::string::npos);
    EXPECT_NE(dot.find("within 1 working day"), std::string::npos);
    EXPECT_NE(dot.find("Ask first."), std::string::npos);
    EXPECT_NE(dot.find("\"stage looking\" -> \"stage shelf\""), std::string::npos);
    EXPECT_NE(dot.find("Lost \\\"property\\\""), std::string::npos);
}

TEST(Draw, OutlineSaysTheSameInWords) {
    const std::string words = outline(lost_property());
    EXPECT_NE(words.find("Stage: Looking & asking"), std::string::npos) << words;
    EXPECT_NE(words.find("Time: within 1 working day from when the case was opened (must)."), std::string::npos)
        << words;
    EXPECT_NE(words.find("To leave: “Ask whose it is” is done. Ask first."), std::string::npos) << words;
    EXPECT_NE(words.find("Then: On the shelf"), std::string::npos);
    EXPECT_NE(words.find("Ends: Returned"), std::string::npos);
}

}  // namespace hearken::procedure
