// Tasks, stages and strands. The acts a task can be are in load_act.cpp.
#include "procedure/load.hpp"

namespace hearken::procedure {

namespace {

std::vector<std::string> read_roles(MapReader& reader) {
    std::vector<std::string> roles = reader.ids("role");
    if (reader.has("role") && reader.has("roles")) reader.fault("`role` or `roles`, not both");
    for (std::string& role : reader.ids("roles")) roles.push_back(std::move(role));
    return roles;
}

void read_act(Loading& loading, MapReader& reader, Task& task) {
    int acts = 0;
    task.form = reader.id("form");
    acts += task.form.empty() ? 0 : 1;
    const auto act = [&](std::string_view key, auto load, auto& into) {
        if (const YamlNode* node = reader.take(key)) {
            into = load(loading, *node, reader.child_path(key));
            ++acts;
        }
    };
    act("decision", load_decision, task.decision);
    act("meeting", load_meeting, task.meeting);
    act("exchange", load_exchange, task.exchange);
    act("plan", load_plan, task.plan);
    if (acts > 1)
        reader.fault("a task is one act: a form, a decision, a meeting, an exchange or a plan; make a task of each");
    task.form_fields = reader.ids("form-fields");
    if (!task.form_fields.empty() && task.form.empty()) reader.fault("`form-fields` needs `form`");
}

}  // namespace

Task load_task(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"task"}, path);
    Task task;
    task.line = node.line;
    task.id = reader.required_id("id");
    task.title = reader.required_text("title");
    task.hint = reader.text("hint");
    task.roles = read_roles(reader);
    if (task.roles.empty() && node.is_map()) reader.fault("`role` is missing: who does it?");
    if (reader.has("relation"))
        task.relation = reader.id("relation");
    else
        (void)reader.take("relation");
    task.assign = reader.word("assign", "assign", Task::Assign::Tray);
    task.per_child = !reader.word_text("per", "per").empty();
    task.required = reader.yes_no("required", true);
    task.repeatable = reader.yes_no("repeatable", false);
    task.continues = reader.yes_no("continues", false);
    task.urgent = reader.yes_no("urgent", false);
    task.final_act = reader.yes_no("final", false);
    task.when = load_condition_at(loading, reader, "when");
    task.upon = load_anchor_at(loading, reader, "upon");
    read_act(loading, reader, task);
    task.time = load_time(loading, reader);
    task.needs = load_gates(loading, reader, "needs", task.id);
    task.blocks = reader.ids("blocks");
    task.then = load_effects(loading, reader, "then");
    task.tells = reader.ids("tells");
    task.prompts = load_prompts(loading, reader);
    task.guidance = load_guidance(loading, reader);
    reader.each("shows", [&](const YamlNode& item, const std::string& item_path) {
        MapReader inner(loading, item, {"shows"}, item_path);
        task.shows.push_back({inner.required_id("linked"), inner.required_id("version"), inner.text("title"), load_anchor_at(loading, inner, "not-moved-since"), item.line});
    });
    task.carries = load_carries(loading, reader);
    return task;
}

Stage load_stage(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"stage"}, path);
    Stage stage;
    stage.line = node.line;
    stage.id = reader.required_id("id");
    stage.title = reader.text("title");
    reader.each("tasks", [&](const YamlNode& item, const std::string& item_path) {
        stage.tasks.push_back(load_task(loading, item, item_path));
    });
    if (const YamlNode* gate = reader.take("gate")) {
        MapReader inner(loading, *gate, {"stage gate"}, reader.child_path("gate"));
        stage.leave_when = load_gates(loading, inner, "leave-when", stage.id);
    }
    reader.each("next", [&](const YamlNode& item, const std::string& item_path) {
        MapReader inner(loading, item, {"next"}, item_path);
        stage.next.push_back({inner.required_id("to"), load_condition_at(loading, inner, "when")});
    });
    stage.ends = reader.id("ends");
    stage.carries = load_carries(loading, reader);
    if (stage.title.empty()) stage.title = stage.id;
    return stage;
}

Strand load_strand(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"strand"}, path);
    Strand strand;
    strand.line = node.line;
    strand.id = reader.required_id("id");
    strand.title = reader.text("title");
    if (const std::string relation = reader.id("relation"); !relation.empty()) strand.relation = relation;
    if (reader.has("starts-when")) {
        strand.starts_when = load_condition_at(loading, reader, "starts-when");
    } else if (strand.id != "main") {
        strand.starts_when = Condition::that_never_holds();
    }
    (void)reader.take("starts-when");
    strand.case_waits = reader.yes_no("case-waits", true);
    reader.each("stages", [&](const YamlNode& item, const std::string& item_path) {
        strand.stages.push_back(load_stage(loading, item, item_path));
    });
    if (strand.stages.empty() && node.is_map()) reader.fault("a strand needs `stages`");
    return strand;
}

}  // namespace hearken::procedure
