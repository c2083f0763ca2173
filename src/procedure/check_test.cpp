// The checker: one small definition for each thing it must find.
#include <gtest/gtest.h>

#include <algorithm>

#include "procedure/compose.hpp"
#include "procedure/reading_files_test.hpp"

namespace hearken::procedure {

namespace {

const char* kVocabulary = R"(
vocabulary: test
roles: [{id: dsl, title: DSL, at: [school]}, {id: manager, title: Manager, at: [council]}, {id: nobody, title: Held nowhere}]
organisation-kinds: [{id: school, title: School}, {id: council, title: Council}]
facts: [{id: unborn, title: Unborn}]
forbidden-acts: [{id: tell-family, title: Telling the family}]
)";

const char* kDuties =
    "id,kind,severity,actor,duty,deadline,procedure,line\n"
    "D.timed,step,must,DSL,Tell them,1 working_days from receipt,x,1\n"
    "D.other,step,must,DSL,Tell them too,3 working_days from receipt,x,2\n"
    "D.soon,step,must,DSL,Tell them at once,immediately n/a from concern,x,3\n"
    "D.plain,step,must,DSL,Write it down,,x,4\n";

/// A definition without fault, with room for what a test adds: {fields}, {tasks} of its first stage, {more} at the top.
std::string definition(const std::string& tasks = "", const std::string& more = "", const std::string& fields = "",
                       const std::string& layout = "") {
    return "procedure: p\nversion: \"1\"\ntitle: P\nowner-kinds: [school]\nstart: {role: dsl, form: f}\noutcomes: "
           "[Done]\n"
           "forms:\n  - id: f\n    title: F\n    fields:\n      - {id: told, type: yes-no, label: Told}\n"
           "      - {id: kind, type: choice, label: Kind, options: [Red, Blue]}\n      - {id: when-it-was, type: date, "
           "label: When}\n" +
           fields + layout +
           "stages:\n  - id: first\n    tasks:\n      - {id: a, title: A, role: dsl}\n"
           "      - {id: choose, title: Choose, role: dsl, decision: {question: Which, options: [Left, Right]}}\n" +
           tasks + "    next: [{to: last}]\n  - id: last\n    tasks: [{id: z, title: Z, role: dsl}]\n    ends: done\n" +
           more;
}

std::string check(const std::string& yaml, SourceFiles more = {}) {
    more.emplace("p.yaml", yaml);
    more.emplace("vocabulary.yaml", kVocabulary);
    more.emplace("duties.csv", kDuties);
    return in_words(Library::load(more).faults);
}

::testing::AssertionResult finds(const std::string& faults, const std::string& words) {
    if (faults.find(words) != std::string::npos) return ::testing::AssertionSuccess();
    return ::testing::AssertionFailure() << "expected \"" << words << "\" among:\n" << faults;
}

const std::string kTask = "      - {id: t, title: T, role: dsl, ";

}  // namespace

TEST(Check, HasNothingToSayAboutASoundDefinition) { EXPECT_EQ(check(definition()), ""); }

TEST(Check, FindsWhatDoesNotExist) {
    EXPECT_TRUE(finds(check(definition("      - {id: t, title: T, role: dls}\n")),
                      "error: stages/first/tasks/t/role: no role `dls`; did you mean `dsl`?"));
    EXPECT_TRUE(finds(check(definition(kTask + "relation: receiver}\n")), "no relation `receiver`"));
    EXPECT_TRUE(finds(check(definition(kTask + "form: ff}\n")), "no form `ff`"));
    EXPECT_TRUE(finds(check(definition(kTask + "tells: [hello]}\n")), "no notice `hello`"));
    EXPECT_TRUE(finds(check(definition(kTask + "guidance: [page]}\n")), "no guidance page `page`"));
    EXPECT_TRUE(finds(check(definition(kTask + "due: {setting: limit}}\n")), "no setting `limit`"));
    EXPECT_TRUE(
        finds(check(definition(kTask + "then: [{involve: worker, from: owner}]}\n")), "no involvement `worker`"));
    EXPECT_TRUE(finds(check(definition(kTask + "then: [{enter: lst}]}\n")), "no stage `lst`; did you mean `last`?"));
    EXPECT_TRUE(finds(check(definition(kTask + "then: [{open: q}]}\n")), "no procedure `q`"));
    EXPECT_TRUE(
        finds(check(definition(kTask + "when: {fact: unbron}}\n")), "no fact `unbron`; did you mean `unborn`?"));
    EXPECT_TRUE(finds(check(definition(kTask + "when: {decided: a}}\n")), "no decision `a`"));
    EXPECT_TRUE(
        finds(check(definition("", "notices: [{id: n, text: N, to: [dsl@elsewhere]}]\n")), "no relation `elsewhere`"));
    EXPECT_TRUE(finds(check(definition("", "includes: [{component: consnt}]\n")), "no component `consnt`"));
}

TEST(Check, FindsTwoElementsOfOneName) {
    EXPECT_TRUE(finds(check(definition("      - {id: a, title: A again, role: dsl}\n")), "two tasks are called `a`"));
}

TEST(Check, FindsAFactThatCouldBeSoFromATimeStillToCome) {
    const std::string sets = kTask + "form: f, then: [{set: unborn, to: \"yes\", at: f.on}]}\n";
    EXPECT_TRUE(finds(check(definition(sets, "", "      - {id: on, type: date, label: On}\n")), "write `happened: yes` at the question"));
    EXPECT_EQ(check(definition(sets, "", "      - {id: on, type: date, happened: yes, label: On}\n")), "");
    EXPECT_TRUE(finds(check(definition("", "", "      - {id: on, type: text, happened: yes, label: On}\n")), "`happened` belongs to a date"));
}

TEST(Check, FindsConditionsOnAnswersThatDoNotExist) {
    EXPECT_TRUE(finds(check(definition(kTask + "when: {answer: f.tld, is: yes}}\n")),
                      "no field `f.tld`; did you mean `f.told`?"));
    EXPECT_TRUE(finds(check(definition(kTask + "when: {answer: f.kind, is: green}}\n")),
                      "the question `f.kind` has no option `green`"));
    EXPECT_TRUE(finds(check(definition(kTask + "when: {answer: f.told, is: perhaps}}\n")), "has no option `perhaps`"));
    EXPECT_TRUE(finds(check(definition(kTask + "when: {decided: choose, is: up}}\n")),
                      "the decision `choose` has no option `up`"));
    EXPECT_TRUE(finds(check(definition(kTask + "when: {fact: unborn, is: maybe}}\n")),
                      "the fact `unborn` has no option `maybe`"));
    EXPECT_TRUE(
        finds(check(definition(kTask + "when: {answer: f.told, not-known: yes}}\n")), "\"not known\" is no answer"));
}

TEST(Check, FindsStagesThatCannotBeReachedAndDeadEnds) {
    const std::string lonely = "strands:\n  - id: main\n    stages:\n      - {id: one, ends: done}\n";
    const std::string head = "procedure: p\nversion: \"1\"\ntitle: P\nstart: {role: dsl}\noutcomes: [Done]\n";
    EXPECT_TRUE(finds(check(head + "stages:\n  - {id: one, ends: done}\n  - {id: two, ends: done}\n"),
                      "stages/two: this stage cannot be reached"));
    EXPECT_TRUE(finds(check(head + "stages:\n  - {id: one, next: [{to: two, when: {fact: unborn}}, {to: three}]}\n  - "
                                   "{id: two, ends: done}\n  - {id: three}\n"),
                      "stages/three: a dead end"));
    EXPECT_TRUE(finds(check(head + lonely + "  - {id: side, stages: [{id: s, ends: ended}]}\n"),
                      "strands/side: this strand never starts"));
    EXPECT_TRUE(finds(check(head), "no main course"));
}

TEST(Check, FindsACaseThatCannotEnd) {
    const std::string circle = check(
        "procedure: p\nversion: \"1\"\ntitle: P\nstart: {role: dsl}\nstages:\n  - {id: one, next: [{to: two}]}\n  - "
        "{id: two, next: [{to: one}]}\n");
    EXPECT_TRUE(finds(circle, "the case cannot end from here"));
}

TEST(Check, FindsAnOptionThatLeadsNowhere) {
    const auto next = [](const std::string& ways) {
        return check(
            "procedure: p\nversion: \"1\"\ntitle: P\nstart: {role: dsl}\noutcomes: [Done]\nstages:\n  - id: one\n    "
            "tasks:\n"
            "      - {id: d, title: D, role: dsl, decision: {question: Q, options: [Left, Right, {id: stop, label: "
            "Stop, then: [{close: done}]}]}}\n"
            "    next: [" +
            ways + "]\n  - {id: two, ends: done}\n");
    };
    EXPECT_TRUE(finds(next("{to: two, when: {decided: d, is: left}}"), "an option of the decision leads nowhere"));
    EXPECT_EQ(next("{to: two, when: {decided: d, in: [left, right]}}"), "");
    EXPECT_EQ(next("{to: two, when: {decided: d, is: left}}, {to: two}"), "");
}

TEST(Check, FindsAGateThatNeverOpens) {
    EXPECT_TRUE(finds(check(definition(kTask + "needs: [{that: {done: z}, otherwise: Z first.}]}\n")),
                      "this gate never opens"));
    EXPECT_EQ(check(definition(kTask + "needs: [{that: {done: a}, otherwise: A first.}]}\n")), "");
}

TEST(Check, FindsDeadlinesCountedFromWhatCannotHappen) {
    EXPECT_TRUE(finds(check(definition(kTask + "due: {within: 1 day, of: done t}}\n")), "is this task itself"));
    EXPECT_TRUE(finds(check(definition(kTask + "due: {within: 1 day, of: done z}}\n")),
                      "can happen only after this task's stage has been left"));
    EXPECT_TRUE(finds(check(definition(kTask + "due: {within: 1 day, of: answer f.told}}\n")), "is not a date"));
    EXPECT_TRUE(finds(check(definition(kTask + "due: {within: 1 day, of: approved choose}}\n")), "needs no signature"));
    EXPECT_TRUE(finds(check(definition(kTask + "due: {within: 1 day, of: held a}}\n")), "no meeting `a`"));
    EXPECT_TRUE(finds(check(definition(kTask + "due: {within: 1 day, of: flag x}}\n", "flags: [{id: x, title: X}]\n")),
                      "nothing sets it"));
    EXPECT_TRUE(finds(check(definition(kTask + "due: {within: 1 day, of: closed}}\n")),
                      "nothing is due after the case has closed"));
    EXPECT_TRUE(finds(check(definition(kTask + "due: {setting: s}}\n",
                                       "settings: [{id: s, title: S, value: sometimes, set-by: house}]\n")),
                      "which is no period"));
    EXPECT_TRUE(finds(check(definition(kTask + "before: {event: set outside}}\n")), "needs an act of this procedure"));
    EXPECT_EQ(check(definition(kTask + "due: {within: 1 day, of: answer f.when-it-was}}\n")), "");
}

TEST(Check, FindsDutiesThatDoNotExist) {
    EXPECT_TRUE(finds(check(definition(kTask + "carries: {recorded: [D.plan]}}\n")),
                      "no duty `D.plan` in duties.csv or timescales.csv; did you mean `D.plain`?"));
    EXPECT_TRUE(finds(check(definition(), {{"guidance/g.md", "---\ntitle: G\ncarries: {shown: [D.x.y]}\n---\nText\n"}}),
                      "guidance/g.md:1: error: carries: no duty `D.x.y`"));
    EXPECT_TRUE(finds(
        check(definition(),
              {{"carried-in-code.yaml", "carried-in-code: [{id: c, where: engine, carries: {enforced: [D.zz.q]}}]\n"}}),
        "no duty `D.zz.q`"));
}

TEST(Check, FindsADutyWithADeadlineThatNothingTimes) {
    EXPECT_TRUE(finds(check(definition(kTask + "carries: {timed: [D.timed]}}\n")), "there is no clock on it"));
    EXPECT_TRUE(finds(check(definition(kTask + "carries: {recorded: [D.timed]}}\n")),
                      "error: stages/first/tasks/t: `D.timed` has a deadline"));
    EXPECT_TRUE(finds(check(definition(kTask + "prompts: [{text: X, carries: {shown: [D.timed]}}]}\n")),
                      "warning: stages/first/tasks/t/prompts/prompt-1: `D.timed` has a deadline"));
    EXPECT_EQ(
        check(definition(kTask + "carries: {recorded: [D.timed]}, due: {within: 1 working day, of: received}}\n")), "");
    EXPECT_EQ(check(definition(kTask + "carries: {recorded: [D.soon]}}\n      - {id: u, title: U, role: dsl, urgency: "
                                       "{class: now, source: [D.soon]}}\n")),
              "");
    EXPECT_EQ(check(definition(kTask + "carries: {recorded: [D.plain]}}\n")), "");
}

TEST(Check, ListsDifferentFiguresForOneObligation) {
    EXPECT_TRUE(
        finds(check(definition(kTask + "due: {within: 1 working day, of: received, source: [D.timed, D.other]}}\n")),
              "warning: stages/first/tasks/t/due: the clock says 1 working day, its source 3 working days (D.other)"));
    EXPECT_TRUE(finds(check(definition(kTask + "due: [{within: 1 working day, of: received, source: [D.timed]}, "
                                               "{within: 3 working days, of: received, source: [D.other]}]}\n")),
                      "two figures for one obligation: 1 working day (D.timed) and 3 working days (D.other)"));
}

TEST(Check, FindsRequiredQuestionsHiddenForEver) {
    EXPECT_TRUE(finds(check(definition("", "",
                                       "      - {id: why, type: text, label: Why, required: yes, when: {all: [{answer: "
                                       "told, is: yes}, {answer: told, is: no}]}}\n")),
                      "error: forms/f/fields/why: required, but hidden by a condition that can never hold"));
    // Hidden because the question it hangs on is asked only in the opposite case.
    EXPECT_TRUE(
        finds(check(definition(
                  "", "",
                  "      - {id: who, type: choice, label: Who, options: [Her, Him], when: {answer: told, is: yes}}\n"
                  "      - {id: why, type: text, label: Why, required: yes, when: {all: [{answer: told, is: no}, "
                  "{answer: who, is: her}]}}\n")),
              "required, but hidden"));
    EXPECT_EQ(check(definition(
                  "", "", "      - {id: why, type: text, label: Why, required: yes, when: {answer: told, is: no}}\n")),
              "");
}

TEST(Check, FindsALayoutThatOmitsOrRepeatsAField) {
    const std::string sections =
        "    layout: {style: sections, sections: [{id: one, fields: [told, kind]}, {id: two, fields: [kind, "
        "unknown]}]}\n";
    const std::string faults = check(definition("", "", "", sections));
    EXPECT_TRUE(finds(faults, "the layout omits `when-it-was`"));
    EXPECT_TRUE(finds(faults, "the layout has `kind` in two places"));
    EXPECT_TRUE(finds(faults, "no field `unknown`"));
}

TEST(Check, FindsSettingsWithoutProvenanceAndMarksUnverifiedOnes) {
    EXPECT_TRUE(finds(check(definition("", "settings: [{id: s, title: S, value: x, set-by: manual}]\n")),
                      "a setting without provenance"));
    EXPECT_TRUE(finds(check(definition("", "settings: [{id: s, title: S, value: x}]\n")), "`set-by` is missing"));
    EXPECT_TRUE(finds(check(definition("", "settings: [{id: s, title: S, value: x, set-by: house, verified: no}]\n")),
                      "warning: settings/s: unverified"));
}

TEST(Urgent, MayWaitForNothingAndNobody) {
    const auto urgent = [](const std::string& rest, const std::string& more = "") {
        return check(definition(
            "", "anytime:\n  - {id: u, title: U, urgent: yes, repeatable: yes, required: no, " + rest + "}\n" + more));
    };
    EXPECT_EQ(urgent("role: dsl"), "");
    const std::string blocked = "urgent action could be blocked: ";
    EXPECT_TRUE(finds(check(definition("      - {id: u, title: U, role: dsl, urgent: yes, repeatable: yes}\n")),
                      blocked + "it exists only in the stage `first`"));
    EXPECT_TRUE(finds(urgent("role: dsl, when: {fact: unborn}"), blocked + "it exists only when a condition holds"));
    EXPECT_TRUE(finds(urgent("role: dsl, upon: done a"), blocked + "it opens only upon an event"));
    EXPECT_TRUE(finds(urgent("role: dsl, needs: [{that: {done: a}, otherwise: A first., strength: ask-why}]"),
                      blocked + "the gate `u-1` stands before it"));
    EXPECT_EQ(urgent("role: dsl, needs: [{that: {done: a}, otherwise: A first., strength: warn}]"), "");
    EXPECT_TRUE(finds(urgent("role: dsl", "  - {id: v, title: V, role: dsl, blocks: [u]}\n"),
                      blocked + "the gate `after-v` stands before it"));
    EXPECT_TRUE(finds(urgent("role: dsl", "  - {id: v, title: V, role: dsl, before: {event: done u}}\n"),
                      blocked + "the gate `after-v`"));
    EXPECT_TRUE(finds(urgent("role: dsl, assign: allocated"), blocked + "nobody may have been allocated"));
    EXPECT_TRUE(finds(urgent("role: nobody"), blocked + "nobody holds its role"));
    EXPECT_TRUE(finds(urgent("role: manager"), blocked + "nobody holds its role at an owner"));
    EXPECT_TRUE(finds(urgent("role: dsl, decision: {question: Q, options: [A, B], approved-by: [manager]}"),
                      blocked + "it waits for a signature"));
    EXPECT_EQ(urgent("role: dsl, decision: {question: Q, options: [A, B], approved-by: [manager], "
                     "approve-after-emergency: yes}"),
              "");
}

TEST(Urgent, FormsRequireOnlyWhatThePersonKnows) {
    const auto with = [](const std::string& field) {
        return check(definition("", "anytime: [{id: u, title: U, role: dsl, urgent: yes, repeatable: yes, form: f}]\n",
                                "      - {id: x, label: X, required: yes, " + field + "}\n"));
    };
    EXPECT_EQ(with("type: long-text"), "");
    EXPECT_TRUE(finds(with("type: signature"), "the form requires `x`"));
    EXPECT_EQ(with("type: person, not-known: yes"), "");
}

TEST(Urgent, AnOverlayMayNotGateIt) {
    const std::string host = definition("", "anytime: [{id: u, title: U, role: dsl, urgent: yes, repeatable: yes}]\n");
    const std::string overlay =
        "overlay: o\nversion: \"1\"\ntitle: O\njoins: {procedures: [p], when: {fact: unborn}}\nadds-gates: {u: [{that: "
        "{done: a}, otherwise: A first.}]}\n";
    EXPECT_TRUE(finds(check(host, {{"o.yaml", overlay}}), "urgent action could be blocked"));
}

TEST(Overlays, AreCheckedAgainstTheirHosts) {
    const std::string head = "overlay: o\nversion: \"1\"\ntitle: O\njoins: {procedures: [p], when: {fact: unborn}}\n";
    EXPECT_TRUE(finds(check(definition(), {{"o.yaml", head + "adds-tasks: {frst: [{id: t, title: T, role: dsl}]}\n"}}),
                      "`p` has no stage `frst`"));
    EXPECT_TRUE(finds(check(definition(), {{"o.yaml", head + "adds-tasks: {first: [{id: a, title: A, role: dsl}]}\n"}}),
                      "two tasks are called `a`"));
    EXPECT_TRUE(finds(check(definition(), {{"o.yaml", head + "adds-tasks: {first: [{id: t, title: T, role: dls}]}\n"}}),
                      "o.yaml:5: error: stages/first/tasks/t/role: no role `dls`"));
    EXPECT_EQ(check(definition(), {{"o.yaml", head + "adds-tasks: {first: [{id: t, title: T, role: dsl}]}\n"}}), "");
}

}  // namespace hearken::procedure
