// Chronologies: what people enter by hand beside what cases say, and who reads which of it.
#include "store/life_events.hpp"

#include "store/a_running_case.hpp"
#include "store/chronology.hpp"
#include "store/joined_records.hpp"
#include "store/made_documents.hpp"
#include "store/persons.hpp"

namespace hearken::store {
namespace {

using engine::EventKind;

class LifeEvents : public WithRunningCase {
protected:
    const PersonId ann{"ann"}, ben{"ben"};

    void SetUp() override {
        WithRunningCase::SetUp();
        if (IsSkipped()) return;
        for (const auto& id : {ann, ben}) {
            people::PersonDetails details;
            details.names.push_back({.given = "Ann", .surname = "Madeup"});
            database->write([&](Transaction& transaction) { add_person(transaction, people::Person::restored(id, 1, details), {}, {UserId{"kit"}, OrganisationId{"school"}, clock.now(), ""}); });
        }
    }
    LifeEvent life(const std::string& id, const std::string& organisation, const std::string& what, int year, PersonId person = PersonId{"ann"}) {
        LifeEvent e;
        e.id = EventId{id};
        e.person = std::move(person);
        e.organisation = OrganisationId{organisation};
        e.entered_by = UserId{"kit"};
        e.happened_on = std::chrono::year{year} / 3 / 1;
        e.occurred_at = *instant_from_iso(std::to_string(year) + "-03-01T00:00:00Z");
        e.exactness = "month";
        e.category = "health";
        e.what = what;
        e.impact = "She slept badly for weeks.";
        e.source = "Health visitor's notes";
        e.recorded_at = clock.now();
        return e;
    }
    void enter(const LifeEvent& e) {
        database->write([&](Transaction& transaction) { add_life_event(transaction, e); });
    }
    access::CaseRule rule(const std::string& user, const std::string& organisation, access::Reach reach = access::Reach::Organisation) {
        access::CaseRule r;
        r.user = UserId{user};
        r.organisation = OrganisationId{organisation};
        r.reach = reach;
        return r;
    }
    std::vector<std::string> read(const access::CaseRule& by, ChronologyFilter filter = {}, std::vector<PersonId> about = {PersonId{"ann"}}) {
        std::vector<std::string> words;
        filter.newest_first = false;
        database->read([&](Reading& reading) {
            for (const auto& entry : chronology_of_persons(reading, by, about, filter, {}).items) words.push_back(entry.text + (entry.let_read ? " (let read)" : ""));
        });
        return words;
    }
    void share(const std::string& id, const std::string& from, const std::string& with, const std::vector<EventId>& entries) {
        ChronologyShare s;
        s.id = id;
        s.person = ann;
        s.organisation = OrganisationId{from};
        s.shared_with = OrganisationId{with};
        s.basis = "public-task";
        s.why = "They assess her.";
        s.shared_by = UserId{"kit"};
        s.shared_at = clock.now();
        database->write([&](Transaction& transaction) { add_chronology_share(transaction, s, entries); });
    }
    using Words = std::vector<std::string>;
};
HEARKEN_ON_BOTH(LifeEvents);

TEST_P(LifeEvents, ComeBackAsEnteredAndStandAmongTheEventsOfCasesInOrderOfTime) {
    ASSERT_TRUE(happen(CaseId{"c1"}, {opening("council"), event(EventKind::SubjectJoined, "", "child", "", ann)}));
    enter(life("e1", "council", "Broke her arm", 2019));
    enter(life("e2", "council", "Moved school", 2024));
    const auto found = database->read([&](Reading& reading) { return *find_life_event(reading, EventId{"e1"}); });
    EXPECT_EQ(found.exactness, "month");
    EXPECT_EQ(found.impact, "She slept badly for weeks.");
    EXPECT_EQ(found.happened_on, std::chrono::year{2019} / 3 / 1);
    const auto all = read(rule("kit", "council"));
    ASSERT_EQ(all.size(), 4u);
    EXPECT_EQ(all[0], "Broke her arm");
    EXPECT_EQ(all[1], "Moved school");
}

TEST_P(LifeEvents, ArePagedFilteredAndSortedTogetherWithTheRest) {
    for (int i = 0; i < 5; ++i) enter(life("e" + std::to_string(i), "council", "Event " + std::to_string(i), 2015 + i));
    database->read([&](Reading& reading) {
        ChronologyFilter oldest;
        oldest.newest_first = false;
        const auto first = chronology_of_person(reading, rule("kit", "council"), ann, oldest, {2, {}});
        ASSERT_EQ(first.items.size(), 2u);
        EXPECT_EQ(first.items[1].text, "Event 1");
        EXPECT_EQ(chronology_of_person(reading, rule("kit", "council"), ann, oldest, {2, first.next}).items.at(0).text, "Event 2");
    });
    ChronologyFilter later;
    later.from = *instant_from_iso("2018-01-01T00:00:00Z");
    EXPECT_EQ(read(rule("kit", "council"), later), (Words{"Event 3", "Event 4"}));
    ChronologyFilter other;
    other.kind = "education";
    EXPECT_TRUE(read(rule("kit", "council"), other).empty());
}

TEST_P(LifeEvents, OfOneOrganisationAreNotInAnothersView) {
    enter(life("e1", "health", "Missed three appointments", 2020));
    EXPECT_EQ(read(rule("nia", "health")), (Words{"Missed three appointments"}));
    EXPECT_TRUE(read(rule("kit", "council")).empty());
}

TEST_P(LifeEvents, SharedAreExactlyThoseListedUntilTheSharingEnds) {
    enter(life("e1", "health", "Missed three appointments", 2020));
    enter(life("e2", "health", "A private matter", 2021));
    share("s1", "health", "council", {EventId{"e1"}});
    EXPECT_EQ(read(rule("kit", "council")), (Words{"Missed three appointments (let read)"}));
    EXPECT_TRUE(read(rule("pat", "police")).empty());
    EXPECT_TRUE(database->write([&](Transaction& transaction) { return end_chronology_share(transaction, "s1", clock.now(), UserId{"nia"}, "No longer needed"); }));
    EXPECT_FALSE(database->write([&](Transaction& transaction) { return end_chronology_share(transaction, "s1", clock.now(), UserId{"nia"}, "Again"); }));
    EXPECT_TRUE(read(rule("kit", "council")).empty());
}

TEST_P(LifeEvents, OfACaseThatBecomesRestrictedLeaveWhatWasShared) {
    auto note = event(EventKind::Noted, "", "", "Her aunt rang the school", ann);
    note.details = {{"significant", "yes"}};
    ASSERT_TRUE(happen(CaseId{"c1"}, {opening("school"), event(EventKind::SubjectJoined, "", "child", "", ann), note}));
    const auto entry = database->read([&](Reading& reading) {
        ChronologyFilter words;
        words.contains = "aunt";
        return chronology_of_person(reading, rule("dee", "school"), ann, words, {}).items.at(0).event;
    });
    EXPECT_TRUE(read(rule("kim", "council")).empty());
    share("s1", "school", "council", {entry});
    EXPECT_EQ(read(rule("kim", "council")), (Words{"Her aunt rang the school (let read)"}));
    ASSERT_TRUE(happen(CaseId{"c1"}, {event(EventKind::FactSet, "restricted", "yes")}));
    EXPECT_TRUE(read(rule("kim", "council")).empty());
}

TEST_P(LifeEvents, ForSomebodyWhoReadsOnlyTheirOwnPartAreTheirOwnEntries) {
    auto hers = life("e1", "school", "Entered by Tess", 2020);
    hers.entered_by = UserId{"tess"};
    enter(hers);
    enter(life("e2", "school", "Entered by Kit", 2021));
    EXPECT_EQ(read(rule("tess", "school", access::Reach::Involved)), (Words{"Entered by Tess"}));
}

TEST_P(LifeEvents, CorrectedAreReplacedAndTheOldWordsStay) {
    enter(life("e1", "health", "Broke her leg", 2020));
    share("s1", "health", "council", {EventId{"e1"}});
    auto corrected = life("e2", "health", "Broke her arm", 2020);
    corrected.replaces = EventId{"e1"};
    EXPECT_TRUE(database->write([&](Transaction& transaction) { return replace_life_event(transaction, EventId{"e1"}, corrected, "It was her arm."); }));
    EXPECT_FALSE(database->write([&](Transaction& transaction) { return replace_life_event(transaction, EventId{"e1"}, life("e3", "health", "x", 2020), "Again"); }));
    EXPECT_EQ(read(rule("nia", "health")), (Words{"Broke her arm"}));
    EXPECT_EQ(read(rule("kit", "council")), (Words{"Broke her arm (let read)"}));
    EXPECT_EQ(database->read([&](Reading& reading) { return find_life_event(reading, EventId{"e1"})->what; }), "Broke her leg");
}

TEST_P(LifeEvents, OfBrothersAndSistersAreReadTogetherAndNoneTwice) {
    ASSERT_TRUE(happen(CaseId{"c1"}, {opening("council"), event(EventKind::SubjectJoined, "", "child", "", ann), event(EventKind::SubjectJoined, "", "child", "", ben),
                                      event(EventKind::Noted, "", "", "About both")}));
    enter(life("e1", "council", "Ann only", 2019));
    enter(life("e2", "council", "Ben only", 2020, ben));
    ChronologyFilter filter;
    const auto both = read(rule("kit", "council"), filter, {ann, ben});
    EXPECT_EQ(std::count(both.begin(), both.end(), "About both"), 1);
    EXPECT_EQ(both[0], "Ann only");
    EXPECT_EQ(both[1], "Ben only");
}

TEST_P(LifeEvents, HaveImpactsAddedBesideThem) {
    enter(life("e1", "council", "Moved", 2019));
    database->write([&](Transaction& transaction) {
        add_impact(transaction, {"i1", EventId{"e1"}, ann, OrganisationId{"council"}, UserId{"kit"}, "She lost her friends.", clock.now()});
    });
    database->read([&](Reading& reading) {
        const auto impacts = impacts_of(reading, {EventId{"e1"}, EventId{"nothing"}});
        ASSERT_EQ(impacts.size(), 1u);
        EXPECT_EQ(impacts[0].impact, "She lost her friends.");
        EXPECT_TRUE(impacts_of(reading, {}).empty());
    });
}

TEST_P(LifeEvents, RecordsOfOnePersonAreFoundThroughEveryJoiningUntilItIsUndone) {
    people::PersonDetails details;
    details.names.push_back({.given = "Anne", .surname = "Madeup"});
    database->write([&](Transaction& transaction) {
        add_person(transaction, people::Person::restored(PersonId{"anne"}, 1, details), {}, {UserId{"kit"}, OrganisationId{"school"}, clock.now(), ""});
        join_records(transaction, {"j1", ann, PersonId{"anne"}, "Same date of birth and mother", UserId{"kit"}, clock.now(), {}, {}, {}});
        join_records(transaction, {"j2", ben, PersonId{"anne"}, "A mistake", UserId{"kit"}, clock.now(), {}, {}, {}});
    });
    database->read([&](Reading& reading) { EXPECT_EQ(records_of_one(reading, ann), (std::vector<PersonId>{ann, PersonId{"anne"}, ben})); });
    EXPECT_TRUE(database->write([&](Transaction& transaction) { return part_records(transaction, "j2", UserId{"kit"}, clock.now(), "Ben is another child"); }));
    database->read([&](Reading& reading) {
        EXPECT_EQ(records_of_one(reading, ann), (std::vector<PersonId>{ann, PersonId{"anne"}}));
        EXPECT_EQ(records_of_one(reading, ben), (std::vector<PersonId>{ben}));
        EXPECT_EQ(joinings_of(reading, ben).at(0).parted_reason, "Ben is another child");
    });
}

TEST_P(LifeEvents, DocumentsMadeAreListedByCaseAndByChild) {
    MadeDocument document;
    document.id = "d1";
    document.kind = "case-version";
    document.case_id = CaseId{"c1"};
    document.title = "Letter to the family";
    document.revision = 12;
    document.made_for = "Rowan Madeup";
    document.digest = "00ff";
    document.made_at = clock.now();
    auto chronology = document;
    chronology.id = "d2";
    chronology.kind = "chronology";
    chronology.case_id = {};
    chronology.person = ann;
    database->write([&](Transaction& transaction) {
        add_made_document(transaction, document);
        add_made_document(transaction, chronology);
    });
    database->read([&](Reading& reading) {
        ASSERT_EQ(documents_made_of_case(reading, CaseId{"c1"}).size(), 1u);
        EXPECT_EQ(documents_made_of_case(reading, CaseId{"c1"})[0].revision, 12);
        ASSERT_EQ(documents_made_about(reading, ann).size(), 1u);
        EXPECT_EQ(documents_made_about(reading, ann)[0].made_for, "Rowan Madeup");
    });
}

}  // namespace
}  // namespace hearken::store
