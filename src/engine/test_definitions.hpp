// Small definitions and people for the engine's tests, built in C++ so that the tests need no loader.
#pragma once
#include <gtest/gtest.h>

#include <string>

#include "engine/engine.hpp"

namespace hearken::engine::test {

using procedure::Anchor;
using procedure::Effect;
using procedure::FieldType;
using procedure::Gate;
using procedure::GateStrength;
using procedure::Notice;
using procedure::Option;
using procedure::Stage;
using procedure::Strand;
using procedure::Task;
using procedure::TimeRule;

inline Instant at(const char* iso) { return instant_from_iso(iso).value(); }

// ---- Conditions
inline Condition about(Condition::Kind kind, std::string name, std::vector<std::string> values = {},
                       Condition::Test test = Condition::Test::Is) {
    Condition condition;
    condition.kind = kind;
    condition.name = std::move(name);
    condition.values = std::move(values);
    condition.test = test;
    return condition;
}
inline Condition done(std::string task) { return about(Condition::Kind::Done, std::move(task)); }
inline Condition decided(std::string task, std::vector<std::string> options = {}) { return about(Condition::Kind::Decided, std::move(task), std::move(options)); }
inline Condition approved(std::string task) { return about(Condition::Kind::Approved, std::move(task)); }
inline Condition answer_is(std::string field, std::string value) { return about(Condition::Kind::Answer, std::move(field), {std::move(value)}); }
inline Condition exists(std::string record) { return about(Condition::Kind::Exists, std::move(record)); }
inline Condition fact(std::string name, std::string value = "yes") { return about(Condition::Kind::Fact, std::move(name), {std::move(value)}); }
inline Condition negated(Condition inner) {
    Condition condition;
    condition.kind = Condition::Kind::Not;
    condition.of = {std::move(inner)};
    return condition;
}
inline Condition all_of(std::vector<Condition> inner) {
    Condition condition;
    condition.kind = Condition::Kind::All;
    condition.of = std::move(inner);
    return condition;
}

// ---- Elements
inline Anchor anchor(Anchor::Kind kind, std::string name = {}) { return {kind, std::move(name)}; }
inline TimeRule due(std::string period, Anchor of, Strength strength = Strength::Must) {
    TimeRule rule;
    rule.id = strength == Strength::Target ? "target" : "due";
    rule.period = std::move(period);
    rule.of = std::move(of);
    rule.strength = strength;
    return rule;
}
inline TimeRule every(std::string period) {
    TimeRule rule = due(std::move(period), anchor(Anchor::Kind::TaskOpened));
    rule.construct = TimeRule::Construct::Every;
    rule.id = "every";
    return rule;
}
inline Task task(std::string id, std::string role = "social-worker") {
    Task made;
    made.id = id;
    made.title = id;
    made.roles = {std::move(role)};
    return made;
}
inline procedure::DecisionOption option(std::string id) {
    procedure::DecisionOption made;
    made.id = made.label = std::move(id);
    return made;
}
inline Task decision(std::string id, std::vector<std::string> options, std::vector<std::string> approved_by = {}) {
    Task made = task(std::move(id));
    made.decision.emplace();
    for (auto& one : options) made.decision->options.push_back(option(std::move(one)));
    made.decision->approved_by = std::move(approved_by);
    return made;
}
inline Gate gate(std::string id, Condition that, std::string otherwise, GateStrength strength = GateStrength::Block) {
    Gate made;
    made.id = std::move(id);
    made.that = std::move(that);
    made.otherwise = std::move(otherwise);
    made.strength = strength;
    return made;
}
inline Effect effect(Effect::Kind kind, std::string name, std::string value = {}) {
    Effect made{};
    made.kind = kind;
    made.name = std::move(name);
    made.value = std::move(value);
    return made;
}
inline Field field(std::string id, FieldType type, bool required = false) {
    Field made;
    made.id = id;
    made.label = std::move(id);
    made.type = type;
    if (required) made.required = Field::Required::ToSubmit;
    return made;
}
inline Notice notice(std::string id, std::vector<std::string> to) {
    Notice made;
    made.id = made.text = std::move(id);
    made.to = std::move(to);
    return made;
}
inline Stage stage(std::string id, std::vector<Task> tasks, std::string next = {}) {
    Stage made;
    made.id = made.title = std::move(id);
    made.tasks = std::move(tasks);
    if (!next.empty()) made.next = {{std::move(next), {}}};
    return made;
}
inline Stage last_stage(std::string outcome) {
    Stage made;
    made.id = "ended-" + outcome;
    made.ends = std::move(outcome);
    return made;
}
inline Definition definition(std::vector<Stage> stages) {
    Definition made;
    made.id = "story";
    made.title = "A story";
    made.version = "1";
    made.relations = {"owner", "referrer"};
    made.involvements = {"allocated-worker", "referrer"};
    made.aspects = {"child"};
    made.start.roles = {"dsl", "social-worker"};
    Strand main;
    main.stages = std::move(stages);
    made.strands = {std::move(main)};
    return made;
}

inline const Vocabulary& vocabulary() {
    static const Vocabulary made = [] {
        Vocabulary words;
        const auto add = [&](std::string id, std::vector<std::string> may_act_as = {}, bool records_only = false) {
            Vocabulary::Role role;
            role.id = role.title = id;
            role.may_act_as = std::move(may_act_as);
            role.records_only = records_only;
            words.roles[id] = role;
        };
        add("social-worker");
        add("team-manager", {"social-worker"});
        add("service-manager", {"team-manager"});
        add("dsl");
        add("midday-supervisor", {}, true);
        words.forbidden_acts = {{"tell-family", "Tell the family"}, {"ask-agencies", "Ask other agencies"}, {"invite-family", "Invite the family"}};
        words.facts["disabled"] = {"disabled", "Disabled", {"yes", "no"}};
        return words;
    }();
    return made;
}

inline const OrganisationId kCouncil{"council"}, kSchool{"school"};
inline const PersonId kAda{"ada"}, kBen{"ben"};

inline ActedBy worker(std::string user = "worker") { return {UserId{std::move(user)}, kCouncil, "social-worker", {}}; }
inline ActedBy manager(std::string user = "manager") { return {UserId{std::move(user)}, kCouncil, "team-manager", {}}; }
inline ActedBy dsl() { return {UserId{"dsl"}, kSchool, "dsl", {}}; }

/// A case as it is lived: each act is carried out at `now`, and its events are kept.
class Story {
public:
    explicit Story(Definition made, const char* start = "2026-03-02T10:00:00Z") : definition(std::move(made)) {
        world.now = at(start);
        world.vocabulary = &vocabulary();
    }

    OpenCase opening(std::vector<PersonId> children = {kAda}) const {
        OpenCase open;
        open.by = dsl();
        open.owner = kCouncil;
        open.organisations["referrer"] = kSchool;
        for (auto& child : children) open.subjects.push_back({child, "child", ""});
        return open;
    }
    Story& begin(std::vector<PersonId> children = {kAda}) {
        must(opening(std::move(children)));
        return *this;
    }

    Result<std::vector<Event>> attempt(const Command& command) {
        auto result = carry_out(definition, state, command, world);
        if (result)
            for (auto& event : *result) {
                apply(state, event);
                events.push_back(event);
            }
        return result;
    }
    /// Carried out, or the test fails with the reasons.
    std::vector<Event> must(const Command& command) {
        const auto result = attempt(command);
        if (!result) {
            for (const auto& reason : result.error().reasons) ADD_FAILURE() << reason.code << " (" << reason.field << "): " << reason.text;
            return {};
        }
        EXPECT_EQ(fold(events), state);
        return *result;
    }
    /// Refused, or the test fails: the codes of all reasons.
    std::vector<std::string> refused(const Command& command, RefusalCode code) {
        const auto result = attempt(command);
        std::vector<std::string> codes;
        if (result) {
            ADD_FAILURE() << "was carried out";
            return codes;
        }
        EXPECT_EQ(result.error().code, code);
        for (const auto& reason : result.error().reasons) {
            EXPECT_FALSE(reason.text.empty());
            codes.push_back(reason.code);
        }
        return codes;
    }
    std::vector<Event> later(const char* iso) {
        world.now = at(iso);
        return must(Tick{});
    }

    DoTask doing(std::string task, ActedBy by = worker(), PersonId subject = {}) const {
        DoTask command;
        command.by = std::move(by);
        command.task = std::move(task);
        command.subject = std::move(subject);
        return command;
    }
    Decide deciding(std::string task, std::string chosen, ActedBy by = worker(), PersonId subject = {}) const {
        Decide command;
        command.by = std::move(by);
        command.task = std::move(task);
        command.subject = std::move(subject);
        command.option = std::move(chosen);
        command.reasons = "What is known points that way.";
        return command;
    }
    Sign signing(std::string task, ActedBy by = manager(), bool approve = true, std::string text = "Agreed.", PersonId subject = {}) const {
        return {{std::move(by), {}}, std::move(task), std::move(subject), approve, std::move(text)};
    }

    bool is_open(const std::string& id, PersonId subject = {}) const {
        const TaskState* found = state.task(id, subject);
        return found != nullptr && found->open();
    }
    TaskState::Status status(const std::string& id, PersonId subject = {}) const {
        const TaskState* found = state.task(id, subject);
        if (found == nullptr) throw std::runtime_error(id + " never opened");
        return found->status;
    }
    std::string stage(const std::string& strand = "main") const {
        const auto found = state.stage_of.find(strand);
        return found == state.stage_of.end() ? "" : found->second;
    }
    int count(EventKind kind, const std::string& element = {}) const {
        int found = 0;
        for (const auto& event : events) found += event.kind == kind && (element.empty() || event.element == element);
        return found;
    }
    const Event* last(EventKind kind) const {
        for (auto event = events.rbegin(); event != events.rend(); ++event)
            if (event->kind == kind) return &*event;
        return nullptr;
    }

    Definition definition;
    Surroundings world;
    CaseState state;
    std::vector<Event> events;
};

}  // namespace hearken::engine::test
