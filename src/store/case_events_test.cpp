#include "store/case_events.hpp"

#include <thread>

#include "store/a_history.hpp"
#include "store/event_payload.hpp"

namespace hearken::store {

class CaseEvents : public WithHistory {};
HEARKEN_ON_BOTH(CaseEvents);

TEST_P(CaseEvents, ComeBackAsTheyWereAppended) {
    make_history();
    const auto events = database->read([&](Reading& reading) { return load_events(reading, rabbit); });
    ASSERT_EQ(events.size(), 4u);
    EXPECT_EQ(events[0].kind, engine::EventKind::CaseOpened);
    EXPECT_EQ(events[0].details.at("title"), "A worry");
    EXPECT_EQ(events[2].text, "two");
    EXPECT_EQ(events[3].sequence, 4);
    EXPECT_FALSE(events[3].id.empty());
    EXPECT_EQ(events[3].by.role, "dsl");
}

TEST_P(CaseEvents, SomebodyWhoseStateIsOldIsRefused) {
    make_history();
    const auto refused = append(rabbit, 3, {a_note("late", clock.now())});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, RefusalCode::Conflict);
    EXPECT_EQ(count("select count(*) from case_event"), 4);
}

TEST_P(CaseEvents, OfManyWhoAppendAtOnceNoneIsLostAndNoneOverwritten) {
    std::atomic<int> refused{0};
    const auto work = [&] {
        for (int done = 0; done < 10;) {
            const long at = database->read([&](Reading& reading) { return last_sequence(reading, rabbit); });
            if (append(rabbit, at, {a_note("n", clock.now())}))
                ++done;
            else
                ++refused;
        }
    };
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) threads.emplace_back(work);
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(count("select count(*) from case_event where case_id = 'rabbit'"), 40);
    EXPECT_EQ(count("select sequence from case_head where case_id = 'rabbit'"), 40);
}

TEST_P(CaseEvents, WhatWasKnownThenLeavesOutWhatWasRecordedSince) {
    make_history();
    engine::Event later = a_note("four", clock.now());
    later.recorded_at = clock.now() + std::chrono::hours{2};
    ASSERT_TRUE(append(rabbit, 4, {later}));
    const auto known = database->read([&](Reading& reading) { return load_events_as_known(reading, rabbit, clock.now()); });
    EXPECT_EQ(known.size(), 4u);
}

TEST(EventPayload, CarriesEveryKindOfAnswerAndClock) {
    engine::Event event = a_note("Her own words: \"go away\"", *instant_from_iso("2026-11-23T09:00:00Z"));
    event.element = "record";
    event.subject = PersonId{"child"};
    event.occurrence = 2;
    event.value = "refer";
    event.answers["words"] = engine::Answer::of("go away");
    event.answers["consent"] = engine::Answer::not_known();
    event.answers["not-asked"].kind = engine::Answer::Kind::NotAsked;
    event.answers["several"].values = {"a", "b"};
    event.answers["blank"].values = {};
    event.answers["rows"].rows = {{{"name", engine::Answer::of("Robin")}}, {}};
    engine::DueSet due;
    due.clock = "due";
    due.strength = engine::Strength::Statutory;
    due.counted_from = due.due_at = due.amber_at = due.reminder_at = *instant_from_iso("2026-11-24T17:00:00Z");
    due.estimated = true;
    due.source = {"T.one-working-day"};
    event.dues = {due};
    event.details = {{"despite", "no reply"}, {"form", "concern"}};

    engine::Event back = event;
    back.answers.clear(), back.dues.clear(), back.details.clear(), back.text.clear(), back.element.clear(), back.value.clear();
    read_payload(payload_text(event), back);
    EXPECT_EQ(back, event);
}

TEST(EventPayload, WhatRemainsOfAnErasedOneHoldsNoWords) {
    engine::Event event = a_note("secret", *instant_from_iso("2026-11-23T09:00:00Z"));
    event.element = "record";
    event.answers["words"] = engine::Answer::of("secret");
    event.details = {{"title", "secret"}, {"version", "3"}};
    const std::string remains = what_remains(event);
    EXPECT_EQ(remains.find("secret"), std::string::npos);
    EXPECT_NE(remains.find("record"), std::string::npos);
    EXPECT_NE(remains.find("version"), std::string::npos);
}

}  // namespace hearken::store
