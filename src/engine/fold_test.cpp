#include <set>

#include "engine/test_definitions.hpp"

namespace hearken::engine::test {

TEST(EventKinds, HaveNamesThatAreReadBack) {
    std::set<std::string_view> names;
    for (int kind = 0; kind <= static_cast<int>(EventKind::Linked); ++kind) {
        const auto name = kind_name(static_cast<EventKind>(kind));
        EXPECT_EQ(kind_from_name(name), static_cast<EventKind>(kind)) << name;
        EXPECT_TRUE(names.insert(name).second) << name;
    }
    EXPECT_FALSE(kind_from_name("unknown"));
}

// Stored in every database: a changed name would orphan what is there.
TEST(EventKinds, KeepTheirNames) {
    EXPECT_EQ(kind_name(EventKind::CaseOpened), "case-opened");
    EXPECT_EQ(kind_name(EventKind::TaskDone), "task-done");
    EXPECT_EQ(kind_name(EventKind::DecisionApproved), "decision-approved");
    EXPECT_EQ(kind_name(EventKind::ProhibitionLifted), "prohibition-lifted");
}

TEST(Fold, IsTotalOverEventsThatNameNothingKnown) {
    std::vector<Event> events;
    for (int kind = 0; kind <= static_cast<int>(EventKind::Linked); ++kind) {
        Event event;
        event.kind = static_cast<EventKind>(kind);
        event.element = "of-an-older-definition";
        event.subject = PersonId{"nobody"};
        event.occurrence = 7;
        event.details = {{"at", "not a time"}, {"files", "many"}, {"received-at", "?"}};
        events.push_back(event);
    }
    EXPECT_EQ(fold(events).last_sequence, static_cast<long>(events.size()));
    EXPECT_EQ(fold({}), CaseState{});
}

TEST(Fold, CountsSequencesOfTheStoreAndOfEventsNotYetStoredAlike) {
    Story story(definition({stage("work", {task("a"), task("b")}, "ended-done"), last_stage("done")}));
    story.begin();
    story.must(story.doing("a"));
    std::vector<Event> stored = story.events;
    for (size_t i = 0; i < stored.size(); ++i) stored[i].sequence = static_cast<long>(i + 1);
    EXPECT_EQ(fold(stored), story.state);
}

TEST(Fold, ARefusedCommandChangesNothing) {
    Story story(definition({stage("work", {task("a")}, "ended-done"), last_stage("done")}));
    story.begin();
    const CaseState before = story.state;
    story.refused(story.doing("a", dsl()), RefusalCode::NotPermitted);
    EXPECT_EQ(story.state, before);
}

}  // namespace hearken::engine::test
