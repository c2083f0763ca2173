// Guides: editions, the code lists that they give, definitions beside choices, and steps that open something.
#include <gtest/gtest.h>

#include <algorithm>

#include "procedure/reading_files_test.hpp"

namespace hearken::procedure {

namespace {

constexpr char kVocabulary[] = R"(
vocabulary: test
roles: [{id: worker, title: Worker, at: [office]}]
organisation-kinds: [{id: office, title: Office}]
code-lists: [{id: kinds, options: [{id: hurt, label: Hurt, definition: harm}, {id: other, label: Other}]}]
)";

constexpr char kGuide[] = R"(
guide: signs
edition: "2"
effective-from: 2026-01-01
title: Signs
topics:
  - id: body
    title: The body
    definitions: [{id: harm, title: Harm, lines: [Being hurt.], source: The law, edition: "1989"}]
    groups:
      - {id: marks, title: Marks, asks: text, entries: [{id: bruise, label: Bruise, more: Round, step: {text: Look again., urgent: yes, task: look}}]}
)";

constexpr char kOlder[] = R"(
guide: signs
edition: "1"
effective-from: 2020-01-01
title: Signs
topics:
  - {id: body, title: The body, groups: [{id: marks, title: Marks, entries: [{id: bruise, label: Bruise}, {id: scratch, label: Scratch}]}]}
)";

constexpr char kProcedure[] = R"(
procedure: visit
version: "1"
title: Visit
subjects: {kind: child}
owner-kinds: [office]
outcomes: [Done]
start: {role: worker, form: seen}
forms: [{id: seen, title: Seen, fields: [{id: marks, type: choices, code-list: marks, label: Marks}]}]
stages:
  - id: only
    title: Only
    tasks: [{id: look, title: Look again, role: worker, when: {answer: seen.marks, in: [bruise]}}]
    ends: done
)";

Library::Loaded loaded(const std::string& procedure = kProcedure, const std::string& guide = kGuide) {
    return Library::load({{"vocabulary.yaml", kVocabulary}, {"signs.yaml", guide}, {"signs-1.yaml", kOlder}, {"visit.yaml", procedure}});
}

const Option* option(const Library& library, const std::string& list, const std::string& id) {
    const auto& options = library.vocabulary().code_lists.at(list);
    const auto found = std::find_if(options.begin(), options.end(), [&](const Option& one) { return one.id == id; });
    return found == options.end() ? nullptr : &*found;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) { return text.replace(text.find(from), from.size(), to); }

}  // namespace

TEST(Guides, AGroupIsACodeListWhoseChoicesAskForWhatWasSeenAndSayWhatTheyCallFor) {
    const auto all = loaded();
    ASSERT_TRUE(all.ok()) << in_words(all.faults);
    const Option* bruise = option(all.library, "marks", "bruise");
    ASSERT_NE(bruise, nullptr);
    EXPECT_TRUE(bruise->needs_text);
    EXPECT_EQ(bruise->hint, "Round");
    EXPECT_EQ(bruise->step, "Look again.");
    EXPECT_TRUE(bruise->step_is_urgent);
    EXPECT_FALSE(bruise->retired);
}

TEST(Guides, WhatOnlyAnEarlierEditionHasIsRetiredAndNotForgotten) {
    const auto all = loaded();
    EXPECT_EQ(all.library.guide("signs")->edition, "2");
    const Option* scratch = option(all.library, "marks", "scratch");
    ASSERT_NE(scratch, nullptr);
    EXPECT_TRUE(scratch->retired);
    EXPECT_EQ(scratch->label, "Scratch");
}

TEST(Guides, ADefinitionStandsBesideAChoiceWithItsSourceAndEdition) {
    const auto all = loaded();
    const Option* hurt = option(all.library, "kinds", "hurt");
    ASSERT_EQ(hurt->more.size(), 1u);
    EXPECT_EQ(hurt->more.front().heading, "Harm");
    EXPECT_EQ(hurt->more.front().lines, (std::vector<std::string>{"Being hurt.", "From: The law, 1989."}));
}

TEST(Guides, AStepMustOpenATaskThatLooksAtTheEntry) {
    const auto faulty = loaded(replaced(kProcedure, "in: [bruise]", "in: [scratch]"));
    EXPECT_FALSE(faulty.ok());
    EXPECT_NE(in_words(faulty.faults).find("no task `look` opens when `bruise` is ticked"), std::string::npos) << in_words(faulty.faults);
    EXPECT_TRUE(loaded(replaced(kProcedure, "in: [bruise]", "answered: yes")).ok());
}

TEST(Guides, TwoEditionsCannotHoldFromTheSameDay) {
    EXPECT_NE(in_words(loaded(kProcedure, replaced(kGuide, "2026-01-01", "2020-01-01")).faults).find("hold from the same day"), std::string::npos);
}

TEST(Guides, AnAddedBlockOfFieldsMayHaveATitleAndAConditionOfItsOwn) {
    const std::string overlay = R"(
overlay: more
version: "1"
title: More
joins: {procedures: [visit]}
includes: [{component: block, with: {asked: seen}}]
)";
    const std::string component = R"(
component: block
version: "1"
title: Block
subjects: {kind: child}
adds-fields:
  - {form: asked, section: hands, title: The hands, when: {answer: marks, is: bruise}, fields: [{id: hands, type: text, label: Hands}]}
)";
    std::string host = replaced(kProcedure, "label: Marks}]}]", "label: Marks}], layout: {sections: [{id: first, title: First, fields: [marks]}]}}]");
    const auto all = Library::load({{"vocabulary.yaml", kVocabulary}, {"signs.yaml", kGuide}, {"visit.yaml", host}, {"more.yaml", overlay}, {"block.yaml", component}});
    EXPECT_TRUE(all.ok()) << in_words(all.faults);
    ASSERT_EQ(all.library.overlays().size(), 1u);
    const auto& added = all.library.overlays().front()->adds_fields;
    ASSERT_EQ(added.size(), 1u);
    EXPECT_EQ(added.front().form, "seen");
    EXPECT_EQ(added.front().when.name, "seen.marks");
}

}  // namespace hearken::procedure
