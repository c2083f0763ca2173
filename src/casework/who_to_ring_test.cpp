#include "casework/who_to_ring.hpp"

#include <gtest/gtest.h>

#include "calendar/local_time.hpp"

namespace hearken::casework {
namespace {

using namespace std::chrono_literals;
using store::DirectoryEntry;
using store::DirectoryEntryId;

DirectoryEntry an_entry(const char* name, const char* kind, const char* hours, std::set<std::string> areas = {}, std::set<std::string> worries = {}) {
    DirectoryEntry entry;
    entry.id = DirectoryEntryId{name};
    entry.name = name;
    entry.kind = kind;
    entry.hours = hours;
    entry.areas = std::move(areas);
    entry.worries = std::move(worries);
    entry.checked_on = 2026y / 2 / 2;
    return entry;
}

constexpr char kOffice[] = "Monday-Friday 9:00-17:00";
constexpr char kNight[] = "Monday-Friday 0:00-9:00; Monday-Friday 17:00-24:00; Saturday-Sunday 0:00-24:00; bank holidays 0:00-24:00";

/// A front door and an emergency duty team for each of two authorities, and who else there is.
struct ADirectory {
    std::vector<DirectoryEntry> entries{an_entry("Fenmere front door", "front-door", kOffice, {"fenmere"}), an_entry("Aldwick front door", "front-door", kOffice, {"aldwick"}),
                                        an_entry("Emergency duty team", "out-of-hours", kNight, {"fenmere", "aldwick"}),
                                        an_entry("Designated officer", "designated-officer", kOffice, {}, {"allegation"}), an_entry("Helpline", "helpline", "always")};
    procedure::Vocabulary vocabulary;

    ADirectory() {
        procedure::Option fenmere;
        fenmere.id = "fenmere";
        fenmere.label = "Fenmere County Council";
        vocabulary.code_lists["local-authorities"] = {fenmere};
    }
    WhoToRing ask(RingQuery query, Instant now) const { return who_to_ring(entries, vocabulary, calendar::BankHolidays::england_and_wales(), query, now); }
    std::string first(const RingQuery& query, Instant now) const {
        const auto answer = ask(query, now);
        return answer.first.empty() ? "" : answer.first.front().entry.name;
    }
};

Instant at(calendar::LocalDate date, calendar::LocalTime time) { return calendar::instant_of(date, time); }
const auto kMonday = 2026y / 3 / 2, kSaturday = 2026y / 3 / 7, kGoodFriday = 2026y / 4 / 3;

TEST(WhoToRing, IsTheFrontDoorOfTheAreaInOfficeHours) {
    ADirectory directory;
    EXPECT_EQ(directory.first({.area = "fenmere", .worry = "harm"}, at(kMonday, 10h)), "Fenmere front door");
    EXPECT_EQ(directory.first({.area = "aldwick", .worry = "harm"}, at(kMonday, 10h)), "Aldwick front door");
}

TEST(WhoToRing, IsTheEmergencyDutyTeamInTheEveningAtWeekendsAndOnBankHolidays) {
    ADirectory directory;
    for (const auto when : {at(kMonday, 17h), at(kMonday, 3h), at(kSaturday, 11h), at(kGoodFriday, 11h)})
        EXPECT_EQ(directory.first({.area = "fenmere", .worry = "harm"}, when), "Emergency duty team");
}

TEST(WhoToRing, AnswersForTheMomentAskedAboutNotForNow) {
    ADirectory directory;
    EXPECT_EQ(directory.first({.area = "fenmere", .at = at(kSaturday, 11h)}, at(kMonday, 10h)), "Emergency duty team");
}

TEST(WhoToRing, PutsTheServiceForTheWorryFirst) {
    ADirectory directory;
    EXPECT_EQ(directory.first({.area = "fenmere", .worry = "allegation"}, at(kMonday, 10h)), "Designated officer");
    EXPECT_EQ(directory.first({.area = "fenmere", .worry = "allegation"}, at(kMonday, 20h)), "Emergency duty team");
    EXPECT_EQ(directory.first({.area = "fenmere", .worry = "harm"}, at(kMonday, 10h)), "Fenmere front door");
}

TEST(WhoToRing, SaysWhyAndUntilWhen) {
    ADirectory directory;
    const auto day = directory.ask({.area = "fenmere"}, at(kMonday, 10h)).first.front();
    EXPECT_EQ(day.why, "Open until 5pm. For Fenmere County Council.");
    const auto night = directory.ask({.area = "fenmere"}, at(kSaturday, 10h)).first.front();
    EXPECT_EQ(night.why, "Open until 9am on Monday 9 March. It answers when the front door is closed. For Fenmere County Council.");
    EXPECT_EQ(directory.ask({}, at(kMonday, 10h)).others.back().why, "Closed. Opens at 5pm.") << "closed services come last and say when they open";
}

TEST(WhoToRing, LeavesOutWhatIsForAnotherAge) {
    ADirectory directory;
    directory.entries.push_back(an_entry("Young people's team", "health", "always", {}, {"mental-health"}));
    directory.entries.back().age_from = 11;
    directory.entries.back().age_to = 17;
    EXPECT_EQ(directory.first({.worry = "mental-health", .age = 12}, at(kMonday, 10h)), "Young people's team");
    EXPECT_NE(directory.first({.worry = "mental-health", .age = 10}, at(kMonday, 10h)), "Young people's team");
    EXPECT_NE(directory.first({.worry = "mental-health", .age = 18}, at(kMonday, 10h)), "Young people's team");
}

TEST(WhoToRing, ShowsAVisitorOnlyWhatIsForThePublic) {
    ADirectory directory;
    directory.entries.back().is_public = true;
    const auto answer = directory.ask({.public_only = true}, at(kMonday, 10h));
    ASSERT_EQ(answer.first.size(), 1u);
    EXPECT_EQ(answer.first.front().entry.name, "Helpline");
    EXPECT_TRUE(answer.others.empty());
}

TEST(WhoToRing, SaysToRing999BeforeAnythingElseWhereAChildIsInDangerNow) {
    EXPECT_TRUE(ADirectory().ask({.worry = "danger-now"}, at(kMonday, 10h)).ring_999);
    EXPECT_FALSE(ADirectory().ask({.worry = "harm"}, at(kMonday, 10h)).ring_999);
}

TEST(WhoToRing, MarksWhatNobodyCheckedForSixMonths) {
    ADirectory directory;
    const auto& entry = directory.entries.front();  // checked on 2 February 2026
    EXPECT_FALSE(needs_checking(entry, at(2026y / 8 / 2, 10h)));
    EXPECT_TRUE(needs_checking(entry, at(2026y / 8 / 3, 10h)));
    EXPECT_TRUE(needs_checking(DirectoryEntry{}, at(kMonday, 10h)));
}

TEST(WhoToRing, SaysWhereHoursAreAssumed) {
    ADirectory directory;
    directory.entries = {an_entry("Somebody", "other", "")};
    const auto line = directory.ask({}, at(kMonday, 10h)).first.front();
    EXPECT_TRUE(line.hours_assumed);
    EXPECT_NE(line.why.find("is assumed"), std::string::npos);
}

}  // namespace
}  // namespace hearken::casework
