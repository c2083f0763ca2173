#include "store/verify.hpp"

#include <fstream>

#include "store/a_history.hpp"

namespace hearken::store {

class Tampering : public WithHistory {
protected:
    void SetUp() override {
        WithHistory::SetUp();
        if (IsSkipped()) return;
        make_history();
        ASSERT_TRUE(verify(*database).sound());
    }
    std::string found() {
        std::string all;
        for (const Finding& finding : verify(*database).findings) all += finding.subject + ": " + finding.text + "\n";
        return all;
    }
    /// Exchanges one run of bytes for another of the same length, in the file itself.
    void flip(const std::string& from, const std::string& to) {
        database.reset();
        std::fstream file(place->path(), std::ios::in | std::ios::out | std::ios::binary);
        std::string bytes((std::istreambuf_iterator<char>(file)), {});
        const size_t at = bytes.find(from);
        ASSERT_NE(at, std::string::npos);
        file.seekp(static_cast<std::streamoff>(at));
        file << to;
        file.close();
        database = Database::open(place->address());
    }
};
HEARKEN_ON_BOTH(Tampering);

TEST_P(Tampering, ChangedWordsAreFound) {
    tamper("update event_payload set payload = replace(payload, 'two', 'TWO') where payload like '%two%'");
    EXPECT_NE(found().find("rabbit: event 3: what it says was changed"), std::string::npos) << found();
}

TEST_P(Tampering, AChangedTimeOrPersonIsFound) {
    tamper("update case_event set occurred_at = '2026-11-22T09:00:00Z' where sequence = 2");
    EXPECT_NE(found().find("event 2: who, when, kind or place"), std::string::npos) << found();
}

TEST_P(Tampering, AChangeWithItsOwnHashMadeAgainIsFoundByTheNextEvent) {
    tamper("update case_event set user_id = 'robin', hash = 'made-up' where sequence = 2");
    EXPECT_NE(found().find("event 3: it does not follow"), std::string::npos) << found();
}

TEST_P(Tampering, TheLastEventTakenAwayIsFound) {
    tamper("delete from event_payload where event_id = (select id from case_event where sequence = 4)");
    tamper("delete from case_event where sequence = 4");
    EXPECT_NE(found().find("event 4: the last 1 event(s) are missing"), std::string::npos) << found();
}

TEST_P(Tampering, AnEventTakenOutOfTheMiddleIsFound) {
    tamper("delete from case_event where sequence = 2");
    EXPECT_NE(found().find("event 3: 1 event(s) before it are missing"), std::string::npos) << found();
}

TEST_P(Tampering, TwoEventsExchangedAreFound) {
    tamper("update case_event set sequence = 99 where sequence = 2");
    tamper("update case_event set sequence = 2 where sequence = 3");
    tamper("update case_event set sequence = 3 where sequence = 99");
    EXPECT_NE(found().find("event 2"), std::string::npos) << found();
}

TEST_P(Tampering, WordsOfTwoEventsExchangedAreFound) {
    tamper("update event_payload set event_id = 'x' where payload like '%one%'");
    tamper("update event_payload set event_id = (select id from case_event where sequence = 2) where payload like '%two%'");
    tamper("update event_payload set event_id = (select id from case_event where sequence = 3) where event_id = 'x'");
    EXPECT_NE(found().find("event 2: what it says was changed"), std::string::npos) << found();
}

TEST_P(Tampering, AnAddedEventIsFound) {
    tamper("insert into case_event select case_id, 5, 'new', kind, occurred_at, recorded_at, user_id, organisation_id, role, on_behalf_of, payload_digest, hash, 'made-up' "
           "from case_event where sequence = 4");
    EXPECT_NE(found().find("event 5: 1 event(s) were added behind the head"), std::string::npos) << found();
}

TEST_P(Tampering, AHeadTakenAwayWithItsEventsLeavesTheWords) {
    tamper("delete from case_event");
    tamper("delete from case_head");
    EXPECT_NE(found().find("what an event says is there, but not the event"), std::string::npos) << found();
}

TEST_P(Tampering, AFalseErasureIsFound) {
    tamper("insert into erasure (event_id, case_id, erased_at, erased_by, lawful_reason, remaining_digest) select id, case_id, '2026-11-23T09:00:00Z', 'kit', 'none', "
           "payload_digest from case_event where sequence = 3");
    EXPECT_NE(found().find("event 3: it is marked as lawfully erased, but no audit line says so"), std::string::npos) << found();
}

TEST_P(Tampering, AnAuditLineTakenAwayIsFound) {
    tamper("delete from audit_person where sequence = 2");
    tamper("delete from audit_line where sequence = 2");
    EXPECT_NE(found().find("3: 1 audit line(s) before this one are missing"), std::string::npos) << found();
}

TEST_P(Tampering, TheLastAuditLineTakenAwayIsFound) {
    tamper("delete from audit_person where sequence = 3");
    tamper("delete from audit_line where sequence = 3");
    EXPECT_NE(found().find("the last 1 audit line(s) are missing"), std::string::npos) << found();
}

TEST_P(Tampering, AChangedAuditLineIsFound) {
    tamper("update audit_line set user_id = 'robin' where sequence = 2");
    EXPECT_NE(found().find("2: this audit line, or the list of people in it, was changed"), std::string::npos) << found();
}

TEST_P(Tampering, AChildTakenOutOfAnAuditLineIsFound) {
    tamper("delete from audit_person where sequence = 1 and person_id = 'child-b'");
    EXPECT_NE(found().find("1: this audit line, or the list of people in it, was changed"), std::string::npos) << found();
}

TEST_P(Tampering, BytesChangedInTheFileAreFound) {
    if (!on_sqlite()) GTEST_SKIP() << "the file is SQLite's";
    flip("\"text\":\"two\"", "\"text\":\"TWO\"");
    EXPECT_NE(found().find("event 3: what it says was changed"), std::string::npos) << found();
    flip("read-person", "Read-person");
    EXPECT_NE(found().find("2: this audit line"), std::string::npos) << found();
}

TEST_P(Tampering, AnIndexThatHidesAnAuditLineIsFound) {
    if (!on_sqlite()) GTEST_SKIP() << "PostgreSQL's own checksums find it";
    long page = 0;
    database->read([&](Reading& reading) { page = Sql(reading, "select rootpage from sqlite_master where name = 'audit_user'").number(); });
    database.reset();
    std::fstream file(place->path(), std::ios::in | std::ios::out | std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(file)), {});
    const size_t at = bytes.find("kit", static_cast<size_t>((page - 1) * 4096));
    file.seekp(static_cast<std::streamoff>(at));
    file << "kat";
    file.close();
    database = Database::open(place->address());
    EXPECT_NE(found().find("audit_user"), std::string::npos) << found();
}

}  // namespace hearken::store
