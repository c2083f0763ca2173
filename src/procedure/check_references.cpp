// Every name refers to something that exists, every id is there once, and conditions test what can be the case.
#include <algorithm>
#include <set>

#include "procedure/check.hpp"
#include "procedure/keywords.hpp"
#include "procedure/tells_linked.hpp"
#include "procedure/walk.hpp"

namespace hearken::procedure {

namespace {

using Names = std::vector<std::string>;

template <class Elements>
Names ids_of(const Elements& elements) {
    Names names;
    for (const auto& each : elements) names.push_back(each.id);
    return names;
}

template <class Map>
Names keys_of(const Map& map) {
    Names names;
    for (const auto& [key, value] : map) names.push_back(key);
    return names;
}

bool in(const Names& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

Names joined(Names names, const Names& more) {
    names.insert(names.end(), more.begin(), more.end());
    return names;
}

/// All that a definition declares, gathered once for a check.
struct Declared {
    explicit Declared(const Check& check) {
        const Definition& d = check.definition;
        const Vocabulary& words = check.known.vocabulary;
        roles = joined(keys_of(words.roles), {"anyone", "public"});
        relations = joined({"owner"}, d.relations);
        involvements = d.involvements;
        const auto task = [&](const Task& each) {
            tasks.push_back(each.id);
            if (each.decision) decisions.push_back(each.id);
            if (each.meeting) meetings.push_back(each.id);
            if (each.exchange) exchanges.push_back(each.id);
        };
        for (const Strand& strand : d.strands) {
            strands.push_back(strand.id);
            for (const Stage& stage : strand.stages) {
                stages.push_back(stage.id);
                std::for_each(stage.tasks.begin(), stage.tasks.end(), task);
            }
        }
        std::for_each(d.anytime.begin(), d.anytime.end(), task);
        procedures = keys_of(check.known.procedures);
        for (const Form& form : d.forms)
            for (const Field& field : form.fields) {
                fields.push_back(form.id + "." + field.id);
                for (const Field& column : field.fields) fields.push_back(form.id + "." + field.id + "." + column.id);
            }
    }
    Names roles, relations, involvements, tasks, decisions, meetings, exchanges, strands, stages, procedures, fields;
};

/// What is told on is a task of the other procedure that anybody may do again: it asks what is carried, and waits for nothing.
void tells_a_task(Check& check, const Effect& effect, const std::string& path) {
    const auto other = check.known.as_opened.find(told_procedure(effect.name));
    if (other == check.known.as_opened.end())
        return check.error(effect.line, path, "there is no procedure `" + told_procedure(effect.name) + "`" + did_you_mean(told_procedure(effect.name), keys_of(check.known.procedures)));
    const Task* task = other->second->task(told_task(effect.name));
    if (task == nullptr || task->decision || task->meeting || task->exchange)
        return check.error(effect.line, path, "`" + told_procedure(effect.name) + "` has no task `" + told_task(effect.name) + "` that is simply done");
    for (const auto& [from, to] : effect.carry) {
        const Form* form = other->second->form(task->form);
        const Names ids = form ? ids_of(form->fields) : Names{};
        if (!form || to.substr(0, to.find('.')) != form->id || !in(ids, to.substr(to.find('.') + 1)))
            check.error(effect.line, path + "/carry", "`" + effect.name + "` does not ask `" + to + "`");
    }
}

}  // namespace

void Check::identities() {
    struct Named {
        std::string id;
        int line;
    };
    const auto once = [&](const std::string& what, const std::vector<Named>& all, const std::string& path) {
        std::set<std::string> seen;
        for (const Named& each : all)
            if (!each.id.empty() && !seen.insert(each.id).second)
                error(each.line, path + "/" + each.id,
                      "two " + what + " are called `" + each.id + "`; ids are unique in a definition");
    };
    const auto named = [](const auto& elements, int otherwise) {
        std::vector<Named> all;
        for (const auto& each : elements) {
            if constexpr (requires { each.line; })
                all.push_back({each.id, each.line});
            else
                all.push_back({each.id, otherwise});
        }
        return all;
    };
    std::vector<Named> tasks = named(definition.anytime, 0), stages;
    for (const Strand& strand : definition.strands)
        for (const Stage& stage : strand.stages) {
            stages.push_back({stage.id, stage.line});
            for (const Task& task : stage.tasks) tasks.push_back({task.id, task.line});
        }
    once("tasks", tasks, "tasks");
    once("stages", stages, "stages");
    once("strands", named(definition.strands, 0), "strands");
    once("forms", named(definition.forms, 0), "forms");
    once("notices", named(definition.notices, 0), "notices");
    once("prohibitions", named(definition.prohibitions, 0), "prohibitions");
    once("flags", named(definition.flags, 0), "flags");
    once("versions", named(definition.versions, 0), "versions");
    once("settings", named(definition.settings, 0), "settings");
    for (const Form& form : definition.forms) {
        once("fields", named(form.fields, form.line), "forms/" + form.id + "/fields");
        once("sections", named(form.layout.sections, form.line), "forms/" + form.id + "/layout");
        for (const Field& field : form.fields)
            once("columns", named(field.fields, field.line), "forms/" + form.id + "/fields/" + field.id);
    }
}

void Check::references() {
    const Declared declared(*this);
    const auto missing = [&](const Reference& reference, const char* what, const Names& names) {
        if (in(names, reference.name)) return;
        error(reference.line, reference.path,
              std::string("no ") + what + " `" + reference.name + "`" + did_you_mean(reference.name, names));
    };
    Visitor visitor;
    visitor.reference = [&](const Reference& r) {
        const Vocabulary& words = known.vocabulary;
        switch (r.to) {
            case Refers::Role:
                return missing(r, "role", declared.roles);
            case Refers::Relation:
                return missing(r, "relation", declared.relations);
            case Refers::Involvement:
                return missing(r, "involvement", declared.involvements);
            case Refers::Aspect:
                return missing(r, "aspect", definition.aspects);
            case Refers::Form:
                return missing(r, "form", ids_of(definition.forms));
            case Refers::FormField:
                return missing(r, "field", declared.fields);
            case Refers::LocalField: {
                const Form* form = definition.form(r.form);
                if (form) missing(r, "field", ids_of(form->fields));
                return;
            }
            case Refers::Task:
                return missing(r, "task", declared.tasks);
            case Refers::DecisionTask:
                return missing(r, "decision", declared.decisions);
            case Refers::MeetingTask:
                return missing(r, "meeting", declared.meetings);
            case Refers::ExchangeTask:
                return missing(r, "exchange", declared.exchanges);
            case Refers::Stage:
                return missing(r, "stage", declared.stages);
            case Refers::Strand:
                return missing(r, "strand", declared.strands);
            case Refers::Notice:
                return missing(r, "notice", ids_of(definition.notices));
            case Refers::Flag:
                return missing(r, "flag", ids_of(definition.flags));
            case Refers::Prohibition:
                return missing(r, "prohibition", ids_of(definition.prohibitions));
            case Refers::Version:
                return missing(r, "version", ids_of(definition.versions));
            case Refers::Setting:
                return missing(r, "setting", ids_of(definition.settings));
            case Refers::Outcome:
                return missing(r, "outcome", ids_of(definition.outcomes));
            case Refers::Fact:
                return missing(r, "fact", keys_of(words.facts));
            case Refers::Service:
                return missing(r, "service", keys_of(words.services));
            case Refers::Page:
                return missing(r, "guidance page", keys_of(known.pages));
            case Refers::CodeList:
                return missing(r, "code list", keys_of(words.code_lists));
            case Refers::OrganisationKind:
                return missing(r, "organisation kind", keys_of(words.organisation_kinds));
            case Refers::ForbiddenAct:
                return missing(r, "forbidden act", keys_of(words.forbidden_acts));
            case Refers::Procedure:
                return missing(r, "procedure", declared.procedures);
            case Refers::Recipient:
            case Refers::Alerted: {
                const auto at = r.name.find('@');
                if (at == std::string::npos && r.to == Refers::Alerted)
                    return missing(r, "role or involvement", joined(declared.roles, declared.involvements));
                if (at == std::string::npos)
                    return missing(r, "involvement or relation", joined(declared.involvements, declared.relations));
                const std::string role = r.name.substr(0, at), relation = r.name.substr(at + 1);
                if (!in(declared.roles, role))
                    error(r.line, r.path, "no role `" + role + "`" + did_you_mean(role, declared.roles));
                if (!in(declared.relations, relation))
                    error(r.line, r.path,
                          "no relation `" + relation + "`" + did_you_mean(relation, declared.relations));
                return;
            }
            case Refers::Reader:
                return missing(r, "role, involvement or relation", joined(declared.roles, joined(declared.involvements, declared.relations)));
            case Refers::RoleOrInvolvement:
                return missing(r, "role or involvement", joined(declared.roles, declared.involvements));
            case Refers::RelationOrInvolvement:
                return missing(r, "relation or involvement", joined(declared.relations, declared.involvements));
            case Refers::RoleOrOrganisationKind:
                return missing(r, "role or kind of organisation", joined(declared.roles, keys_of(words.organisation_kinds)));
            case Refers::FieldOrRelation:
                return missing(r, "field or relation", joined(declared.fields, declared.relations));
            case Refers::Words:
            case Refers::Declared:
                return;
        }
    };
    visitor.effect = [&](Effect& effect, const Task*, const std::string& path) {
        if (effect.kind == Effect::Kind::SetFact) {
            const auto fact = known.vocabulary.facts.find(effect.name);
            if (fact != known.vocabulary.facts.end() && !in(fact->second.values, effect.value))
                error(effect.line, path,
                      "the fact `" + effect.name + "` has no value `" + effect.value + "`" +
                          did_you_mean(effect.value, fact->second.values));
            if (const Field* told = effect.at.empty() ? nullptr : field(effect.at); told && told->computed_from != "event time")
                error(effect.line, path + "/at",
                      "`" + effect.at + "` could name a time still to come; write `happened: yes` at the question");
        }
        if (tells_linked(effect)) tells_a_task(*this, effect, path);
        const auto opened = known.as_opened.find(effect.name);
        if (effect.kind != Effect::Kind::OpenCase || opened == known.as_opened.end()) return;
        const Definition& other = *opened->second;
        if (!effect.value.empty() &&
            !in(joined(other.involvements, joined(other.relations, {"owner"})), effect.value) && other.status != "stub")
            error(effect.line, path + "/as",
                  "`" + effect.name + "` has no involvement or relation `" + effect.value + "`");
        for (const auto& [from, to] : effect.carry) {
            const auto dot = to.find('.');
            const Form* form = other.form(to.substr(0, dot));
            const Names ids = form ? ids_of(form->fields) : Names{};
            if (other.status != "stub" && (!form || dot == std::string::npos || !in(ids, to.substr(dot + 1))))
                error(effect.line, path + "/carry", "`" + effect.name + "` has no field `" + to + "`");
            if (!form || !is_fixed(from)) continue;
            const std::string value = from.substr(kFixed.size());
            for (const Field& field : form->fields)
                if (field.id == to.substr(dot + 1) && !field.options.empty() && !in(ids_of(field.options), value))
                    error(effect.line, path + "/carry", "the question `" + to + "` has no option `" + value + "`" + did_you_mean(value, ids_of(field.options)));
        }
    };
    walk(definition, visitor);
}

void Check::conditions() {
    const auto check_values = [&](const Condition& leaf, const std::string& path, const Names& values,
                                  const std::string& whose) {
        if (leaf.test != Condition::Test::Is && leaf.test != Condition::Test::In) return;
        for (const std::string& value : leaf.values)
            if (!values.empty() && !in(values, value))
                error(leaf.line, path, whose + " has no option `" + value + "`" + did_you_mean(value, values));
    };
    const std::function<void(const Condition&, const std::string&)> check_leaf = [&](const Condition& leaf,
                                                                                     const std::string& path) {
        for (const Condition& inner : leaf.of) check_leaf(inner, path);
        if (leaf.kind == Condition::Kind::Answer) {
            const Field* asked = field(leaf.name);
            if (!asked) return;
            check_values(leaf, path, values_of(*asked), "the question `" + leaf.name + "`");
            const bool number = leaf.test == Condition::Test::AtLeast || leaf.test == Condition::Test::AtMost;
            if (number && asked->type != FieldType::Number && asked->type != FieldType::Computed)
                error(leaf.line, path, "`" + leaf.name + "` is not a number; test it with `is:` or `in:`");
            if (leaf.test == Condition::Test::NotKnown && !asked->not_known && asked->type != FieldType::YesNoNotKnown)
                error(leaf.line, path,
                      "\"not known\" is no answer to `" + leaf.name + "`; give the field `not-known: yes`");
            if (!form_is_asked(leaf.name.substr(0, leaf.name.find('.'))) && definition.kind == "case")
                error(leaf.line, path, "the form of `" + leaf.name + "` is asked nowhere, so this is never answered");
        } else if (leaf.kind == Condition::Kind::Decided) {
            const Task* task = definition.task(leaf.name);
            if (task && task->decision)
                check_values(leaf, path, ids_of(task->decision->options), "the decision `" + leaf.name + "`");
        } else if (leaf.kind == Condition::Kind::Fact) {
            const auto fact = known.vocabulary.facts.find(leaf.name);
            if (fact != known.vocabulary.facts.end())
                check_values(leaf, path, fact->second.values, "the fact `" + leaf.name + "`");
        } else if (leaf.kind == Condition::Kind::Elapsed) {
            const Setting* setting = definition.setting(leaf.setting);
            if (setting && !calendar::parse_period(setting->value))
                error(leaf.line, path, "the setting `" + setting->id + "` is `" + setting->value + "`, which is no period");
        }
    };
    Visitor visitor;
    visitor.condition = [&](Condition& condition, const std::string& path) {
        check_leaf(condition, path);
        // Fields and gates say more about theirs (check_forms, check_stages).
        const bool told_elsewhere =
            path.find("/fields/") != std::string::npos || path.find("/layout/") != std::string::npos;
        if (!told_elsewhere && !condition.never() && !can_hold(condition, facts()))
            error(condition.line, path, "this condition can never hold");
    };
    walk(definition, visitor);
}

}  // namespace hearken::procedure
