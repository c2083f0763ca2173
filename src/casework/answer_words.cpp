#include "casework/answer_words.hpp"

#include <algorithm>

#include "calendar/moment_text.hpp"

namespace hearken::casework {

namespace {

using procedure::Field;
using procedure::FieldType;

bool names_any(const std::vector<std::string>& list, const Capacities& reader) {
    return std::any_of(list.begin(), list.end(), [&](const std::string& one) { return reader.contains(one); });
}

std::string words_of(const Field& field, const std::string& value, const procedure::Vocabulary& vocabulary, Names& names) {
    switch (field.type) {
        case FieldType::YesNo:
        case FieldType::YesNoNotKnown: return value == "yes" ? "Yes" : value == "no" ? "No" : value;
        case FieldType::Choice:
        case FieldType::Choices: return option_label(field, value, vocabulary);
        case FieldType::Date:
        case FieldType::ApproximateDate: {
            const auto date = calendar::parse_date(value);
            return date ? calendar::date_text(*date) : value;
        }
        case FieldType::DateTime:
        case FieldType::Computed: {
            const auto moment = instant_from_iso(value);
            return moment ? calendar::moment_text(*moment) : value;
        }
        case FieldType::Person:
        case FieldType::People:
        case FieldType::Organisation: return names.of_anyone(value);
        default: return value;
    }
}

}  // namespace

bool is_masked(const Field& field, const Capacities& reader, bool unmasked) {
    if (unmasked) return false;
    if (!field.readers.empty()) return !names_any(field.readers, reader);
    return names_any(field.hidden_from, reader);
}

std::string option_label(const Field& field, const std::string& option, const procedure::Vocabulary& vocabulary) {
    const auto in = [&](const std::vector<procedure::Option>& options) -> const std::string* {
        for (const auto& one : options)
            if (one.id == option) return &one.label;
        return nullptr;
    };
    if (const auto* own = in(field.options)) return *own;
    const auto list = vocabulary.code_lists.find(field.code_list);
    if (list != vocabulary.code_lists.end())
        if (const auto* listed = in(list->second)) return *listed;
    return option;
}

std::vector<std::string> answer_lines(const Field& field, const engine::Answer& answer, const procedure::Vocabulary& vocabulary, Names& names) {
    if (answer.kind == engine::Answer::Kind::NotKnown) return {field.not_known_label.empty() ? "Not known" : field.not_known_label};
    if (answer.kind == engine::Answer::Kind::NotAsked) return {"Not asked"};
    std::vector<std::string> lines;
    for (const auto& value : answer.values) lines.push_back(words_of(field, value, vocabulary, names));
    return lines;
}

}  // namespace hearken::casework
