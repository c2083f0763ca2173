#include <algorithm>

#include "calendar/moment_text.hpp"
#include "web/components/body_parts.hpp"
#include "web/pages/form_fields.hpp"
#include "web/pages/form_fields_body_map.hpp"

namespace hearken::web {

using engine::Answer;
using engine::Answers;
using procedure::Field;
using procedure::FieldType;

namespace {

std::string name_in(const std::vector<Named>& names, const std::string& id) {
    const auto found = std::find_if(names.begin(), names.end(), [&](const Named& one) { return one.id == id; });
    return found == names.end() ? std::string{} : found->name;
}

std::string organisation_name(const FormSetting& setting, const std::string& id) {
    for (const auto& [kind, names] : setting.organisations)
        if (auto name = name_in(names, id); !name.empty()) return name;
    return id;
}

std::string date_words(const std::string& value) {
    if (const auto date = calendar::parse_date(value)) return calendar::date_text(*date);
    if (const auto month = calendar::parse_date(value + "-01")) {
        const auto words = calendar::date_text(*month);
        return words.substr(words.find(' ') + 1);
    }
    return value;
}

std::string option_words(const Field& field, const std::string& value, const Answers& answers, const FormSetting& setting) {
    for (const auto& option : options_of(field, setting)) {
        if (option.id != value) continue;
        const auto words = answers.find(field.id + "." + option.id + "-text");
        return (option.label.empty() ? option.id : option.label) + (words == answers.end() ? "" : ": " + words->second.first());
    }
    return value;
}

std::string one_value(const Field& field, const std::string& value, const Answers& answers, const FormSetting& setting) {
    switch (field.type) {
        case FieldType::YesNo:
        case FieldType::YesNoNotKnown: return value == "yes" ? "Yes" : value == "no" ? "No" : value;
        case FieldType::Choice:
        case FieldType::Choices: return option_words(field, value, answers, setting);
        case FieldType::Date:
        case FieldType::ApproximateDate: return date_words(value);
        case FieldType::DateTime:
        case FieldType::Computed: {
            const auto moment = instant_from_iso(value);
            return moment ? calendar::moment_text(*moment) : value;
        }
        case FieldType::Person:
        case FieldType::People: {
            const auto name = name_in(setting.people, value);
            return name.empty() ? "Somebody chosen before" : name;
        }
        case FieldType::Organisation: return organisation_name(setting, value);
        case FieldType::File: {
            if (!setting.file_named) return value;
            const auto file = setting.file_named(value);
            return file ? file->name + " (" + file->size + ")" : "A file that is no longer kept. Attach it again.";
        }
        default: return value;
    }
}

void add_marks(const Answer& answer, AnswerInWords& words) {
    for (const auto& mark : body_marks(answer))
        words.lines.push_back(std::string(body_part_label(mark.part)) + (mark.description.empty() ? "" : ": " + mark.description));
}

void add_rows(const Field& field, const Answer& answer, const FormSetting& setting, AnswerInWords& words) {
    for (const auto& row : answer.rows) {
        std::vector<std::pair<std::string, std::string>> columns;
        for (const auto& column : field.fields) {
            const auto cell = in_words(column, row, setting);
            std::string text;
            for (const auto& line : cell.lines) text += (text.empty() ? "" : ", ") + line;
            if (!text.empty()) columns.emplace_back(cell.label, text);
        }
        if (!columns.empty()) words.rows.push_back(std::move(columns));
    }
}

}  // namespace

AnswerInWords in_words(const Field& field, const Answers& answers, const FormSetting& setting) {
    AnswerInWords words{field.label.empty() ? field.id : field.label, {}, {}};
    const auto found = answers.find(field.id);
    if (found == answers.end()) return words;
    const Answer& answer = found->second;
    if (answer.kind == Answer::Kind::NotKnown) {
        const auto reason = answers.find(field.id + "-reason");
        words.lines.push_back((field.not_known_label.empty() ? "Not known" : field.not_known_label) + (reason == answers.end() ? "" : ": " + reason->second.first()));
        return words;
    }
    if (field.type == FieldType::BodyMap) add_marks(answer, words);
    if (field.type == FieldType::Group) add_rows(field, answer, setting, words);
    for (const auto& value : answer.values) words.lines.push_back(one_value(field, value, answers, setting));
    const auto speaker = answers.find(field.id + "-speaker");
    if (speaker != answers.end() && !words.lines.empty()) words.lines.back() = "“" + words.lines.back() + "” (" + speaker->second.first() + ")";
    return words;
}

Html words_cell(const AnswerInWords& words) {
    Html out;
    for (const auto& line : words.lines) out << "<p class=\"govuk-body hearken-as-typed\">"_html << line << "</p>\n"_html;
    for (const auto& row : words.rows) {
        out << "<p class=\"govuk-body hearken-as-typed\">"_html;
        bool first = true;
        for (const auto& [column, text] : row) {
            if (!first) out << "<br>"_html;
            out << "<strong>"_html << column << ":</strong> "_html << text;
            first = false;
        }
        out << "</p>\n"_html;
    }
    if (out.empty()) out << "<p class=\"govuk-body govuk-hint\">Not answered</p>"_html;
    return out;
}

}  // namespace hearken::web
