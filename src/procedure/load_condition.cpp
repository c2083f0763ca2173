#include <algorithm>

#include "calendar/period.hpp"
#include "procedure/load.hpp"

namespace hearken::procedure {

namespace {

using Kind = Condition::Kind;

struct Head {
    std::string_view word;
    Kind kind;
};
constexpr Head kHeads[] = {
    {"all", Kind::All},
    {"any", Kind::Any},
    {"not", Kind::Not},
    {"answer", Kind::Answer},
    {"done", Kind::Done},
    {"decided", Kind::Decided},
    {"approved", Kind::Approved},
    {"exists", Kind::Exists},
    {"fact", Kind::Fact},
    {"age", Kind::Age},
    {"setting", Kind::Setting},
    {"entered", Kind::Entered},
    {"left", Kind::Left},
    {"responsible", Kind::Responsible},
    {"linked", Kind::Linked},
    {"elsewhere", Kind::Elsewhere},
    {"children", Kind::ChildrenEnded},
    {"held", Kind::Held},
    {"quorate", Kind::Quorate},
    {"sent", Kind::ExchangeSent},
    {"prohibited", Kind::Prohibited},
    {"flag", Kind::Flag},
    {"elapsed", Kind::Elapsed},
    {"answered", Kind::ExchangeAnswered},  // last: beside `answer` it is a test
};

std::string normal(const std::string& value) {
    const auto answer = yes_or_no(value);
    return answer ? (*answer ? "yes" : "no") : value;
}

/// The keywords that tests of a kind may use; anything else beside the head is misplaced.
std::vector<std::string_view> tests_of(Kind kind) {
    switch (kind) {
        case Kind::Answer:
            return {"is", "in", "answered", "not-known", "at-least", "at-most", "setting"};
        case Kind::Decided:
        case Kind::Fact:
            return {"is", "in"};
        case Kind::Setting:
            return {"is", "in", "at-least", "at-most"};
        case Kind::Responsible:
            return {"is"};
        case Kind::Linked:
        case Kind::Elsewhere:
            return {"state"};
        case Kind::Elapsed:
            return {"period", "setting"};
        default:
            return {};
    }
}

void read_test(MapReader& reader, Condition& condition) {
    using Test = Condition::Test;
    int tests = 0;
    const auto take_test = [&](std::string_view key, Test test) {
        if (!reader.has(key)) return;
        ++tests;
        condition.test = test;
        condition.values = reader.list(key);
        for (std::string& value : condition.values) value = normal(value);
        if (condition.values.empty()) reader.fault_at(key, "write the value to test for");
        if (test != Test::In && condition.values.size() > 1)
            reader.fault_at(key, "one value only; for several write `in:`");
    };
    take_test("is", Test::Is);
    take_test("in", Test::In);
    take_test("at-least", Test::AtLeast);
    take_test("at-most", Test::AtMost);
    take_test("under", Test::Under);
    const auto take_mark = [&](std::string_view key, Test test) {
        if (!reader.has(key)) return;
        ++tests;
        condition.test = test;
        if (!reader.yes_no(key, true))
            reader.fault_at(key, "write yes, and `not:` around the condition for the opposite");
    };
    if (condition.kind == Kind::Answer) take_mark("answered", Test::Answered);
    take_mark("not-known", Test::NotKnown);
    if (reader.has("state")) {
        ++tests;
        condition.values = {reader.word_text("state", "linked state")};
    }
    if (reader.has("period")) {
        ++tests;
        condition.values = {reader.period("period")};
    }
    if ((condition.kind == Kind::Elapsed || condition.kind == Kind::Answer) && reader.has("setting")) {
        ++tests;
        if (condition.kind == Kind::Answer) condition.test = Test::AtLeast;
        condition.setting = reader.id("setting");
    }
    if (tests > 1) reader.fault("one test only; write `all:` with a condition for each");
    const bool needs_test = condition.kind == Kind::Answer || condition.kind == Kind::Setting ||
                            condition.kind == Kind::Responsible || condition.kind == Kind::Elapsed ||
                            condition.kind == Kind::Age;
    if (tests == 0 && needs_test)
        reader.fault(condition.kind == Kind::Elapsed ? "`period` is missing, or the `setting` that gives it"
                                                     : "a test is missing: `is:`, `in:`, `at-least:`, `at-most:` …");
    if (tests == 0 && condition.kind == Kind::Fact) condition.values = {"yes"};
    const bool of_another_case = condition.kind == Kind::Linked || condition.kind == Kind::Elsewhere;
    if (tests == 0 && of_another_case) condition.values = {"any"};
}

/// `answer: field` alone means a field of the form being read; in a group, a column where there is one.
std::string qualified(const Loading& loading, const std::string& name) {
    if (loading.form.empty() || name.find('.') != std::string::npos) return name;
    if (loading.columns.count(name)) return loading.form + "." + loading.group + "." + name;
    return loading.form + "." + name;
}

void read_age(Loading& loading, MapReader& reader, Condition& condition) {
    const YamlNode* tests = reader.take("age");
    if (!tests) return;
    MapReader inner(loading, *tests, {"condition"}, reader.child_path("age"));
    read_test(inner, condition);
    const auto allowed = {Condition::Test::AtLeast, Condition::Test::AtMost, Condition::Test::Under};
    const bool good = std::find(allowed.begin(), allowed.end(), condition.test) != allowed.end() &&
                      condition.values.size() == 1 && !condition.values[0].empty() &&
                      condition.values[0].find_first_not_of("0123456789") == std::string::npos;
    if (!good) inner.fault("an age is tested by `under`, `at-least` or `at-most` and a number of years");
    for (const YamlNode::Key& key : tests->keys)
        if (key.text != "under" && key.text != "at-least" && key.text != "at-most") {
            // Known words of conditions that say nothing about an age.
            const auto& words = noun("condition").words;
            if (std::find(words.begin(), words.end(), key.text) != words.end()) inner.take(key.text);
        }
}

}  // namespace

Condition load_condition(Loading& loading, const YamlNode& node, const std::string& path) {
    Condition condition;
    condition.line = node.line;
    if (node.is_scalar()) {
        if (node.text == "always") {
            loading.use("condition", "always");
        } else {
            loading.error(node.line, path, "a condition is a map such as {done: task}, or the word always");
        }
        return condition;
    }
    MapReader reader(loading, node, {"condition"}, path);
    const Head* head = nullptr;
    for (const Head& each : kHeads) {
        if (!reader.has(each.word)) continue;
        if (head && head->kind == Kind::Answer && each.kind == Kind::ExchangeAnswered) continue;
        // Beside `elapsed` it gives the period, beside `answer` the number.
        if (each.kind == Kind::Setting && (reader.has("elapsed") || reader.has("answer"))) continue;
        if (head)
            reader.fault("`" + std::string(each.word) + "` and `" + std::string(head->word) +
                         "` together; write `all:` with a condition for each");
        if (!head)
            head = &each;
        else
            reader.take(each.word);
    }
    if (!head) {
        if (node.is_map())
            reader.fault(
                "a condition needs one of: all, any, not, answer, done, decided, approved, exists, fact, age, …");
        for (const YamlNode::Key& key : node.keys) {
            const auto& words = noun("condition").words;
            if (std::find(words.begin(), words.end(), key.text) != words.end()) reader.take(key.text);
        }
        return condition;
    }
    condition.kind = head->kind;
    switch (head->kind) {
        case Kind::All:
        case Kind::Any:
            reader.each(head->word, [&](const YamlNode& item, const std::string& item_path) {
                condition.of.push_back(load_condition(loading, item, item_path));
            });
            if (condition.of.empty()) reader.fault("`" + std::string(head->word) + "` needs at least one condition");
            break;
        case Kind::Not:
            if (const YamlNode* inner = reader.take("not"))
                condition.of.push_back(load_condition(loading, *inner, reader.child_path("not")));
            break;
        case Kind::Age:
            read_age(loading, reader, condition);
            break;
        case Kind::Answer:
            condition.name = qualified(loading, reader.required_text("answer"));
            break;
        case Kind::Exists:
            condition.name = reader.word_text("exists", "exists");
            break;
        case Kind::ChildrenEnded:
            reader.word_text("children", "children");
            break;
        case Kind::Elapsed:
            condition.name = anchor_text(
                load_anchor(loading, reader.required_text("elapsed"), node.line, reader.child_path("elapsed")));
            break;
        default:
            condition.name = reader.required_text(head->word);
    }
    const auto allowed = tests_of(head->kind);
    for (const YamlNode::Key& key : node.keys) {
        const auto& words = noun("condition").words;
        const bool known = std::find(words.begin(), words.end(), key.text) != words.end();
        const bool is_head =
            std::any_of(std::begin(kHeads), std::end(kHeads), [&](const Head& each) { return each.word == key.text; });
        const bool test = std::find(allowed.begin(), allowed.end(), key.text) != allowed.end();
        if (known && !test && (!is_head || (key.text == "answered" && head->kind != Kind::ExchangeAnswered))) {
            reader.fault_at(key.text,
                            "`" + key.text + "` says nothing about `" + std::string(head->word) + "`; remove it");
            reader.take(key.text);
        }
    }
    if (head->kind != Kind::Age && node.is_map() && !allowed.empty()) read_test(reader, condition);
    return condition;
}

Condition load_condition_at(Loading& loading, MapReader& reader, std::string_view key) {
    const YamlNode* node = reader.take(key);
    return node ? load_condition(loading, *node, reader.child_path(key)) : Condition{};
}

}  // namespace hearken::procedure
