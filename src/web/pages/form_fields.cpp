#include "web/pages/form_fields.hpp"

#include <algorithm>

#include "engine/answers_check.hpp"

namespace hearken::web {

using procedure::Condition;
using procedure::Field;
using procedure::FieldType;

namespace {

/// Whether a field's choices can have further questions under them.
bool can_reveal(const Field& field, const FormSetting& setting) {
    switch (field.type) {
        case FieldType::YesNo:
        case FieldType::YesNoNotKnown:
        case FieldType::Choices: return true;
        case FieldType::Choice: return options_of(field, setting).size() <= kMostRadios;
        default: return false;
    }
}

/// The one choice that a condition asks for; empty when it asks for anything else.
std::string choice_asked(const Condition& condition) {
    if (condition.kind != Condition::Kind::Answer) return {};
    if (condition.test == Condition::Test::NotKnown) return kNotKnown;
    const bool names_one = (condition.test == Condition::Test::Is || condition.test == Condition::Test::In) && condition.values.size() == 1;
    return names_one ? condition.values.front() : std::string{};
}

bool has_choice(const Field& field, const std::string& choice, const FormSetting& setting) {
    if (choice == kNotKnown || choice == "not-known") return field.not_known || field.type == FieldType::YesNoNotKnown;
    if (field.type == FieldType::YesNo || field.type == FieldType::YesNoNotKnown) return choice == "yes" || choice == "no";
    const auto& options = options_of(field, setting);
    return std::any_of(options.begin(), options.end(), [&](const auto& option) { return option.id == choice; });
}

std::string control_of(const Field& field, const std::string& path, const std::string& prefix) {
    const std::string control = prefix + field.id;
    const std::string beside = path.substr(field.id.size());
    if (beside == "-reason") return control + "--reason";
    if (beside == "-speaker") return control + "--speaker";
    if (beside.starts_with('.')) return control + "--" + beside.substr(1, beside.size() - 6) + "--text";
    switch (field.type) {
        case FieldType::Date:
        case FieldType::ApproximateDate:
        case FieldType::DateTime: return control + "--day";
        default: return control;
    }
}

std::string control_at(const FieldList& fields, const std::string& path, const std::string& prefix) {
    const auto bracket = path.find('[');
    if (bracket == std::string::npos) {
        for (const auto* field : fields)
            if (engine::belongs_to(*field, path)) return control_of(*field, path, prefix);
        return {};
    }
    for (const auto* field : fields) {
        if (field->id != path.substr(0, bracket)) continue;
        const auto close = path.find(']', bracket);
        if (field->type != FieldType::Group || close == std::string::npos || close + 2 > path.size()) return prefix + field->id;
        const std::string row = prefix + field->id + "--" + path.substr(bracket + 1, close - bracket - 1) + "--";
        return control_at(pointers_to(field->fields), path.substr(close + 2), row);
    }
    return {};
}

}  // namespace

const std::vector<procedure::Option>& options_of(const Field& field, const FormSetting& setting) {
    if (field.code_list.empty() || !setting.vocabulary) return field.options;
    const auto list = setting.vocabulary->code_lists.find(field.code_list);
    return list == setting.vocabulary->code_lists.end() ? field.options : list->second;
}

FieldPlace FieldPlace::row(const Field& group, size_t number) const {
    const std::string at = std::to_string(number);
    FieldPlace inner{control + group.id + "--" + at + "--", path + group.id + "[" + at + "].", {}};
    for (const auto& name : conditions) inner.conditions.push_back(name + group.id + ".");
    inner.conditions.insert(inner.conditions.end(), conditions.begin(), conditions.end());
    return inner;
}

Reveal reveal_of(const Field& field, const FieldList& neighbours, const FieldPlace& place, const FormSetting& setting) {
    std::string choice = choice_asked(field.when);
    if (choice.empty()) return {};
    for (const auto& prefix : place.conditions)
        for (const auto* parent : neighbours) {
            if (parent == &field || field.when.name != prefix + parent->id || !can_reveal(*parent, setting)) continue;
            if (!has_choice(*parent, choice, setting)) return {};
            if (choice == "not-known") choice = kNotKnown;
            return {parent, choice};
        }
    return {};
}

std::vector<ErrorSummaryItem> error_items(const FieldList& fields, const ErrorList& errors) {
    std::vector<ErrorSummaryItem> items;
    for (const auto& error : errors) {
        auto control = control_at(fields, error.field, "f-");
        if (control.empty()) control = error.field;  // a control beside the form, called by its own name
        items.push_back({.content = error.text, .href = control.empty() ? "" : "#" + control});
    }
    return items;
}

FieldList pointers_to(const std::vector<Field>& fields) {
    FieldList list;
    for (const auto& field : fields) list.push_back(&field);
    return list;
}

}  // namespace hearken::web
