#include <set>

#include "procedure/load.hpp"

namespace hearken::procedure {

namespace {

void read_options_into(Loading& loading, const YamlNode& node, const std::string& path, std::vector<Option>& options) {
    Option option;
    if (node.is_scalar()) {
        option.label = node.text;
        option.id = id_from_label(node.text);
        if (option.id.empty())
            loading.error(node.line, path, "no id can be made from this label; write {id: .., label: ..}");
    } else {
        MapReader reader(loading, node, {"option"}, path);
        option.label = reader.required_text("label");
        option.id = reader.id("id");
        if (option.id.empty()) option.id = id_from_label(option.label);
        option.hint = reader.text("hint");
        option.exclusive = reader.yes_no("exclusive", false);
        option.needs_text = !reader.word_text("asks", "asks").empty();
        if (auto lines = reader.list("more"); !lines.empty()) option.more.push_back({{}, std::move(lines)});
        option.definition = reader.id("definition");
    }
    for (const Option& other : options)
        if (other.id == option.id && !option.id.empty())
            loading.error(node.line, path, "two options have the id `" + option.id + "`");
    options.push_back(std::move(option));
}

Layout load_layout(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"layout"}, path);
    Layout layout;
    layout.style = reader.word("style", "layout style", Layout::Style::OnePage);
    layout.check_answers = reader.yes_no("check-answers", true);
    reader.each("sections", [&](const YamlNode& item, const std::string& item_path) {
        MapReader inner(loading, item, {"section"}, item_path);
        Layout::Section section;
        section.id = inner.required_id("id");
        section.title = inner.text("title");
        section.hint = inner.text("hint");
        section.fields = inner.ids("fields");
        section.when = load_condition_at(loading, inner, "when");
        layout.sections.push_back(std::move(section));
    });
    return layout;
}

}  // namespace

std::vector<Option> load_options(Loading& loading, MapReader& reader, std::string_view key) {
    std::vector<Option> options;
    const YamlNode* node = reader.take(key);
    if (!node) return options;
    if (!node->is_list()) {
        reader.fault_at(key, "`" + std::string(key) + "` must be a list of labels or of {id, label}");
        return options;
    }
    for (size_t i = 0; i < node->items.size(); ++i)
        read_options_into(loading, node->items[i], reader.child_path(key) + "/" + std::to_string(i + 1), options);
    return options;
}

Field load_field(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"field"}, path);
    Field field;
    field.line = node.line;
    field.id = reader.required_id("id");
    field.label = reader.text("label");
    field.hint = reader.text("hint");
    if (!reader.has("type") && node.is_map()) reader.fault("`type` is missing");
    field.type = reader.word("type", "field type", FieldType::Text);
    if (field.label.empty() && field.type != FieldType::Computed && node.is_map())
        reader.fault("`label` is missing: the question as people read it");
    field.required = reader.word("required", "field required", Field::Required::No);
    field.required_when = load_condition_at(loading, reader, "required-when");
    field.when = load_condition_at(loading, reader, "when");
    field.not_known = reader.yes_no("not-known", false);
    field.not_known_label = reader.text("not-known-label");
    field.reason_if_not_known = reader.yes_no("reason-if-not-known", false);
    field.options = load_options(loading, reader, "options");
    field.code_list = reader.id("code-list");
    field.of_kind = reader.id("of-kind");
    field.working_day = reader.yes_no("working-day", false);
    field.max_length = reader.number("max-length", 0);
    field.readers = reader.list("readers");
    field.hidden_from = reader.list("hidden-from");
    field.unmask_when =
        reader.has("unmask-when") ? load_condition_at(loading, reader, "unmask-when") : Condition::that_never_holds();
    const YamlNode* rows = node.find("rows");
    const bool of_group = rows && rows->is_scalar() && rows->text.find('.') != std::string::npos;  // those of a group asked before
    field.rows = of_group ? reader.text("rows") : reader.word_text("rows", "rows");
    field.computed_from = reader.text("computed-from");
    if (const auto anchor = anchor_from_text(field.computed_from))
        load_anchor(loading, field.computed_from, node.line, path);
    field.carries = load_carries(loading, reader);

    Loading inside = loading;
    inside.group = field.id;
    if (const YamlNode* columns = node.find("fields"); columns && columns->is_list())
        for (const YamlNode& column : columns->items)
            if (const YamlNode* id = column.is_map() ? column.find("id") : nullptr; id && id->is_scalar())
                inside.columns.insert(id->text);
    reader.each("fields", [&](const YamlNode& item, const std::string& item_path) {
        field.fields.push_back(load_field(inside, item, item_path));
    });

    const bool chooses = field.type == FieldType::Choice || field.type == FieldType::Choices;
    if (chooses == (field.options.empty() && field.code_list.empty()) && reader.has("type"))
        reader.fault(chooses ? "a choice needs `options` or a `code-list`"
                             : "`options` and `code-list` belong to a choice; remove them");
    if (!field.options.empty() && !field.code_list.empty()) reader.fault("`options` or `code-list`, not both");
    if ((field.type == FieldType::Group) == field.fields.empty() && reader.has("type"))
        reader.fault(field.fields.empty() ? "a group needs `fields`: its columns"
                                          : "`fields` belong to a group; remove them");
    if (field.working_day && field.type != FieldType::Date && field.type != FieldType::DateTime)
        reader.fault("`working-day` belongs to a date or a date and time; remove it");
    if (reader.yes_no("happened", false)) {
        if (field.type != FieldType::Date && field.type != FieldType::DateTime)
            reader.fault("`happened` belongs to a date or a date and time; remove it");
        field.computed_from = "event time";
    }
    if (!field.rows.empty() && field.type != FieldType::Group) reader.fault("`rows` belong to a group; remove it");
    if ((field.type == FieldType::Computed) != reader.has("computed-from") && reader.has("type"))
        reader.fault(field.type == FieldType::Computed ? "`computed-from` is missing"
                                                       : "`computed-from` belongs to a computed field; remove it");
    if ((!field.not_known_label.empty() || field.reason_if_not_known) && !field.not_known)
        reader.fault("write `not-known: yes` as well");
    return field;
}

Form load_form(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"form"}, path);
    Form form;
    form.line = node.line;
    form.id = reader.required_id("id");
    form.title = reader.required_text("title");
    form.hint = reader.text("hint");
    form.per_child = !reader.word_text("per", "per").empty();
    Loading inside = loading;
    inside.form = form.id;
    reader.each("fields", [&](const YamlNode& item, const std::string& item_path) {
        form.fields.push_back(load_field(inside, item, item_path));
    });
    if (const YamlNode* layout = reader.take("layout"))
        form.layout = load_layout(inside, *layout, reader.child_path("layout"));
    form.readers = reader.list("readers");
    form.locks_on_signature = reader.yes_no("locks-on-signature", true);
    form.carries = load_carries(loading, reader);
    if (form.fields.empty() && node.is_map()) reader.fault("a form needs `fields`");
    return form;
}

}  // namespace hearken::procedure
