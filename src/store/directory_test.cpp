#include "store/directory.hpp"

#include "store/on_both.hpp"
#include "store/visitor_drafts.hpp"

namespace hearken::store {

using namespace std::chrono_literals;

class Directory : public OnBoth {
protected:
    DirectoryEntry an_entry(const char* name, int preference = 50) {
        DirectoryEntry entry;
        entry.id = ids.next<DirectoryEntryId>();
        entry.kind = "front-door";
        entry.name = name;
        entry.preference = preference;
        return entry;
    }
    void add(const DirectoryEntry& entry) {
        database->write([&](Transaction& transaction) { add_directory_entry(transaction, entry); });
    }
    std::optional<DirectoryEntry> found(const DirectoryEntryId& id) {
        return database->read([&](Reading& reading) { return find_directory_entry(reading, id); });
    }
    Result<DirectoryEntry> change(const DirectoryEntry& entry) {
        return database->write([&](Transaction& transaction) { return change_directory_entry(transaction, entry); });
    }
};
HEARKEN_ON_BOTH(Directory);

TEST_P(Directory, GivesBackAnEntryAsItWasKept) {
    auto entry = an_entry("Front door – Fenmere");
    entry.organisation = OrganisationId{"fenmere-csc"};
    entry.what_for = "Worries about a child";
    entry.areas = {"aldwick", "fenmere"};
    entry.worries = {"harm", "unborn"};
    entry.age_from = 0;
    entry.age_to = 17;
    entry.phone = "01632 960101";
    entry.mailbox = "front.door@example.org";
    entry.web = "https://example.org/help";
    entry.hours = "Monday-Friday 9:00-17:00";
    entry.is_public = true;
    entry.checked_on = 2026y / 2 / 2;
    entry.checked_by = "Partnership manager";
    add(entry);
    EXPECT_EQ(found(entry.id), entry);
}

TEST_P(Directory, ListsByPreferenceAndLeavesOutTheRetired) {
    auto second = an_entry("Second", 20), first = an_entry("First", 10), gone = an_entry("Gone", 1);
    for (const auto& entry : {second, first, gone}) add(entry);
    gone.retired_at = clock.now();
    ASSERT_TRUE(change(gone));
    const auto names = [&](bool retired_too) {
        std::vector<std::string> list;
        for (const auto& entry : database->read([&](Reading& reading) { return directory_entries(reading, retired_too); })) list.push_back(entry.name);
        return list;
    };
    EXPECT_EQ(names(false), (std::vector<std::string>{"First", "Second"}));
    EXPECT_EQ(names(true), (std::vector<std::string>{"Gone", "First", "Second"}));
}

TEST_P(Directory, RefusesAChangeToWhatSomebodyChangedSince) {
    auto entry = an_entry("Early help");
    add(entry);
    ASSERT_TRUE(change(entry));
    const auto late = change(entry);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, RefusalCode::Conflict);
}

class VisitorDrafts : public OnBoth {
protected:
    void keep(const char* key, const char* body, std::chrono::minutes lasts) {
        database->write([&](Transaction& transaction) { keep_visitor_draft(transaction, {key, body, clock.now(), clock.now() + lasts}); });
    }
    std::optional<VisitorDraft> found(const char* key) {
        return database->read([&](Reading& reading) { return find_visitor_draft(reading, key, clock.now()); });
    }
};
HEARKEN_ON_BOTH(VisitorDrafts);

TEST_P(VisitorDrafts, LastAsLongAsTheyWereGivenAndNoLonger) {
    keep("key", "sealed", 60min);
    keep("key", "sealed again", 60min);
    clock.set(clock.now() + 59min);
    ASSERT_TRUE(found("key"));
    EXPECT_EQ(found("key")->body, "sealed again");
    clock.set(clock.now() + 1min);
    EXPECT_FALSE(found("key"));
    EXPECT_EQ(database->write([&](Transaction& transaction) { return remove_expired_visitor_drafts(transaction, clock.now()); }), 1);
    EXPECT_EQ(count("select count(*) from visitor_draft"), 0);
}

TEST_P(VisitorDrafts, AReferenceIsGivenOnce) {
    const auto give = [&](const char* to) {
        return database->write([&](Transaction& transaction) { return keep_public_reference(transaction, "PR-7K4M-2Q9", CaseId{to}, clock.now()); });
    };
    EXPECT_TRUE(give("one"));
    EXPECT_FALSE(give("two"));
    database->read([&](Reading& reading) { EXPECT_EQ(case_of_public_reference(reading, "PR-7K4M-2Q9"), CaseId{"one"}); });
}

}  // namespace hearken::store
