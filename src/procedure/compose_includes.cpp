#include <algorithm>
#include <set>

#include "procedure/compose.hpp"
#include "procedure/keywords.hpp"
#include "procedure/walk.hpp"

namespace hearken::procedure {

namespace {

template <class T>
void append(std::vector<T>& to, const std::vector<T>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

void append_new(std::vector<std::string>& to, const std::vector<std::string>& from) {
    for (const std::string& each : from)
        if (std::find(to.begin(), to.end(), each) == to.end()) to.push_back(each);
}

void append_new(std::vector<Option>& to, const std::vector<Option>& from) {
    for (const Option& each : from)
        if (std::none_of(to.begin(), to.end(), [&](const Option& other) { return other.id == each.id; }))
            to.push_back(each);
}

/// Gives the copy of a component its names in the host.
class Renaming {
  public:
    Renaming(const Definition& component, const Definition::Include& include) : include_(include) {
        // Gate ids are not declared: nothing refers to them.
        for (const Form& form : component.forms) declared_.insert("form " + form.id);
        const auto tasks = [&](const std::vector<Task>& all) {
            for (const Task& task : all) declared_.insert("task " + task.id);
        };
        for (const Strand& strand : component.strands) {
            declared_.insert("strand " + strand.id);
            for (const Stage& stage : strand.stages) {
                declared_.insert("stage " + stage.id);
                tasks(stage.tasks);
            }
        }
        tasks(component.anytime);
        for (const auto& [stage, added] : component.adds_tasks) tasks(added);
        for (const Notice& notice : component.notices) declared_.insert("notice " + notice.id);
        for (const Prohibition& prohibition : component.prohibitions) declared_.insert("prohibition " + prohibition.id);
        for (const Flag& flag : component.flags) declared_.insert("flag " + flag.id);
        for (const Version& version : component.versions) declared_.insert("version " + version.id);
        for (const Setting& setting : component.settings) declared_.insert("setting " + setting.id);
    }

    void rename(const Reference& reference) const {
        std::string& name = reference.name;
        switch (reference.to) {
            case Refers::Declared:
                name = prefixed(name);
                return;
            case Refers::Form:
                return own_or_substitute("form ", name);
            case Refers::FormField:
                return own_field(name);
            case Refers::Task:
            case Refers::DecisionTask:
            case Refers::MeetingTask:
            case Refers::ExchangeTask:
                return own_or_substitute("task ", name);
            case Refers::Stage:
                return own_or_substitute("stage ", name);
            case Refers::Strand:
                return own("strand ", name);
            case Refers::Notice:
                return own("notice ", name);
            case Refers::Prohibition:
                return own("prohibition ", name);
            case Refers::Flag:
                return own("flag ", name);
            case Refers::Version:
                return own("version ", name);
            case Refers::Setting:
                return own("setting ", name);
            case Refers::Recipient:
            case Refers::Alerted: {
                const auto at = name.find('@');
                if (at == std::string::npos) return substitute(name);
                std::string role = name.substr(0, at), relation = name.substr(at + 1);
                substitute(role);
                substitute(relation);
                name = role + "@" + relation;
                return;
            }
            case Refers::FieldOrRelation:
                if (name.find('.') != std::string::npos) return own_field(name);
                return substitute(name);
            case Refers::Role:
            case Refers::Relation:
            case Refers::Involvement:
            case Refers::Aspect:
            case Refers::RoleOrInvolvement:
            case Refers::Reader:
            case Refers::RoleOrOrganisationKind:
            case Refers::RelationOrInvolvement:
            case Refers::Words:
            case Refers::Outcome:
                return substitute(name);
            case Refers::LocalField:
            case Refers::Fact:
            case Refers::Service:
            case Refers::Page:
            case Refers::CodeList:
            case Refers::OrganisationKind:
            case Refers::ForbiddenAct:
            case Refers::Procedure:
                return;
        }
    }
    void substitute(std::string& name) const {
        const auto found = include_.with.find(name);
        if (found != include_.with.end()) name = found->second;
    }

  private:
    std::string prefixed(const std::string& name) const {
        return include_.as.empty() ? name : include_.as + "-" + name;
    }
    void own(const std::string& kind, std::string& name) const {
        if (declared_.count(kind + name)) name = prefixed(name);
    }
    void own_or_substitute(const std::string& kind, std::string& name) const {
        if (declared_.count(kind + name))
            name = prefixed(name);
        else
            substitute(name);
    }
    void own_field(std::string& name) const {
        const auto dot = name.find('.');
        std::string form = name.substr(0, dot);
        own_or_substitute("form ", form);
        name = form + (dot == std::string::npos ? "" : name.substr(dot));
    }

    const Definition::Include& include_;
    std::set<std::string> declared_;
};

void put_tasks(Definition& host, const std::string& stage_id, const std::vector<Task>& tasks,
               const Definition::Include& include, std::vector<Fault>& faults) {
    if (stage_id == "anytime") return append(host.anytime, tasks);
    for (Strand& strand : host.strands)
        for (Stage& stage : strand.stages)
            if (stage.id == stage_id) return append(stage.tasks, tasks);
    faults.push_back({Fault::Severity::Error, host.file, include.line, "includes/" + include.component,
                      "component `" + include.component + "` adds tasks to `" + stage_id +
                          "`, which is no stage here; write `with: {" + stage_id + ": STAGE}`"});
}

void put_gates(Definition& host, const std::string& task_id, const std::vector<Gate>& gates,
               const Definition::Include& include, std::vector<Fault>& faults) {
    if (host.kind != "case") return append(host.adds_gates[task_id], gates);
    const auto has = [&](std::vector<Task>& tasks) {
        for (Task& task : tasks)
            if (task.id == task_id) return append(task.needs, gates), true;
        return false;
    };
    for (Strand& strand : host.strands)
        for (Stage& stage : strand.stages)
            if (has(stage.tasks)) return;
    if (has(host.anytime)) return;
    faults.push_back({Fault::Severity::Error, host.file, include.line, "includes/" + include.component,
                      "component `" + include.component + "` adds gates to `" + task_id +
                          "`, which is no task here; write `with: {" + task_id + ": TASK}`"});
}

void put_fields(Definition& host, const Definition::AddedFields& added, const Definition::Include& include,
                std::vector<Fault>& faults) {
    if (host.kind != "case") return host.adds_fields.push_back(added);
    if (host.form(added.form)) return add_fields(host, added, host.title);
    faults.push_back({Fault::Severity::Error, host.file, include.line, "includes/" + include.component,
                      "component `" + include.component + "` adds fields to `" + added.form +
                          "`, which is no form here; write `with: {" + added.form + ": FORM}`"});
}

void copy_in(Definition& host, const Definition& component, const Definition::Include& include,
             std::vector<Fault>& faults) {
    Definition copy = component;
    const Renaming renaming(component, include);
    walk(copy, Visitor{[&](const Reference& reference) { renaming.rename(reference); }, {}, {}, {}, {}, {}, {}, {}});
    note_origins(host, copy);
    for (auto* names : {&copy.relations, &copy.involvements, &copy.aspects})
        for (std::string& name : *names) renaming.substitute(name);
    append(host.forms, copy.forms);
    append(host.strands, copy.strands);
    append(host.anytime, copy.anytime);
    append(host.notices, copy.notices);
    append(host.prohibitions, copy.prohibitions);
    append(host.flags, copy.flags);
    append(host.versions, copy.versions);
    append(host.milestones, copy.milestones);
    append(host.child_ends, copy.child_ends);
    append(host.settings, copy.settings);
    append(host.keep, copy.keep);
    append(host.carries, copy.carries);
    append_new(host.relations, copy.relations);
    append_new(host.involvements, copy.involvements);
    append_new(host.aspects, copy.aspects);
    append_new(host.outcomes, copy.outcomes);
    for (auto& [stage, tasks] : copy.adds_tasks) {
        std::string name = stage;
        renaming.substitute(name);
        if (host.kind == "overlay")
            append(host.adds_tasks[name], tasks);
        else
            put_tasks(host, name, tasks, include, faults);
    }
    for (auto& [task, gates] : copy.adds_gates) {
        std::string name = task;
        renaming.substitute(name);
        put_gates(host, name, gates, include, faults);
    }
    for (Definition::AddedFields& added : copy.adds_fields) {
        renaming.substitute(added.section);
        put_fields(host, added, include, faults);
    }
}

Definition expand(const Definition& definition, const std::map<std::string, const Definition*>& components,
                  std::vector<Fault>& faults, std::vector<std::string>& within) {
    Definition whole = definition;
    for (const Definition::Include& include : definition.includes) {
        const auto fault = [&](std::string text) {
            faults.push_back({Fault::Severity::Error, definition.file, include.line, "includes/" + include.component,
                              std::move(text)});
        };
        const auto found = components.find(include.component);
        if (found == components.end()) {
            std::vector<std::string> names;
            for (const auto& [name, component] : components) names.push_back(name);
            fault("no component `" + include.component + "`" + did_you_mean(include.component, names));
            continue;
        }
        if (std::find(within.begin(), within.end(), include.component) != within.end()) {
            fault("component `" + include.component + "` includes itself");
            continue;
        }
        within.push_back(include.component);
        copy_in(whole, expand(*found->second, components, faults, within), include, faults);
        within.pop_back();
    }
    return whole;
}

}  // namespace

Definition expand_includes(const Definition& definition, const std::map<std::string, const Definition*>& components,
                           std::vector<Fault>& faults) {
    std::vector<std::string> within;
    if (definition.kind == "component") within.push_back(definition.id);
    return expand(definition, components, faults, within);
}

}  // namespace hearken::procedure
