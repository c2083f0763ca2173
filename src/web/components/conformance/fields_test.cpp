#include "web/components/button.hpp"
#include "web/components/character_count.hpp"
#include "web/components/checkboxes.hpp"
#include "web/components/conformance/options_from_json.hpp"
#include "web/components/date_input.hpp"
#include "web/components/file_upload.hpp"
#include "web/components/password_input.hpp"
#include "web/components/radios.hpp"
#include "web/components/select.hpp"
#include "web/components/text_input.hpp"
#include "web/components/textarea.hpp"

namespace hearken::web::testing {
namespace {

Affix affix_from(const Json& j) {
    return {.content = content(j), .classes = text(j, "classes"), .attributes = attributes(j)};
}

Html text_input_fixture(const Json& j) {
    const auto& wrapper = member(j, "inputWrapper");
    return text_input({.name = text(j, "name"),
                       .id = text(j, "id"),
                       .type = text(j, "type", "text"),
                       .label = label_from(member(j, "label")),
                       .hint = hint_from(member(j, "hint")),
                       .error = error_from(member(j, "errorMessage")),
                       .value = text_of(member(j, "value")),
                       .classes = text(j, "classes"),
                       .prefix = affix_from(member(j, "prefix")),
                       .suffix = affix_from(member(j, "suffix")),
                       .form_group = form_group_from(j),
                       .wrapper = {.classes = text(wrapper, "classes"), .attributes = attributes(wrapper)},
                       .disabled = yes(j, "disabled"),
                       .described_by = text(j, "describedBy"),
                       .autocomplete = text(j, "autocomplete"),
                       .autocapitalize = text(j, "autocapitalize"),
                       .pattern = text(j, "pattern"),
                       .inputmode = text(j, "inputmode"),
                       .spellcheck = maybe(j, "spellcheck"),
                       .attributes = attributes(j)});
}

Html textarea_fixture(const Json& j) {
    return textarea({.name = text(j, "name"),
                     .id = text(j, "id"),
                     .label = label_from(member(j, "label")),
                     .hint = hint_from(member(j, "hint")),
                     .error = error_from(member(j, "errorMessage")),
                     .value = text(j, "value"),
                     .rows = number(j, "rows", 5),
                     .classes = text(j, "classes"),
                     .form_group = form_group_from(j),
                     .disabled = yes(j, "disabled"),
                     .described_by = text(j, "describedBy"),
                     .autocomplete = text(j, "autocomplete"),
                     .spellcheck = maybe(j, "spellcheck"),
                     .attributes = attributes(j)});
}

Html character_count_fixture(const Json& j) {
    return character_count({.name = text(j, "name"),
                            .id = text(j, "id"),
                            .label = label_from(member(j, "label")),
                            .hint = hint_from(member(j, "hint")),
                            .error = error_from(member(j, "errorMessage")),
                            .value = text(j, "value"),
                            .rows = number(j, "rows", 5),
                            .max_length = number(j, "maxlength"),
                            .max_words = number(j, "maxwords"),
                            .count_type = text(j, "countType"),
                            .threshold = number(j, "threshold"),
                            .classes = text(j, "classes"),
                            .form_group = form_group_from(j),
                            .count_message_classes = text(member(j, "countMessage"), "classes"),
                            .textarea_description = text(j, "textareaDescriptionText"),
                            .characters_under_limit = plurals(j, "charactersUnderLimitText"),
                            .characters_at_limit = text(j, "charactersAtLimitText"),
                            .characters_over_limit = plurals(j, "charactersOverLimitText"),
                            .words_under_limit = plurals(j, "wordsUnderLimitText"),
                            .words_at_limit = text(j, "wordsAtLimitText"),
                            .words_over_limit = plurals(j, "wordsOverLimitText"),
                            .spellcheck = maybe(j, "spellcheck"),
                            .attributes = attributes(j)});
}

std::vector<Choice> choices_from(const Json& items) {
    std::vector<Choice> made;
    for (const auto& item : items) {
        const auto& its_label = member(item, "label");
        made.push_back({.value = text_of(member(item, "value")),
                        .content = content(item),
                        .id = text(item, "id"),
                        .name = text(item, "name"),
                        .hint = hint_from(member(item, "hint")),
                        .checked = maybe(item, "checked"),
                        .disabled = yes(item, "disabled"),
                        .conditional = markup(member(item, "conditional"), "html"),
                        .behaviour = text(item, "behaviour"),
                        .label_classes = text(its_label, "classes"),
                        .label_attributes = attributes(its_label),
                        .attributes = attributes(item),
                        .divider = text(item, "divider"),
                        .left_out = !truthy(item)});
    }
    return made;
}

Html radios_fixture(const Json& j) {
    return radios({.name = text(j, "name"),
                   .id_prefix = text(j, "idPrefix"),
                   .fieldset = maybe_fieldset(j),
                   .hint = hint_from(member(j, "hint")),
                   .error = error_from(member(j, "errorMessage")),
                   .items = choices_from(member(j, "items")),
                   .value = text(j, "value"),
                   .classes = text(j, "classes"),
                   .form_group = form_group_from(j),
                   .attributes = attributes(j)});
}

Html checkboxes_fixture(const Json& j) {
    std::vector<std::string> values;
    for (const auto& value : member(j, "values")) values.push_back(text_of(value));
    return checkboxes({.name = text(j, "name"),
                       .id_prefix = text(j, "idPrefix"),
                       .fieldset = maybe_fieldset(j),
                       .hint = hint_from(member(j, "hint")),
                       .error = error_from(member(j, "errorMessage")),
                       .items = choices_from(member(j, "items")),
                       .values = values,
                       .classes = text(j, "classes"),
                       .form_group = form_group_from(j),
                       .described_by = text(j, "describedBy"),
                       .attributes = attributes(j)});
}

Html select_fixture(const Json& j) {
    std::vector<SelectItem> items;
    for (const auto& item : member(j, "items"))
        if (truthy(item))
            items.push_back({.text = text_of(member(item, "text")),
                             .value = item.contains("value") ? std::optional(text_of(item["value"])) : std::nullopt,
                             .selected = maybe(item, "selected"),
                             .disabled = yes(item, "disabled"),
                             .attributes = attributes(item)});
    return select({.name = text(j, "name"),
                   .id = text(j, "id"),
                   .label = label_from(member(j, "label")),
                   .hint = hint_from(member(j, "hint")),
                   .error = error_from(member(j, "errorMessage")),
                   .items = items,
                   .value = text(j, "value"),
                   .classes = text(j, "classes"),
                   .form_group = form_group_from(j),
                   .disabled = yes(j, "disabled"),
                   .described_by = text(j, "describedBy"),
                   .attributes = attributes(j)});
}

DatePart date_part_from(const Json& item, const std::string& default_name, const Json& values,
                        const std::string& prefix, const Json& same_part) {
    const auto name = text(item, "name", default_name);
    auto value = text_of(member(item, "value"));
    if (value.empty()) value = text_of(member(same_part, "value"));
    if (value.empty()) value = text_of(member(values, prefix.empty() ? name : prefix + "-" + name));
    return {.name = name,
            .label = text(item, "label"),
            .id = text(item, "id"),
            .value = value,
            .classes = text(item, "classes"),
            .width = default_name == "year" ? 4 : 2,
            .error = maybe(item, "error"),
            .inputmode = text(item, "inputmode", "numeric"),
            .autocomplete = text(item, "autocomplete"),
            .pattern = text(item, "pattern"),
            .attributes = attributes(item)};
}

/// In Nunjucks the parts come from `items` or from `day`, `month` and `year`, whose names may be changed there.
std::vector<DatePart> date_parts_from(const Json& j) {
    const auto& values = member(j, "values");
    const auto prefix = text(j, "namePrefix");
    const std::vector<std::string> names{"day", "month", "year"};
    Json standard = Json::object();
    for (const auto& name : names) {
        if (j.contains(name))
            standard[name] = j[name];
        else
            standard[name] = {{"name", name},
                              {"value", member(values, name)},
                              {"classes", name == "year" ? "govuk-input--width-4" : "govuk-input--width-2"}};
    }
    std::vector<DatePart> made;
    const auto& items = member(j, "items");
    if (items.is_array() && !items.empty()) {
        for (const auto& item : items) {
            std::string role;
            for (const auto& name : names)
                if (text(item, "name") == name || text(item, "name") == text(standard[name], "name")) role = name;
            made.push_back(date_part_from(item, role, values, prefix, role.empty() ? Json() : standard[role]));
        }
    } else {
        for (const auto& name : names)
            if (truthy(standard[name]))
                made.push_back(date_part_from(standard[name], name, values, prefix, standard[name]));
    }
    return made;
}

Html date_input_fixture(const Json& j) {
    return date_input({.id = text(j, "id"),
                       .name_prefix = text(j, "namePrefix"),
                       .fieldset = maybe_fieldset(j),
                       .hint = hint_from(member(j, "hint")),
                       .error = error_from(member(j, "errorMessage")),
                       .parts = date_parts_from(j),
                       .classes = text(j, "classes"),
                       .form_group = form_group_from(j),
                       .attributes = attributes(j)});
}

Html button_fixture(const Json& j) {
    return button({.content = content(j),
                   .href = text(j, "href"),
                   .type = text(j, "type", "submit"),
                   .name = text(j, "name"),
                   .value = text(j, "value"),
                   .id = text(j, "id"),
                   .classes = text(j, "classes"),
                   .disabled = yes(j, "disabled"),
                   .is_start_button = yes(j, "isStartButton"),
                   .prevent_double_click = maybe(j, "preventDoubleClick"),
                   .attributes = attributes(j)});
}

Html file_upload_fixture(const Json& j) {
    return file_upload({.name = text(j, "name"),
                        .id = text(j, "id"),
                        .label = label_from(member(j, "label")),
                        .hint = hint_from(member(j, "hint")),
                        .error = error_from(member(j, "errorMessage")),
                        .drop_zone = yes(j, "javascript"),
                        .multiple = yes(j, "multiple"),
                        .disabled = yes(j, "disabled"),
                        .classes = text(j, "classes"),
                        .wrapper_classes = text(j, "wrapperClasses"),
                        .wrapper_attributes = attributes(j, "wrapperAttributes"),
                        .form_group = form_group_from(j),
                        .described_by = text(j, "describedBy"),
                        .choose_files_button = text(j, "chooseFilesButtonText"),
                        .no_file_chosen = text(j, "noFileChosenText"),
                        .multiple_files_chosen = plurals(j, "multipleFilesChosenText"),
                        .drop_instruction = text(j, "dropInstructionText"),
                        .entered_drop_zone = text(j, "enteredDropZoneText"),
                        .left_drop_zone = text(j, "leftDropZoneText"),
                        .attributes = attributes(j)});
}

Html password_input_fixture(const Json& j) {
    return password_input({.name = text(j, "name"),
                           .id = text(j, "id"),
                           .label = label_from(member(j, "label")),
                           .hint = hint_from(member(j, "hint")),
                           .error = error_from(member(j, "errorMessage")),
                           .value = text(j, "value"),
                           .classes = text(j, "classes"),
                           .button_classes = text(member(j, "button"), "classes"),
                           .form_group = form_group_from(j),
                           .disabled = yes(j, "disabled"),
                           .described_by = text(j, "describedBy"),
                           .autocomplete = text(j, "autocomplete", "current-password"),
                           .show_password = text(j, "showPasswordText"),
                           .hide_password = text(j, "hidePasswordText"),
                           .show_password_aria_label = text(j, "showPasswordAriaLabelText"),
                           .hide_password_aria_label = text(j, "hidePasswordAriaLabelText"),
                           .password_shown_announcement = text(j, "passwordShownAnnouncementText"),
                           .password_hidden_announcement = text(j, "passwordHiddenAnnouncementText"),
                           .attributes = attributes(j)});
}

/// A renderer that does not look at what is expected.
template <Html (*render)(const Json&)>
Html plain(const Json& options, const std::string&) {
    return render(options);
}

}  // namespace

void add_field_renderers(Renderers& renderers) {
    renderers["label"] = [](const Json& j, const std::string&) { return label(label_from(j)); };
    renderers["hint"] = [](const Json& j, const std::string&) { return hint(hint_from(j)); };
    renderers["error-message"] = [](const Json& j, const std::string&) { return error_message(error_from(j)); };
    renderers["fieldset"] = [](const Json& j, const std::string&) { return fieldset(fieldset_from(j)); };
    renderers["input"] = plain<text_input_fixture>;
    renderers["textarea"] = plain<textarea_fixture>;
    renderers["character-count"] = plain<character_count_fixture>;
    renderers["radios"] = plain<radios_fixture>;
    renderers["checkboxes"] = plain<checkboxes_fixture>;
    renderers["select"] = plain<select_fixture>;
    renderers["date-input"] = plain<date_input_fixture>;
    renderers["button"] = plain<button_fixture>;
    renderers["file-upload"] = plain<file_upload_fixture>;
    renderers["password-input"] = plain<password_input_fixture>;
}

}  // namespace hearken::web::testing
