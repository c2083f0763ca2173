#include <algorithm>

#include "procedure/compose.hpp"

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

template <class Do>
void each_task(Definition& definition, Do act) {
    for (Strand& strand : definition.strands)
        for (Stage& stage : strand.stages)
            for (Task& task : stage.tasks) act(task);
    for (Task& task : definition.anytime) act(task);
}

Task* find_task(Definition& definition, const std::string& id) {
    Task* found = nullptr;
    each_task(definition, [&](Task& task) {
        if (task.id == id) found = &task;
    });
    return found;
}

}  // namespace

void add_fields(Definition& host, const Definition::AddedFields& added, const std::string& title) {
    for (Form& form : host.forms) {
        if (form.id != added.form) continue;
        append(form.fields, added.fields);
        Layout& layout = form.layout;
        const auto section = std::find_if(layout.sections.begin(), layout.sections.end(),
                                          [&](const Layout::Section& each) { return each.id == added.section; });
        if (layout.sections.empty()) return;  // laid out in the order of the fields
        Layout::Section& to =
            section == layout.sections.end()
                ? layout.sections.emplace_back(
                      Layout::Section{added.section, added.title.empty() ? title : added.title, {}, {}, added.when})
                : *section;
        for (const Field& field : added.fields) to.fields.push_back(field.id);
    }
}

namespace {

void merge(Definition& host, const Definition& overlay) {
    note_origins(host, overlay);
    const auto own = [&](std::vector<Task> tasks) {
        for (Task& task : tasks) task.overlay = overlay.id;
        return tasks;
    };
    append(host.forms, overlay.forms);
    append(host.strands, overlay.strands);
    for (auto strand = host.strands.end() - static_cast<long>(overlay.strands.size()); strand != host.strands.end();
         ++strand)
        for (Stage& stage : strand->stages) stage.tasks = own(stage.tasks);
    append(host.anytime, own(overlay.anytime));
    append(host.notices, overlay.notices);
    append(host.prohibitions, overlay.prohibitions);
    append(host.flags, overlay.flags);
    append(host.versions, overlay.versions);
    append(host.settings, overlay.settings);
    append(host.keep, overlay.keep);
    append_new(host.relations, overlay.relations);
    append_new(host.involvements, overlay.involvements);
    append_new(host.aspects, overlay.aspects);
    for (const Option& outcome : overlay.outcomes)
        if (std::none_of(host.outcomes.begin(), host.outcomes.end(),
                         [&](const Option& each) { return each.id == outcome.id; }))
            host.outcomes.push_back(outcome);
    for (const auto& added : overlay.adds_fields) add_fields(host, added, overlay.title);
    for (const auto& [stage_id, tasks] : overlay.adds_tasks) {
        if (stage_id == "anytime") append(host.anytime, own(tasks));
        for (Strand& strand : host.strands)
            for (Stage& stage : strand.stages)
                if (stage.id == stage_id) append(stage.tasks, own(tasks));
    }
    for (const auto& [task_id, gates] : overlay.adds_gates)
        if (Task* task = find_task(host, task_id)) append(task->needs, gates);
    for (const auto& [task_id, invitees] : overlay.adds_invitees)
        if (Task* task = find_task(host, task_id); task && task->meeting) append(task->meeting->invite, invitees);
}

Condition condition(Condition::Kind kind, const std::string& name, int line) {
    Condition made;
    made.kind = kind;
    made.name = name;
    made.line = line;
    return made;
}

/// Done (or signed), or not applicable.
Condition finished(const Task& task) {
    const bool signed_off = task.decision && (!task.decision->approved_by.empty() || !task.decision->agree.empty());
    Condition done = condition(signed_off ? Condition::Kind::Approved : Condition::Kind::Done, task.id, task.line);
    if (task.when.always()) return done;
    Condition not_needed = condition(Condition::Kind::Not, "", task.line);
    not_needed.of = {task.when};
    Condition either = condition(Condition::Kind::Any, "", task.line);
    either.of = {std::move(not_needed), std::move(done)};
    return either;
}

Gate gate_for(const Task& first, const std::string& id, GateStrength strength) {
    Gate gate;
    gate.id = id;
    gate.that = finished(first);
    gate.unless = Condition::that_never_holds();
    gate.otherwise = "First: " + first.title + ".";
    gate.strength = strength;
    gate.line = first.line;
    return gate;
}

bool has_gate(const std::vector<Gate>& gates, const std::string& id) {
    return std::any_of(gates.begin(), gates.end(), [&](const Gate& gate) { return gate.id == id; });
}

void put_gate(std::vector<Gate>& gates, Gate gate) {
    if (!has_gate(gates, gate.id)) gates.push_back(std::move(gate));
}

}  // namespace

void note_origins(Definition& into, const Definition& from) {
    const auto note = [&](const std::string& kind, const auto& elements) {
        for (const auto& each : elements) into.origins[kind + "/" + each.id] = from.file;
    };
    note("forms", from.forms);
    note("notices", from.notices);
    note("prohibitions", from.prohibitions);
    note("flags", from.flags);
    note("versions", from.versions);
    note("settings", from.settings);
    note("strands", from.strands);
    for (const Strand& strand : from.strands) {
        note("stages", strand.stages);
        for (const Stage& stage : strand.stages) note("tasks", stage.tasks);
    }
    note("tasks", from.anytime);
    note("anytime", from.anytime);
    for (const auto& [stage, tasks] : from.adds_tasks) note("tasks", tasks), note("anytime", tasks);
    for (const auto& added : from.adds_fields) note("forms/" + added.form + "/fields", added.fields);
    for (const auto& [key, file] : from.origins) into.origins[key] = file;
}

void compile_orderings(Definition& definition) {
    std::vector<Task> tasks;
    each_task(definition, [&](Task& task) { tasks.push_back(task); });
    for (const Task& first : tasks) {
        for (const std::string& waits : first.blocks)
            if (Task* task = find_task(definition, waits))
                put_gate(task->needs, gate_for(first, "after-" + first.id, GateStrength::Block));
        for (const TimeRule& rule : first.time) {
            if (rule.construct != TimeRule::Construct::Before || !rule.period.empty() || !rule.setting.empty())
                continue;
            const bool breach = rule.strength == Strength::Must || rule.strength == Strength::Statutory;
            Gate gate = gate_for(first, "after-" + first.id, breach ? GateStrength::Block : GateStrength::AskWhy);
            gate.carries = {{Carried::Enforced, rule.source}};
            if (rule.source.empty()) gate.carries.clear();
            if (rule.of.kind == Anchor::Kind::Entered) {
                for (Strand& strand : definition.strands)
                    for (Stage& stage : strand.stages)
                        if (std::any_of(stage.next.begin(), stage.next.end(),
                                        [&](const Stage::Next& next) { return next.to == rule.of.name; }))
                            put_gate(stage.leave_when, gate);
            } else if (Task* event = find_task(definition, rule.of.name)) {
                put_gate(event->needs, std::move(gate));
            }
        }
    }
}

bool may_join(const Definition& overlay, const Definition& host) {
    if (!overlay.joins || host.kind != "case") return false;
    const auto& procedures = overlay.joins->procedures;
    return procedures.empty() || std::find(procedures.begin(), procedures.end(), host.id) != procedures.end();
}

Definition merge_overlays(const Definition& definition, const std::vector<std::shared_ptr<const Definition>>& overlays,
                          const std::function<bool(const Condition&)>& holds) {
    Definition merged = definition;
    for (const auto& overlay : overlays)
        if (may_join(*overlay, definition) && holds(overlay->joins->when)) merge(merged, *overlay);
    compile_orderings(merged);
    return merged;
}

}  // namespace hearken::procedure
