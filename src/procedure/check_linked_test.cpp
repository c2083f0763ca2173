// What joins a definition to others, as the checker sees it.
#include <gtest/gtest.h>

#include "procedure/compose.hpp"
#include "procedure/reading_files_test.hpp"

namespace hearken::procedure {

namespace {

const char* kVocabulary =
    "vocabulary: test\nroles: [{id: dsl, title: DSL, at: [school]}]\norganisation-kinds: [{id: school, title: School}]\n"
    "facts: [{id: allocated-worker, title: Has a worker}]\nforbidden-acts: [{id: tell-family, title: Telling}]\n"
    "code-lists: [{id: lawful-bases, options: [Consent, Public task]}]\n";

/// Opened in the place of another: it needs words, and takes what else there is.
const char* kOther =
    "procedure: other\nversion: \"1\"\ntitle: Other\ninvolvements: [allocated-worker]\noutcomes: [Done]\n"
    "start: {role: dsl, form: note, owner-from: known-allocated-worker, then: [{involve: allocated-worker, from: known-allocated-worker}]}\n"
    "forms: [{id: note, title: Note, fields: [{id: words, type: text, label: Words, required: yes}, {id: more, type: text, label: More}]}]\n"
    "versions: [{id: said, title: Said, form: note, fields: [words]}]\n"
    "stages: [{id: one, tasks: [{id: read, title: Read, role: dsl}], ends: done}]\n";

std::string with(const std::string& start, const std::string& task = "", const std::string& more = "", const std::string& other = kOther) {
    const std::string yaml = "procedure: p\nversion: \"1\"\ntitle: P\noutcomes: [Done]\nrelations: [partner]\nstart: {role: dsl, form: f" + start +
                             "}\nforms: [{id: f, title: F, fields: [{id: told, type: text, label: Told, required: yes}, {id: perhaps, type: text, label: Perhaps}]}]\n"
                             "versions: [{id: v, title: V, form: f, fields: [told]}]\n"
                             "stages: [{id: one, tasks: [{id: t, title: T, role: dsl" + task + "}], ends: done}]\n" + more;
    return in_words(Library::load({{"p.yaml", yaml}, {"other.yaml", other}, {"vocabulary.yaml", kVocabulary}}).faults);
}

::testing::AssertionResult finds(const std::string& faults, const std::string& words) {
    if (faults.find(words) != std::string::npos) return ::testing::AssertionSuccess();
    return ::testing::AssertionFailure() << "expected \"" << words << "\" among:\n" << faults;
}

std::string instead(const std::string& rest, const std::string& when = "{fact: allocated-worker}") {
    return ", instead: [{when: " + when + ", says: Told., " + rest + "}]";
}

const std::string kSound = "open: other, carry: [\"f.told → note.words\"]";

}  // namespace

TEST(Instead, NamesAProcedureThatCanBeOpenedWithWhatIsCarried) {
    EXPECT_EQ(with(instead(kSound)), "");
    EXPECT_TRUE(finds(with(instead("open: othr")), "no procedure `othr`; did you mean `other`?"));
    EXPECT_TRUE(finds(with(instead("open: p")), "`p` would open in its own place"));
    EXPECT_TRUE(finds(with(instead("open: other")), "`other` cannot be opened without `note.words`"));
    EXPECT_TRUE(finds(with(instead("open: other, carry: [\"f.perhaps → note.words\"]")), "`other` cannot be opened without `note.words`"))
        << "a question that may stay blank does not fill one that may not";
    EXPECT_TRUE(finds(with(instead("open: other, carry: [\"f.told → note.words\", \"f.nothing → note.more\"]")), "no field `f.nothing`"));
    EXPECT_TRUE(finds(with(instead("open: other, carry: [\"f.told → note.words\", \"f.told → note.nothing\"]")), "has no field `note.nothing`"));
    EXPECT_TRUE(finds(with(instead(kSound), "", "", "procedure: other\nversion: \"1\"\ntitle: Other\nstatus: stub\n"), "`other` is a stub"));
}

TEST(Instead, IsReachedOnlyWhereTheOneBeforeItHasACondition) {
    EXPECT_TRUE(finds(with(", instead: [{when: always, says: A., " + kSound + "}, {when: {fact: allocated-worker}, says: B., " + kSound + "}]"), "this can never come about"));
    EXPECT_TRUE(finds(with(", instead: [{says: A., " + kSound + "}]"), "`when` is missing"));
}

TEST(Known, IsSomebodyWhoCanBeKnown) {
    const std::string other = kOther;
    EXPECT_TRUE(finds(with(", owner-from: allocated-worker"), "`allocated-worker` is nobody known from elsewhere"));
    EXPECT_TRUE(finds(with(", owner-from: known-key-worker"), "no procedure has the involvement `key-worker`"));
    EXPECT_EQ(with(", owner-from: known-allocated-worker"), "");
}

TEST(Shows, NamesAVersionOfTheLinkedProcedure) {
    EXPECT_EQ(with("", ", shows: [{linked: other, version: said}]"), "");
    EXPECT_TRUE(finds(with("", ", shows: [{linked: other, version: sad}]"), "`other` has no version `sad`; did you mean `said`?"));
    EXPECT_TRUE(finds(with("", ", shows: [{linked: nothing, version: said}]"), "no procedure `nothing`"));
}

TEST(ToldOn, IsATaskOfTheOtherProcedureThatAsksWhatIsCarried) {
    const std::string other = std::string(kOther) + "anytime: [{id: note-again, title: Note again, role: dsl, required: no, repeatable: yes, form: note, form-fields: [more]}]\n";
    const auto told = [&](const std::string& effect) { return with("", ", then: [" + effect + "]", "", other); };
    EXPECT_EQ(told("{tell: other.note-again, carry: [\"f.told → note.more\"]}"), "");
    EXPECT_TRUE(finds(told("{tell: othr.note-again}"), "no procedure `othr`; did you mean `other`?"));
    EXPECT_TRUE(finds(told("{tell: other.nothing}"), "`other` has no task `nothing` that is simply done"));
    EXPECT_TRUE(finds(told("{tell: other.note-again, carry: [\"f.told → note.nothing\"]}"), "`other.note-again` does not ask `note.nothing`"));
    EXPECT_TRUE(finds(told("{tell: other.note-again, carry: [\"f.nothing → note.more\"]}"), "f.nothing"));
    EXPECT_TRUE(finds(told("{tell: nobody, carry: [\"f.told → note.more\"]}"), "a notice carries nothing"));
}

TEST(LawfulBasis, IsOneOfTheCodeList) {
    EXPECT_EQ(with("", ", then: [{share: v, with: partner, basis: consent, what: What was told}]"), "");
    EXPECT_TRUE(finds(with("", ", then: [{share: v, with: partner, basis: referral}]"), "no lawful basis `referral`"));
    EXPECT_TRUE(finds(with("", ", then: [{open: other, basis: consent}]"), "write `shares: yes` with them"));
}

TEST(Elapsed, TakesAPeriodOrASetting) {
    const std::string settings = "settings: [{id: limit, title: L, value: 2 working days, set-by: house}, {id: colour, title: C, value: green, set-by: house}]\n";
    const auto when = [&](const std::string& rest) { return with("", ", required: no, when: {elapsed: opened" + rest + "}", settings); };
    EXPECT_EQ(when(", setting: limit"), "");
    EXPECT_EQ(when(", period: 24 hours"), "");
    EXPECT_TRUE(finds(when(", setting: limt"), "no setting `limt`; did you mean `limit`?"));
    EXPECT_TRUE(finds(when(", setting: colour"), "the setting `colour` is `green`, which is no period"));
    EXPECT_TRUE(finds(when(", setting: limit, period: 24 hours"), "one test only"));
    EXPECT_TRUE(finds(when(""), "`period` is missing"));
}

TEST(Escalation, TakesAPeriodOrASetting) {
    const auto notice = [](const std::string& rest) {
        return with("", "", "settings: [{id: limit, title: L, value: 1 hour, set-by: house}, {id: colour, title: C, value: green, set-by: house}]\n"
                            "notices: [{id: n, text: N., to: dsl@owner, upon: opened, " + rest + "}]\n");
    };
    EXPECT_EQ(notice("escalate-after-setting: limit, escalate-to: dsl@owner"), "");
    EXPECT_TRUE(finds(notice("escalate-after-setting: limit"), "go together"));
    EXPECT_TRUE(finds(notice("escalate-after-setting: limit, escalate-after: 1 hour, escalate-to: dsl@owner"), "not both"));
    EXPECT_TRUE(finds(notice("escalate-after-setting: colour, escalate-to: dsl@owner"), "which is no period"));
}

TEST(Quorum, IsANumberOrThoseWhoMustBeThere) {
    const auto meeting = [](const std::string& quorum) { return with("", ", meeting: {quorum: " + quorum + "}"); };
    EXPECT_EQ(meeting("3"), "");
    EXPECT_EQ(meeting("[3, school, dsl]"), "");
    EXPECT_TRUE(finds(meeting("[scool]"), "no role or kind of organisation `scool`; did you mean `school`?"));
}

}  // namespace hearken::procedure
