// The loader: every fault with file, line and path, all of them at once, and nothing an input can do brings it down.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "procedure/keywords.hpp"
#include "procedure/load.hpp"
#include "procedure/reading_files_test.hpp"

namespace hearken::procedure {

namespace {

std::vector<Fault> faults_of(const std::string& yaml) {
    std::vector<Fault> faults;
    Loading loading{"a.yaml", &faults, nullptr, {}, {}, {}};
    if (const auto root = read_yaml("a.yaml", yaml, faults)) (void)load_definition(loading, *root);
    return faults;
}

Definition loaded(const std::string& yaml) {
    std::vector<Fault> faults;
    Loading loading{"a.yaml", &faults, nullptr, {}, {}, {}};
    const auto root = read_yaml("a.yaml", yaml, faults);
    Definition definition = root ? load_definition(loading, *root) : Definition{};
    EXPECT_EQ(in_words(faults), "");
    return definition;
}

bool says(const std::vector<Fault>& faults, int line, const std::string& path, const std::string& words) {
    return std::any_of(faults.begin(), faults.end(), [&](const Fault& fault) {
        return fault.file == "a.yaml" && (line == 0 || fault.line == line) && fault.path == path &&
               fault.text.find(words) != std::string::npos;
    });
}

const std::string kHead = "procedure: p\nversion: \"1\"\ntitle: P\n";

}  // namespace

TEST(Loading, NamesAnUnknownKeywordWithItsLineItsPathAndWhatWasMeant) {
    const auto faults = faults_of(kHead + "stages:\n  - id: s\n    taks: []\n");
    EXPECT_TRUE(says(faults, 6, "stages/s/taks", "did you mean `tasks`?")) << in_words(faults);
}

TEST(Loading, RefusesAKeyWrittenTwice) {
    const auto faults = faults_of(kHead + "title: Again\n");
    EXPECT_TRUE(says(faults, 4, "title", "written twice here (first on line 3)")) << in_words(faults);
}

TEST(Loading, CollectsEveryFaultAndDoesNotStopAtTheFirst) {
    const auto faults = faults_of(kHead +
                                  "stages:\n  - id: S S\n    tasks:\n      - {id: t, title: T, role: dsl, due: "
                                  "{within: soonish}, urgent: maybe}\n"
                                  "      - {id: u, role: dsl, decision: {question: Why, options: [Only]}}\n");
    EXPECT_TRUE(says(faults, 0, "stages/S S/id", "is not an id")) << in_words(faults);
    EXPECT_TRUE(says(faults, 0, "stages/S S/tasks/t/due/within", "")) << in_words(faults);
    EXPECT_TRUE(says(faults, 0, "stages/S S/tasks/t/urgent", "must be yes or no")) << in_words(faults);
    EXPECT_TRUE(says(faults, 0, "stages/S S/tasks/u", "`title` is missing")) << in_words(faults);
    EXPECT_TRUE(says(faults, 0, "stages/S S/tasks/u/decision", "at least two")) << in_words(faults);
}

TEST(Loading, RefusesTwoActsInOneTask) {
    const auto faults =
        faults_of(kHead + "anytime: [{id: t, title: T, role: dsl, form: f, plan: {review-every: 3 months}}]\n");
    EXPECT_TRUE(says(faults, 0, "anytime/t", "a task is one act")) << in_words(faults);
}

TEST(Loading, ReadsEveryConstructOfTime) {
    const auto definition = loaded(kHead + R"(
anytime:
  - id: t
    title: T
    role: dsl
    due:
      - {within: 35 working days, of: received, strength: target, status: local}
      - {within: 45 working days, of: received, strength: statutory, extension: {approved-by: manager, reasons: required}}
    urgency: {class: now, of: opened}
    before: {event: held conference, lead: 4 weeks}
    upon-news: {event: set outside, asks: coroner-officer}
    every: {phases: [{period: 1 week, until: done t2}, {period: 6 weeks}]}
    while: {state: {fact: interpreter}, otherwise: An interpreter is needed.}
    cover: {service: dsl-cover, otherwise: Nobody is on duty.}
    keep: {later-of: [{for: 25 years, from: birth}, {for: 10 years}], then: dispose}
)");
    const auto& time = definition.anytime.at(0).time;
    ASSERT_EQ(time.size(), 9u);
    EXPECT_EQ(time[0].id, "target");
    EXPECT_EQ(time[1].id, "due");
    EXPECT_EQ(time[1].extension_approved_by, "manager");
    EXPECT_EQ(time[3].of.kind, Anchor::Kind::Held);
    EXPECT_EQ(time[3].period, "4 weeks");
    EXPECT_EQ(time[5].phases.at(0).until->name, "t2");
    EXPECT_EQ(time[6].state.kind, Condition::Kind::Fact);
    EXPECT_EQ(time[8].later_of.at(0).of.kind, Anchor::Kind::Birth);
    EXPECT_EQ(time[8].then, "dispose");
}

TEST(Loading, ReadsConditionsAsStructuredData) {
    const auto definition = loaded(kHead + R"(
anytime:
  - id: t
    title: T
    role: dsl
    when: {all: [{answer: f.x, in: [a, b]}, {not: {done: u}}, {any: [{fact: unborn}, {age: {under: 1}}]}, {linked: q}, {elapsed: done u, period: 3 working days}]}
)");
    const Condition& when = definition.anytime.at(0).when;
    ASSERT_EQ(when.of.size(), 5u);
    EXPECT_EQ(when.of[0].name, "f.x");
    EXPECT_EQ(when.of[0].values, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(when.of[2].of[0].values, (std::vector<std::string>{"yes"}));
    EXPECT_EQ(when.of[2].of[1].test, Condition::Test::Under);
    EXPECT_EQ(when.of[3].values, (std::vector<std::string>{"any"}));
    EXPECT_EQ(when.of[4].name, "done u");
}

TEST(Loading, RefusesConditionsThatSayTwoThingsOrNothing) {
    EXPECT_TRUE(says(faults_of(kHead + "anytime: [{id: t, title: T, role: dsl, when: {done: a, fact: b}}]\n"), 0,
                     "anytime/t/when", "together"));
    EXPECT_TRUE(says(faults_of(kHead + "anytime: [{id: t, title: T, role: dsl, when: {answer: f.x}}]\n"), 0,
                     "anytime/t/when", "a test is missing"));
    EXPECT_TRUE(says(faults_of(kHead + "anytime: [{id: t, title: T, role: dsl, when: {done: a, is: b}}]\n"), 0,
                     "anytime/t/when/is", "says nothing about"));
    EXPECT_TRUE(says(faults_of(kHead + "anytime: [{id: t, title: T, role: dsl, when: x > 3}]\n"), 0, "anytime/t/when",
                     "a condition is a map"));
}

TEST(Loading, TakesAFieldsNameAloneForAFieldOfTheSameFormAndAColumnOfTheSameGroup) {
    const auto definition = loaded(kHead + R"(
forms:
  - id: f
    title: F
    fields:
      - {id: told, type: yes-no, label: Told}
      - {id: why, type: text, label: Why, when: {answer: told, is: no}}
      - id: calls
        type: group
        label: Calls
        fields:
          - {id: got-through, type: yes-no, label: Got through}
          - {id: message, type: text, label: Message, when: {answer: got-through, is: no}}
          - {id: reason, type: text, label: Reason, when: {answer: told, is: yes}}
)");
    const auto& fields = definition.forms.at(0).fields;
    EXPECT_EQ(fields[1].when.name, "f.told");
    EXPECT_EQ(fields[2].fields[1].when.name, "f.calls.got-through");
    EXPECT_EQ(fields[2].fields[2].when.name, "f.told");
}

TEST(Loading, MakesAnIdFromALabel) {
    EXPECT_EQ(id_from_label("No further action"), "no-further-action");
    EXPECT_EQ(id_from_label("Child's own words"), "childs-own-words");
    EXPECT_EQ(id_from_label("Yes / no (asked)"), "yes-no-asked");
    EXPECT_EQ(id_from_label("!!"), "");
}

TEST(Loading, AnAbsentUnlessNeverLiftsAGate) {
    const auto definition =
        loaded(kHead + "anytime: [{id: t, title: T, role: dsl, needs: [{that: {done: u}, otherwise: First u.}]}]\n");
    EXPECT_TRUE(definition.anytime[0].needs[0].unless.never());
    EXPECT_EQ(definition.anytime[0].needs[0].id, "t-1");
}

TEST(HostileInput, IsRefusedAndNeverCrashes) {
    const std::string deep(5000, '['), deep_map = [] {
        std::string text;
        for (int i = 0; i < 3000; ++i) text += "{a: ";
        return text;
    }();
    for (const std::string& text :
         {std::string(), std::string("---\n---\n"), std::string("a: &x [1]\nb: *x\n"),
          std::string("a: !!binary aGk=\n"), deep, deep_map, std::string("a\0b", 3),
          std::string("\xff\xfe"
                      "a"),
          std::string("? [complex]\n: key\n"), "title: " + std::string(200'000, 'x'), std::string(3'000'000, ' '),
          std::string("a: [\n"), std::string("- a\n- b\n"), std::string("just text"),
          std::string("<<: {a: b}\nprocedure: [1, {2: 3}]\nversion: {}\nstages: {a: b}\nforms: x\n")}) {
        EXPECT_FALSE(faults_of(text).empty()) << text.substr(0, 60);
    }
}

TEST(HostileInput, SurvivesRandomDamageToARealDefinition) {
    const auto files = read_folder(std::string(HEARKEN_SOURCE_DIR) + "/procedures/specimen");
    ASSERT_FALSE(files.empty());
    std::mt19937 random(20261122);
    const std::string odd = "{}[]:,-&*!|>'\"%@`#\n \t?~0a";
    for (const auto& [name, text] : files) {
        if (name.find(".yaml") == std::string::npos) continue;
        for (int round = 0; round < 12; ++round) {
            std::string damaged = text;
            for (int change = 0; change < 1 + round % 8; ++change) {
                const size_t at = random() % damaged.size();
                switch (random() % 3) {
                    case 0:
                        damaged[at] = odd[random() % odd.size()];
                        break;
                    case 1:
                        damaged.erase(at, 1 + random() % 40);
                        break;
                    default:
                        damaged.insert(at, 1, odd[random() % odd.size()]);
                }
                if (damaged.empty()) damaged = "a";
            }
            SourceFiles changed = files;
            changed[name] = damaged;
            (void)Library::load(changed);
        }
    }
}

}  // namespace hearken::procedure
