// Urgent action is never blocked (design, idea 6; definition-needs 0.7): the rules of docs/definition-language.md,
// "Urgent action". They are structural, so that what holds here holds on every path: an urgent task stands beside the
// stages, nothing gates it, nobody's signature or allocation comes before it, and somebody holds its role.
#include <algorithm>

#include "procedure/check.hpp"
#include "procedure/walk.hpp"

namespace hearken::procedure {

namespace {

/// What the person acting knows at that moment and can say at once.
bool known_at_once(FieldType type) {
    switch (type) {
        case FieldType::Text:
        case FieldType::LongText:
        case FieldType::YesNo:
        case FieldType::YesNoNotKnown:
        case FieldType::Choice:
        case FieldType::Choices:
        case FieldType::Computed:
            return true;
        default:
            return false;
    }
}

void check_form(Check& check, const std::string& form_id, const std::vector<std::string>& only,
                const std::string& path) {
    const Form* form = check.definition.form(form_id);
    if (!form) return;
    for (const Field& field : form->fields) {
        if (!only.empty() && std::find(only.begin(), only.end(), field.id) == only.end()) continue;
        const bool required = field.required == Field::Required::ToSubmit || !field.required_when.always();
        if (required && !field.not_known && !known_at_once(field.type))
            check.error(field.line, path,
                        "urgent action could be blocked: the form requires `" + field.id +
                            "`, which may have to be fetched; make it `to-close` or give it `not-known: yes`");
    }
}

bool held_somewhere(const Check& check, const std::string& role, const std::string& relation) {
    if (role == "anyone" || role == "public") return true;
    for (const auto& [id, held] : check.known.vocabulary.roles) {
        if (!check.known.vocabulary.acts_as(id, role)) continue;
        for (const std::string& kind : held.at) {
            const auto& owners = check.definition.owner_kinds;
            if (relation != "owner" || owners.empty() || std::find(owners.begin(), owners.end(), kind) != owners.end())
                return true;
        }
    }
    return false;
}

void check_decision(Check& check, const Decision& decision, int line, const std::string& path) {
    if ((!decision.approved_by.empty() || !decision.agree.empty()) && !decision.approve_after_emergency)
        check.error(line, path,
                    "urgent action could be blocked: it waits for a signature; write `approve-after-emergency: yes`");
    const bool free = std::any_of(decision.options.begin(), decision.options.end(),
                                  [](const DecisionOption& option) { return option.when.always(); });
    if (!free)
        check.error(line, path, "urgent action could be blocked: every option has a condition; leave one without");
}

}  // namespace

void Check::urgent() {
    const auto blocked = [&](const Task& task, const std::string& path, const std::string& why) {
        error(task.line, path, "urgent action could be blocked: " + why);
    };
    Visitor visitor;
    visitor.task = [&](Task& task, const Stage* stage, const std::string& path) {
        if (!task.urgent) return;
        if (stage) blocked(task, path, "it exists only in the stage `" + stage->id + "`; put it under `anytime`");
        if (!task.when.always()) blocked(task, path + "/when", "it exists only when a condition holds; remove `when`");
        if (task.upon) blocked(task, path + "/upon", "it opens only upon an event; remove `upon`");
        for (const Gate& gate : task.needs)
            if (gate.strength != GateStrength::Warn)
                blocked(task, path + "/needs/" + gate.id,
                        "the gate `" + gate.id + "` stands before it; make it `strength: warn`, or let nothing wait");
        if (task.assign == Task::Assign::Allocated || task.assign == Task::Assign::Named)
            blocked(task, path + "/assign", "nobody may have been allocated yet; write `assign: tray`");
        if (task.decision) check_decision(*this, *task.decision, task.line, path + "/decision");
        if (!task.form.empty()) check_form(*this, task.form, task.form_fields, path + "/form");
        const bool somebody = std::any_of(task.roles.begin(), task.roles.end(), [&](const std::string& role) {
            return held_somewhere(*this, role, task.relation);
        });
        if (!somebody)
            blocked(task, path + "/role",
                    "nobody holds its role at " +
                        std::string(task.relation == "owner" ? "an owner of such cases" : "any organisation"));
        if (!task.repeatable)
            warning(task.line, path, "urgent, but it can be done only once; consider `repeatable: yes`");
    };
    walk(definition, visitor);
    if (!definition.start.urgent) return;
    check_form(*this, definition.start.form, {}, "start/form");
    const bool somebody =
        std::any_of(definition.start.roles.begin(), definition.start.roles.end(),
                    [&](const std::string& role) { return held_somewhere(*this, role, definition.start.relation); });
    if (!somebody)
        error(definition.start.line, "start/roles",
              "urgent action could be blocked: nobody holds a role that may open it");
}

}  // namespace hearken::procedure
