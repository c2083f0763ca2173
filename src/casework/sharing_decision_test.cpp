#include "casework/sharing_decision.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "procedure/library.hpp"

namespace hearken::casework {

namespace {

using engine::Event;
using engine::EventKind;

/// The procedure as it stands in the repository: what this code knows of it must be there.
std::shared_ptr<const procedure::Definition> sharing_procedure() {
    static const auto loaded = [] {
        const auto folder = std::filesystem::path(HEARKEN_SOURCE_DIR) / "procedures";
        procedure::SourceFiles files;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            if (!entry.is_regular_file()) continue;
            std::ostringstream text;
            text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
            files[std::filesystem::relative(entry.path(), folder).generic_string()] = text.str();
        }
        return procedure::Library::load(files);
    }();
    return loaded.library.find("information-sharing-decision");
}

CaseRecord weighed(const engine::Answers& answers) {
    CaseRecord record;
    record.definition = sharing_procedure();
    record.state.forms[{kSharingRecord, PersonId{}}].answers = answers;
    return record;
}

Event decision(const std::string& option) {
    Event event;
    event.kind = EventKind::DecisionMade;
    event.element = kShareOrWithhold;
    event.value = option;
    event.text = "Because it helps.";
    event.by.organisation = OrganisationId{"school"};
    return event;
}

}  // namespace

TEST(SharingDecision, KnowsTheComponentByTheNamesItHas) {
    const auto definition = sharing_procedure();
    ASSERT_TRUE(definition);
    const auto* task = definition->task(kShareOrWithhold);
    ASSERT_TRUE(task && task->decision);
    for (const char* option : {"share-with-consent", "share-without-consent", "share-part", "share-orally", "withhold"})
        EXPECT_TRUE(std::any_of(task->decision->options.begin(), task->decision->options.end(), [&](const auto& one) { return one.id == option; })) << option;
    const auto* form = definition->form(kSharingRecord);
    ASSERT_TRUE(form);
    for (const char* field : {"information-concerned", "facts", "opinions", "purpose", "lawful-basis", "consent", "how", "to-organisation", "to-elsewhere", "to-person"})
        EXPECT_TRUE(std::any_of(form->fields.begin(), form->fields.end(), [&](const auto& one) { return one.id == field; })) << field;
    EXPECT_TRUE(std::any_of(definition->versions.begin(), definition->versions.end(), [](const auto& one) { return one.id == kWhatWasShared && one.for_involvement == kRecipient; }));
}

TEST(SharingDecision, ToShareHereMakesTheRecipientASideAndTheActAnEvent) {
    const auto record = weighed({{"facts", engine::Answer::of("Away nine days.")}, {"opinions", engine::Answer::of("Anxious.")}, {"purpose", engine::Answer::of("To plan a visit.")},
                                 {"lawful-basis", engine::Answer::of("consent")}, {"consent", engine::Answer::of("given")}, {"how", engine::Answer::of("in-hearken")},
                                 {"to-organisation", engine::Answer::of("surgery")}, {"to-person", engine::Answer::of("The nurse")}});
    std::vector<Event> decided{decision("share-with-consent")};
    tell_of_sharing(record, decided);
    ASSERT_EQ(decided.size(), 3U);
    EXPECT_EQ(decided[1].kind, EventKind::OrganisationJoined);
    EXPECT_EQ(decided[1].element, kRecipient);
    EXPECT_EQ(decided[2].kind, EventKind::Shared);
    EXPECT_EQ(decided[2].element, kWhatWasShared);
    EXPECT_EQ(decided[2].value, "surgery");
    EXPECT_EQ(decided[2].details["what"], "Away nine days.\nOpinion: Anxious.");
    EXPECT_EQ(decided[2].details["recipient"], "The nurse");
    EXPECT_FALSE(decided[2].details.contains("outside"));
}

TEST(SharingDecision, ToTellByTelephoneOpensNothingToAnybody) {
    const auto record = weighed({{"facts", engine::Answer::of("Away nine days.")}, {"how", engine::Answer::of("phone")}, {"to-organisation", engine::Answer::of("surgery")}});
    std::vector<Event> decided{decision("share-orally")};
    tell_of_sharing(record, decided);
    ASSERT_EQ(decided.size(), 2U);
    EXPECT_EQ(decided[1].details["outside"], "yes");
    EXPECT_EQ(decided[1].element, "");
}

TEST(SharingDecision, ToWithholdIsToldOnTheDecisionItself) {
    const auto record = weighed({{"information-concerned", engine::Answer::of("Where he goes after school.")}, {"to-elsewhere", engine::Answer::of("A caller")}});
    std::vector<Event> decided{decision("withhold")};
    tell_of_sharing(record, decided);
    ASSERT_EQ(decided.size(), 1U);
    EXPECT_EQ(decided[0].details["outcome"], "withheld");
    EXPECT_EQ(decided[0].details["what"], "Where he goes after school.");
    EXPECT_EQ(decided[0].details["recipient"], "A caller");
}

TEST(SharingDecision, ToSeekAdviceFirstIsNotADecisionYet) {
    const auto record = weighed({});
    std::vector<Event> decided{decision("seek-advice")};
    tell_of_sharing(record, decided);
    ASSERT_EQ(decided.size(), 1U);
    EXPECT_TRUE(decided[0].details.empty());
}

}  // namespace hearken::casework
