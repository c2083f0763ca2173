#include <algorithm>

#include "web/components/button.hpp"
#include "web/components/character_count.hpp"
#include "web/components/checkboxes.hpp"
#include "web/components/date_input.hpp"
#include "web/components/file_upload.hpp"
#include "web/components/inset_text.hpp"
#include "web/components/radios.hpp"
#include "web/components/select.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/text_input.hpp"
#include "web/components/textarea.hpp"
#include "web/pages/form_fields.hpp"
#include "web/pages/form_fields_body_map.hpp"
#include "web/pages/form_fields_dates.hpp"
#include "web/pages/form_fields_meanings.hpp"

namespace hearken::web {

using engine::Answer;
using engine::Answers;
using procedure::Field;
using procedure::FieldType;
using procedure::Option;

namespace {

const Answer* find(const Answers& answers, const std::string& id) {
    const auto found = answers.find(id);
    return found == answers.end() ? nullptr : &found->second;
}

std::string first_of(const Answers& answers, const std::string& id) {
    const auto* answer = find(answers, id);
    return answer ? answer->first() : std::string{};
}

bool is_not_known(const Answers& answers, const Field& field) {
    const auto* answer = find(answers, field.id);
    return answer && answer->kind == Answer::Kind::NotKnown;
}

bool is_optional(const Field& field) { return field.required == Field::Required::No && field.required_when.always(); }

std::string label_of(const Field& field) { return (field.label.empty() ? field.id : field.label) + (is_optional(field) ? " (optional)" : ""); }

std::string hint_of(const Field& field) {
    if (field.required != Field::Required::ToClose) return field.hint;
    return field.hint + (field.hint.empty() ? "" : " ") + "You can leave it for now. It is needed before this is closed.";
}

std::string not_known_label(const Field& field) { return field.not_known_label.empty() ? "Not known" : field.not_known_label; }

class Renderer {
public:
    Renderer(const FormSetting& setting, const ErrorList& errors) : setting_(setting), errors_(errors) {}

    Html fields(const FieldList& list, const Answers& answers, const FieldPlace& place) const {
        Html out;
        for (const auto* field : list)
            if (!reveal_of(*field, list, place, setting_).parent) out << one(*field, list, answers, place);
        return out;
    }

private:
    /// What a single control needs to know.
    struct Asked {
        const Field& field;
        const FieldList& neighbours;
        const Answers& answers;
        const FieldPlace& place;
        std::string name() const { return place.control + field.id; }
        std::string path() const { return place.path + field.id; }
    };

    Html one(const Field& field, const FieldList& neighbours, const Answers& answers, const FieldPlace& place) const {
        const Asked asked{field, neighbours, answers, place};
        switch (field.type) {
            case FieldType::LongText:
            case FieldType::Address: return with_not_known(asked, long_text(asked));
            case FieldType::YesNo:
            case FieldType::YesNoNotKnown:
            case FieldType::Choice:
            case FieldType::Person: return one_of(asked);
            case FieldType::Choices:
            case FieldType::People: return several_of(asked);
            case FieldType::Organisation: return with_not_known(asked, list_of(asked, organisations(field)));
            case FieldType::Date:
            case FieldType::ApproximateDate: return with_not_known(asked, date(asked));
            case FieldType::DateTime: return with_not_known(asked, moment(asked));
            case FieldType::BodyMap: return marks(asked);
            case FieldType::Quotation: return with_not_known(asked, quotation(asked));
            case FieldType::Signature: return signature(asked);
            case FieldType::Group: return group(asked);
            case FieldType::Computed: return computed(asked);
            case FieldType::File: return with_not_known(asked, files(asked));
            case FieldType::Text:
            case FieldType::Number: break;
        }
        return with_not_known(asked, text(asked));
    }

    ErrorMessage error_at(const std::string& path) const {
        for (const auto& error : errors_)
            if (error.field == path) return {.content = error.text};
        return {};
    }

    bool is_heading(const Asked& asked) const { return setting_.question_is_heading && asked.place.path.empty(); }

    Label label(const Asked& asked) const {
        const bool heading = is_heading(asked);
        return {.content = label_of(asked.field), .classes = heading ? "govuk-label--l" : asked.place.path.empty() ? "govuk-label--s" : "", .is_page_heading = heading};
    }

    Fieldset legend(const Asked& asked) const {
        const bool heading = is_heading(asked);
        return {.legend = {.content = label_of(asked.field),
                           .classes = heading ? "govuk-fieldset__legend--l" : asked.place.path.empty() ? "govuk-fieldset__legend--s" : "",
                           .is_page_heading = heading}};
    }

    Html text(const Asked& asked) const {
        const auto& field = asked.field;
        const bool is_number = field.type == FieldType::Number;
        return text_input({.name = asked.name(),
                           .label = label(asked),
                           .hint = {.content = hint_of(field)},
                           .error = error_at(asked.path()),
                           .value = first_of(asked.answers, field.id),
                           .classes = is_number ? "govuk-input--width-10" : "",
                           .autocomplete = "off",
                           .inputmode = is_number ? "decimal" : ""});
    }

    /// A count of characters only where a limit of the field's own is likely to be met.
    Html long_text(const Asked& asked) const {
        const auto& field = asked.field;
        const int rows = field.type == FieldType::Address ? 4 : is_heading(asked) ? 8 : 5;
        if (field.max_length > 0)
            return character_count({.name = asked.name(), .label = label(asked), .hint = {.content = hint_of(field)}, .error = error_at(asked.path()),
                                    .value = first_of(asked.answers, field.id), .rows = rows, .max_length = field.max_length});
        return textarea({.name = asked.name(), .label = label(asked), .hint = {.content = hint_of(field)}, .error = error_at(asked.path()),
                         .value = first_of(asked.answers, field.id), .rows = rows, .autocomplete = field.type == FieldType::Address ? "street-address" : ""});
    }

    Html revealed(const Asked& asked, const std::string& option) const {
        Html out;
        for (const auto* field : asked.neighbours) {
            const auto reveal = reveal_of(*field, asked.neighbours, asked.place, setting_);
            if (reveal.parent == &asked.field && reveal.option == option) out << one(*field, asked.neighbours, asked.answers, asked.place);
        }
        return out;
    }

    Html reason(const Asked& asked) const {
        if (!asked.field.reason_if_not_known) return {};
        const std::string key = asked.field.id + "-reason";
        return text_input({.name = asked.name() + "--reason", .label = {.content = "Why not?"}, .error = error_at(asked.place.path + key), .value = first_of(asked.answers, key)});
    }

    Html option_words(const Asked& asked, const Option& option) const {
        if (!option.needs_text) return {};
        const std::string key = asked.field.id + "." + option.id + "-text";
        Html words;
        if (option.words_label.empty()) words << "Give details"_html;
        else words << option.words_label << "<span class=\"govuk-visually-hidden\"> "_html << option.label << "</span>"_html;
        return text_input({.name = asked.name() + "--" + option.id + "--text", .label = {.content = words}, .error = error_at(asked.place.path + key), .value = first_of(asked.answers, key)});
    }

    Choice choice(const Asked& asked, const Option& option) const {
        Html under = step_of(option);
        under << option_words(asked, option) << revealed(asked, option.id);
        return {.value = option.id, .content = option.label.empty() ? option.id : option.label, .hint = {.content = option.hint}, .conditional = under,
                .behaviour = option.exclusive ? "exclusive" : ""};
    }

    Choice not_known_choice(const Asked& asked) const {
        Html under = reason(asked);
        under << revealed(asked, kNotKnown);
        return {.value = kNotKnown, .content = not_known_label(asked.field), .conditional = under, .behaviour = "exclusive"};
    }

    std::vector<Option> choices_of(const Asked& asked) const {
        const auto& field = asked.field;
        if (field.type == FieldType::YesNo || field.type == FieldType::YesNoNotKnown) return {{"yes", "Yes", {}, false, false}, {"no", "No", {}, false, false}};
        if (field.type == FieldType::Person || field.type == FieldType::People) return people(asked);
        return still_offered(asked, options_of(field, setting_));
    }

    /// What an earlier edition offered stays where it was chosen, and is offered to nobody else.
    static std::vector<Option> still_offered(const Asked& asked, std::vector<Option> options) {
        const auto* answer = find(asked.answers, asked.field.id);
        std::erase_if(options, [&](const Option& option) {
            return option.retired && (!answer || std::find(answer->values.begin(), answer->values.end(), option.id) == answer->values.end());
        });
        return options;
    }

    /// Whom the record knows; somebody answered before who is not among them keeps their place.
    std::vector<Option> people(const Asked& asked) const {
        std::vector<Option> options;
        const auto& kind = asked.field.of_kind;
        for (const auto& person : setting_.people)
            if (!(person.at_work && kind == "child") && !(person.subject && kind == "professional")) options.push_back({person.id, person.name, {}, false, false});
        if (const auto* answer = find(asked.answers, asked.field.id))
            for (const auto& value : answer->values)
                if (!value.empty() && std::none_of(options.begin(), options.end(), [&](const Option& one) { return one.id == value; }))
                    options.push_back({value, "Somebody chosen before", {}, false, false});
        return options;
    }

    Html one_of(const Asked& asked) const {
        const auto options = choices_of(asked);
        // One person alone is no choice to tick and not to be able to untick: a list keeps "nobody yet".
        if (options.size() > kMostRadios || (options.size() == 1 && asked.field.type == FieldType::Person)) {
            std::vector<Named> names;
            for (const auto& option : options) names.push_back({option.id, option.label.empty() ? option.id : option.label});
            return with_not_known(asked, list_of(asked, names));
        }
        Radios radios_of{.name = asked.name(), .fieldset = legend(asked), .hint = {.content = hint_of(asked.field)}, .error = error_at(asked.path())};
        for (const auto& option : options) radios_of.items.push_back(choice(asked, option));
        if (asked.field.type == FieldType::YesNoNotKnown) {
            radios_of.items.push_back(not_known_choice(asked));
        } else if (asked.field.not_known || options.empty()) {
            if (!options.empty()) radios_of.items.push_back({.divider = "or"});
            radios_of.items.push_back(not_known_choice(asked));
        }
        if (options.size() == 2 && radios_of.items.size() == 2 && radios_of.items[0].conditional.empty() && radios_of.items[1].conditional.empty() &&
            asked.field.type == FieldType::YesNo)
            radios_of.classes = "govuk-radios--inline";
        radios_of.value = is_not_known(asked.answers, asked.field) ? kNotKnown : first_of(asked.answers, asked.field.id);
        if (radios_of.value == "not-known" && asked.field.type == FieldType::YesNoNotKnown) radios_of.value = kNotKnown;
        return radios(radios_of) << meanings_of(options);
    }

    Html several_of(const Asked& asked) const {
        Checkboxes boxes{.name = asked.name(), .fieldset = legend(asked), .hint = {.content = hint_of(asked.field)}, .error = error_at(asked.path())};
        if (boxes.hint.content.empty()) boxes.hint.content = "Select all that apply.";
        const auto options = choices_of(asked);
        for (const auto& option : options) {
            if (option.exclusive && !boxes.items.empty() && boxes.items.back().behaviour.empty()) boxes.items.push_back({.divider = "or"});
            boxes.items.push_back(choice(asked, option));
        }
        if (asked.field.not_known || options.empty()) {
            if (!options.empty()) boxes.items.push_back({.divider = "or"});
            boxes.items.push_back(not_known_choice(asked));
        }
        if (const auto* answer = find(asked.answers, asked.field.id)) boxes.values = answer->values;
        if (is_not_known(asked.answers, asked.field)) boxes.values.push_back(kNotKnown);
        return checkboxes(boxes) << meanings_of(options);
    }

    std::vector<Named> organisations(const Field& field) const {
        const auto found = setting_.organisations.find(field.of_kind);
        return found == setting_.organisations.end() ? std::vector<Named>{} : found->second;
    }

    Html list_of(const Asked& asked, const std::vector<Named>& names) const {
        Select list{.name = asked.name(), .label = label(asked), .hint = {.content = hint_of(asked.field)}, .error = error_at(asked.path()), .value = first_of(asked.answers, asked.field.id)};
        list.items.push_back({.text = "Choose one", .value = ""});
        for (const auto& each : names) list.items.push_back({.text = each.name, .value = each.id});
        const auto known = std::any_of(names.begin(), names.end(), [&](const Named& one) { return one.id == list.value; });
        if (!list.value.empty() && !known) list.items.push_back({.text = "The one chosen before", .value = list.value});
        return select(list);
    }

    DateInput date_boxes(const Asked& asked, const TypedDate& typed, const ErrorMessage& error) const {
        const std::string name = asked.name();
        DateInput input{.id = name, .fieldset = legend(asked), .hint = {.content = hint_of(asked.field)}, .error = error};
        input.parts = {{.name = name + "--day", .label = "Day", .id = name + "--day", .value = typed.day, .width = 2},
                       {.name = name + "--month", .label = "Month", .id = name + "--month", .value = typed.month, .width = 2},
                       {.name = name + "--year", .label = "Year", .id = name + "--year", .value = typed.year, .width = 4}};
        return input;
    }

    Html date(const Asked& asked) const {
        auto input = date_boxes(asked, typed_date(first_of(asked.answers, asked.field.id)), error_at(asked.path()));
        if (asked.field.type == FieldType::ApproximateDate && asked.field.hint.empty()) input.hint.content = "If you only know the year, or the month and year, give that.";
        return date_input(input);
    }

    Html moment(const Asked& asked) const {
        const auto typed = typed_moment(first_of(asked.answers, asked.field.id));
        Html out;
        out << date_input(date_boxes(asked, typed.date, error_at(asked.path())));
        Html time_label;
        time_label << "Time<span class=\"govuk-visually-hidden\">: "_html << asked.field.label << "</span>"_html;
        out << text_input({.name = asked.name() + "--time", .label = {.content = time_label}, .hint = {.content = "For example, 4:50pm or 16:50"}, .value = typed.time,
                           .classes = "govuk-input--width-5", .autocomplete = "off"});
        return out;
    }

    Html marks(const Asked& asked) const {
        const auto* answer = find(asked.answers, asked.field.id);
        auto error = error_at(asked.path());
        for (const auto& one : errors_)
            if (error.content.empty() && one.field.starts_with(asked.path() + "[")) error.content = one.text;
        return body_map({.name = asked.name(), .legend = label_of(asked.field), .legend_classes = is_heading(asked) ? "govuk-fieldset__legend--l" : "govuk-fieldset__legend--s",
                         .is_page_heading = is_heading(asked), .hint = {.content = hint_of(asked.field)}, .error = error, .marks = answer ? body_marks(*answer) : std::vector<BodyMark>{}});
    }

    Html quotation(const Asked& asked) const {
        const std::string speaker = asked.field.id + "-speaker";
        Html out = textarea({.name = asked.name(), .label = label(asked), .hint = {.content = asked.field.hint.empty() ? "Exactly as they were said" : asked.field.hint},
                             .error = error_at(asked.path()), .value = first_of(asked.answers, asked.field.id), .rows = 3});
        out << text_input({.name = asked.name() + "--speaker", .label = {.content = "Whose words are these?", .classes = asked.place.path.empty() ? "govuk-label--s" : ""},
                           .error = error_at(asked.place.path + speaker), .value = first_of(asked.answers, speaker), .autocomplete = "off"});
        return out;
    }

    /// Those attached already stand in the form by id, each with a box that removes it; more are chosen with the control.
    Html files(const Asked& asked) const {
        const std::string name = asked.name();
        Html out, gone;
        Checkboxes attached{.name = name + kRemove, .hint = {.content = "Tick a file to remove it."}, .classes = "govuk-checkboxes--small"};
        attached.fieldset = Fieldset{.legend = {.content = "Files attached"}};
        const auto* answer = find(asked.answers, asked.field.id);
        for (const auto& id : answer ? answer->values : std::vector<std::string>{}) {
            const auto file = setting_.file_named ? setting_.file_named(id) : FileShown{id, {}};
            if (!file) {
                gone << inset_text({.content = "A file that was attached here was not sent within a day and is no longer kept. Attach it again."});
                continue;
            }
            out << "<input type=\"hidden\""_html;
            out.attr("name", name).attr("value", id) << ">\n"_html;
            Html words;
            words << "<span class=\"govuk-visually-hidden\">Remove </span>"_html << file->name << (file->size.empty() ? "" : " (" + file->size + ")");
            attached.items.push_back({.value = id, .content = words});
        }
        const auto its_hint = hint_of(asked.field);
        out << file_upload({.name = name, .label = label(asked),
                            .hint = {.content = its_hint + (its_hint.empty() ? "" : " ") + "Documents, pictures, e-mails or recordings of up to 20 MB each. You can choose several."},
                            .error = error_at(asked.path()), .multiple = true})
            << "\n"_html << gone;
        if (!attached.items.empty()) out << checkboxes(attached);
        return out;
    }

    Html signature(const Asked& asked) const {
        const std::string signed_by = first_of(asked.answers, asked.field.id);
        return checkboxes({.name = asked.name(), .fieldset = legend(asked), .hint = {.content = hint_of(asked.field)}, .error = error_at(asked.path()),
                           .items = {{.value = "signed", .content = "I sign this: " + (signed_by.empty() ? setting_.signer : signed_by), .checked = !signed_by.empty()}}});
    }

    Html computed(const Asked& asked) const {
        const std::string value = first_of(asked.answers, asked.field.id);
        if (value.empty()) return {};
        return summary_list({.rows = {{.key = {.content = asked.field.label}, .value = {.content = words_cell(in_words(asked.field, asked.answers, setting_))}}}});
    }

    /// "Not known" under a control that is not made of choices.
    Html with_not_known(const Asked& asked, Html control) const {
        if (!asked.field.not_known) return control;
        Html words;
        words << not_known_label(asked.field) << "<span class=\"govuk-visually-hidden\">: "_html << asked.field.label << "</span>"_html;
        Html under = reason(asked);
        under << revealed(asked, kNotKnown);
        control << checkboxes({.name = asked.name() + "--not-known", .items = {{.value = "yes", .content = words, .checked = is_not_known(asked.answers, asked.field), .conditional = under}},
                               .classes = "govuk-checkboxes--small"});
        return control;
    }

    Html row(const Asked& asked, const Answers& answers, size_t number, size_t of) const {
        const auto place = asked.place.row(asked.field, number);
        Html inside;
        if (const auto id = first_of(answers, "row-id"); !id.empty()) {
            inside << "<input type=\"hidden\""_html;
            inside.attr("name", place.control + "row-id").attr("value", id) << ">\n"_html;
        }
        inside << fields(pointers_to(asked.field.fields), answers, place);
        if (of > 1)
            inside << button({.content = "Remove " + std::to_string(number + 1), .name = kRowsButton, .value = "remove:" + asked.field.id + ":" + std::to_string(number),
                              .classes = "govuk-button--secondary"});
        return summary_card({.title = {.content = std::to_string(number + 1), .heading_level = 2}}, inside);
    }

    Html group(const Asked& asked) const {
        const auto* answer = find(asked.answers, asked.field.id);
        auto rows = answer ? answer->rows : std::vector<Answers>{};
        if (rows.empty() && !is_not_known(asked.answers, asked.field)) rows.emplace_back();
        Html inside;
        const auto error = error_at(asked.path());
        if (!asked.field.hint.empty()) inside << hint({.content = hint_of(asked.field)});
        if (!error.content.empty()) inside << error_message(error);
        for (size_t i = 0; i < rows.size(); ++i) inside << row(asked, rows[i], i, rows.size());
        inside << button({.content = "Add another", .name = kRowsButton, .value = "add:" + asked.field.id, .classes = "govuk-button--secondary"});
        Html out;
        out << "<div class=\"govuk-form-group"_html << (error.content.empty() ? "" : " govuk-form-group--error") << "\""_html;
        out.attr("id", asked.name()) << ">\n<input type=\"hidden\""_html;
        out.attr("name", asked.name() + "--rows").attr("value", std::to_string(rows.size())) << ">\n"_html;
        auto whole = legend(asked);
        whole.html = inside;
        out << fieldset(whole) << "</div>\n"_html;
        return with_not_known(asked, out);
    }

    const FormSetting& setting_;
    const ErrorList& errors_;
};

}  // namespace

Html render_fields(const FieldList& fields, const Answers& answers, const ErrorList& errors, const FormSetting& setting) {
    return Renderer(setting, errors).fields(fields, answers, FieldPlace::top(setting));
}

}  // namespace hearken::web
