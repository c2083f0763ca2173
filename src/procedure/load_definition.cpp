#include "procedure/load.hpp"

namespace hearken::procedure {

namespace {

Subjects load_subjects(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"subjects"}, path);
    Subjects subjects;
    if (const std::string kind = reader.word_text("kind", "subject kind"); !kind.empty()) subjects.kind = kind;
    subjects.at_least = reader.number("at-least", 1);
    subjects.at_most = reader.number("at-most", 0);
    subjects.unborn = reader.yes_no("unborn", true);
    subjects.parts = load_options(loading, reader, "parts");
    if (subjects.at_most > 0 && subjects.at_most < subjects.at_least) reader.fault("`at-most` is less than `at-least`");
    return subjects;
}

Definition::Start load_start(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"start"}, path);
    Definition::Start start;
    start.line = node.line;
    start.roles = reader.ids("role");
    for (std::string& role : reader.ids("roles")) start.roles.push_back(std::move(role));
    start.form = reader.id("form");
    if (const std::string relation = reader.id("relation"); !relation.empty()) start.relation = relation;
    start.urgent = reader.yes_no("urgent", false);
    start.record_only = reader.yes_no("record-only", false);
    start.time = load_time(loading, reader);
    for (TimeRule& rule : start.time)  // a start has no task whose opening it could count from
        if (rule.of.kind == Anchor::Kind::TaskOpened) rule.of.kind = Anchor::Kind::Opened;
    start.prompts = load_prompts(loading, reader);
    start.guidance = load_guidance(loading, reader);
    start.then = load_effects(loading, reader, "then");
    start.owner_from = reader.id("owner-from");
    start.gathers_until = reader.id("gathers-until");
    reader.each("instead", [&](const YamlNode& item, const std::string& item_path) {
        MapReader inner(loading, item, {"instead"}, item_path);
        Definition::Start::Instead instead;
        instead.line = item.line;
        if (!inner.has("when") && item.is_map()) inner.fault("`when` is missing: when does the other open in its place?");
        instead.when = load_condition_at(loading, inner, "when");
        instead.open = inner.required_id("open");
        instead.carry = load_carry(inner);
        instead.says = inner.required_text("says");
        instead.carries = load_carries(loading, inner);
        start.instead.push_back(std::move(instead));
    });
    start.carries = load_carries(loading, reader);
    return start;
}

void read_overlay(Loading& loading, MapReader& reader, Definition& definition) {
    if (const YamlNode* node = reader.take("joins")) {
        MapReader inner(loading, *node, {"joins"}, reader.child_path("joins"));
        definition.joins = Definition::Joins{inner.ids("procedures"), load_condition_at(loading, inner, "when")};
    }
    reader.each("adds-fields", [&](const YamlNode& item, const std::string& path) {
        MapReader inner(loading, item, {"added fields"}, path);
        Definition::AddedFields added{inner.required_id("form"), inner.required_id("section"), {}};
        added.title = inner.text("title");
        Loading inside = loading;
        inside.form = added.form;
        added.when = load_condition_at(inside, inner, "when");
        inner.each("fields", [&](const YamlNode& field, const std::string& field_path) {
            added.fields.push_back(load_field(inside, field, field_path));
        });
        definition.adds_fields.push_back(std::move(added));
    });
    const auto each_of = [](const YamlNode& node, const std::string& path, auto read) {
        for (size_t i = 0; i < node.items.size() && node.is_list(); ++i) {
            const YamlNode* id = node.items[i].is_map() ? node.items[i].find("id") : nullptr;
            read(node.items[i], path + "/" + (id && id->is_scalar() ? id->text : std::to_string(i + 1)));
        }
    };
    const auto must_be_list = [&](const YamlNode& node, const std::string& path) {
        if (!node.is_list()) loading.error(node.line, path, "this must be a list");
    };
    reader.each_named("adds-tasks", [&](const std::string& stage, const YamlNode& node, const std::string& path) {
        must_be_list(node, path);
        each_of(node, path, [&](const YamlNode& item, const std::string& item_path) {
            definition.adds_tasks[stage].push_back(load_task(loading, item, item_path));
        });
    });
    reader.each_named("adds-gates", [&](const std::string& task, const YamlNode& node, const std::string& path) {
        must_be_list(node, path);
        each_of(node, path, [&](const YamlNode& item, const std::string& item_path) {
            auto& gates = definition.adds_gates[task];
            gates.push_back(load_gate(loading, item, item_path));
            if (gates.back().id.empty())
                gates.back().id = definition.id + "-" + task + "-" + std::to_string(gates.size());
        });
    });
    reader.each_named("adds-invitees", [&](const std::string& task, const YamlNode& node, const std::string& path) {
        must_be_list(node, path);
        each_of(node, path, [&](const YamlNode& item, const std::string& item_path) {
            definition.adds_invitees[task].push_back(load_invitee(loading, item, item_path));
        });
    });
}

void read_identity(MapReader& reader, Definition& definition) {
    int kinds = 0;
    for (const std::string kind : {"procedure", "overlay", "component"}) {
        const std::string id = reader.id(kind);
        if (!reader.has(kind)) continue;
        ++kinds;
        definition.id = id;
        definition.kind = kind == "procedure" ? "case" : kind;
    }
    if (kinds != 1) reader.fault("a definition has exactly one of `procedure: id`, `overlay: id`, `component: id`");
    definition.version = reader.required_text("version");
    definition.title = reader.required_text("title");
    definition.summary = reader.text("summary");
    definition.manual = reader.text("manual");
    definition.area = reader.text("area");
    if (const std::string status = reader.word_text("status", "status"); !status.empty()) definition.status = status;
}

void read_course(Loading& loading, MapReader& reader, Definition& definition) {
    if (reader.has("stages") && reader.has("strands"))
        reader.fault("`stages` or `strands`, not both: put the stages into a strand with `id: main`");
    Strand main;
    reader.each("stages", [&](const YamlNode& item, const std::string& path) {
        main.stages.push_back(load_stage(loading, item, path));
    });
    if (!main.stages.empty()) {
        main.title = definition.title;
        main.line = main.stages.front().line;
        definition.strands.push_back(std::move(main));
    }
    reader.each("strands", [&](const YamlNode& item, const std::string& path) {
        definition.strands.push_back(load_strand(loading, item, path));
    });
    reader.each("anytime", [&](const YamlNode& item, const std::string& path) {
        definition.anytime.push_back(load_task(loading, item, path));
    });
}

}  // namespace

Definition load_definition(Loading& loading, const YamlNode& root) {
    MapReader reader(loading, root, {"definition", "overlay"}, "");
    Definition definition;
    definition.file = loading.file;
    read_identity(reader, definition);
    if (const YamlNode* node = reader.take("subjects"))
        definition.subjects = load_subjects(loading, *node, "/subjects");
    definition.owner_kinds = reader.ids("owner-kinds");
    definition.relations = reader.ids("relations");
    definition.involvements = reader.ids("involvements");
    definition.aspects = reader.ids("aspects");
    if (const YamlNode* node = reader.take("start")) definition.start = load_start(loading, *node, "/start");

    const auto list = [&](std::string_view key, auto load, auto& into) {
        reader.each(key,
                    [&](const YamlNode& item, const std::string& path) { into.push_back(load(loading, item, path)); });
    };
    list("forms", load_form, definition.forms);
    read_course(loading, reader, definition);
    list("notices", load_notice, definition.notices);
    list("prohibitions", load_prohibition, definition.prohibitions);
    list("flags", load_flag, definition.flags);
    list("versions", load_version, definition.versions);
    list("milestones", load_milestone, definition.milestones);
    list("child-ends", load_child_ends, definition.child_ends);
    list("settings", load_setting, definition.settings);
    definition.keep = load_keep(loading, reader);
    definition.outcomes = load_options(loading, reader, "outcomes");
    reader.each("includes", [&](const YamlNode& item, const std::string& path) {
        MapReader inner(loading, item, {"include"}, path);
        Definition::Include include;
        include.line = item.line;
        include.component = inner.required_id("component");
        include.as = inner.id("as");
        inner.each_named("with", [&](const std::string& name, const YamlNode& node, const std::string& at) {
            if (node.is_scalar() && is_id(node.text))
                include.with[name] = node.text;
            else
                loading.error(node.line, at, "`with` says, for each name of the component, the name it has here");
        });
        definition.includes.push_back(std::move(include));
    });
    read_overlay(loading, reader, definition);
    definition.carries = load_carries(loading, reader);
    return definition;
}

}  // namespace hearken::procedure
