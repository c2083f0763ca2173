#include <algorithm>
#include <charconv>

#include "web/pages/form_fields.hpp"
#include "web/pages/form_fields_body_map.hpp"
#include "web/pages/form_fields_dates.hpp"

namespace hearken::web {

using engine::Answer;
using engine::Answers;
using procedure::Field;
using procedure::FieldType;

namespace {

constexpr size_t kMostRows = 200;

/// Browsers send line ends as CR LF; a record keeps them as LF.
std::string with_plain_lines(std::string_view text) {
    std::string plain;
    for (size_t i = 0; i < text.size(); ++i)
        if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') plain += text[i];
    return plain;
}

bool visible(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; });
}

void add_text(Answers& answers, const std::string& key, std::string_view text) {
    if (visible(text)) answers[key] = Answer::of(with_plain_lines(text));
}

size_t count_at(const Fields& posted, const std::string& name) {
    size_t count = 0;
    const auto text = posted.get(name);
    std::from_chars(text.data(), text.data() + text.size(), count);
    return std::min(count, kMostRows);
}

std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        if (c != ' ' && c != ',' && c != '\t') word += c;
        else if (!word.empty()) words.push_back(std::exchange(word, {}));
    }
    if (!word.empty()) words.push_back(word);
    return words;
}

class Parser {
public:
    Parser(const Fields& posted, const FormSetting& setting, BlankRows blank) : posted_(posted), setting_(setting), blank_(blank) {}

    void fields(const FieldList& list, const std::string& prefix, Answers& answers) const {
        for (const auto* field : list) one(*field, prefix + field->id, answers);
    }

private:
    void one(const Field& field, const std::string& name, Answers& answers) const {
        value(field, name, answers);
        const auto chosen = posted_.all(name);
        const bool ticked = posted_.get(name + "--not-known") == "yes" || std::find(chosen.begin(), chosen.end(), kNotKnown) != chosen.end();
        if (!ticked) return;
        answers[field.id].kind = Answer::Kind::NotKnown;
        if (field.reason_if_not_known) add_text(answers, field.id + "-reason", posted_.get(name + "--reason"));
    }

    void value(const Field& field, const std::string& name, Answers& answers) const {
        switch (field.type) {
            case FieldType::Computed: return;
            case FieldType::Date:
            case FieldType::ApproximateDate: return add_text(answers, field.id, date_answer(date_at(name), field.type == FieldType::ApproximateDate));
            case FieldType::DateTime: return add_text(answers, field.id, moment_answer({date_at(name), std::string(posted_.get(name + "--time"))}));
            case FieldType::Choice:
            case FieldType::YesNo:
            case FieldType::YesNoNotKnown:
            case FieldType::Person:
            case FieldType::Choices:
            case FieldType::People: return choices(field, name, answers);
            case FieldType::File: return files(field, name, answers);
            case FieldType::BodyMap: return body(field, name, answers);
            case FieldType::Signature: return signature(field, name, answers);
            case FieldType::Group: return group(field, name, answers);
            case FieldType::Quotation:
                add_text(answers, field.id, posted_.get(name));
                return add_text(answers, field.id + "-speaker", posted_.get(name + "--speaker"));
            case FieldType::Text:
            case FieldType::LongText:
            case FieldType::Number:
            case FieldType::Organisation:
            case FieldType::Address: return add_text(answers, field.id, posted_.get(name));
        }
    }

    TypedDate date_at(const std::string& name) const {
        return {std::string(posted_.get(name + "--day")), std::string(posted_.get(name + "--month")), std::string(posted_.get(name + "--year"))};
    }

    /// Words under an option belong to the answer only while that option is chosen.
    void choices(const Field& field, const std::string& name, Answers& answers) const {
        Answer answer;
        for (auto& one : posted_.all(name))
            if (!one.empty() && one != kNotKnown) answer.values.push_back(std::move(one));
        if (answer.values.empty()) return;
        for (const auto& option : options_of(field, setting_))
            if (option.needs_text && std::find(answer.values.begin(), answer.values.end(), option.id) != answer.values.end())
                add_text(answers, field.id + "." + option.id + "-text", posted_.get(name + "--" + option.id + "--text"));
        answers[field.id] = std::move(answer);
    }

    /// Files stand in the form by id (web/pages/form_files.hpp), without those ticked to be removed.
    void files(const Field& field, const std::string& name, Answers& answers) const {
        const auto removed = posted_.all(name + kRemove);
        std::vector<std::string> kept;
        for (const auto& value : posted_.all(name))
            for (auto& id : words_in(value))
                if (std::find(removed.begin(), removed.end(), id) == removed.end() && std::find(kept.begin(), kept.end(), id) == kept.end()) kept.push_back(std::move(id));
        if (!kept.empty()) answers[field.id].values = std::move(kept);
    }

    void body(const Field& field, const std::string& name, Answers& answers) const {
        if (auto answer = body_map_answer(name, posted_); !answer.rows.empty()) answers[field.id] = std::move(answer);
    }

    /// Whose signature it is comes from the session or the record, never from what was sent.
    void signature(const Field& field, const std::string& name, Answers& answers) const {
        if (!posted_.has(name)) return;
        const auto before = setting_.before.find(field.id);
        answers[field.id] = before != setting_.before.end() && !before->second.blank() ? before->second : Answer::of(setting_.signer);
    }

    void group(const Field& field, const std::string& name, Answers& answers) const {
        Answer answer;
        for (size_t i = 0, rows = count_at(posted_, name + "--rows"); i < rows; ++i) {
            const std::string prefix = name + "--" + std::to_string(i) + "--";
            Answers row;
            fields(pointers_to(field.fields), prefix, row);
            if (row.empty() && blank_ == BlankRows::Drop) continue;
            add_text(row, "row-id", posted_.get(prefix + "row-id"));
            answer.rows.push_back(std::move(row));
        }
        if (!answer.rows.empty()) answers[field.id] = std::move(answer);
    }

    const Fields& posted_;
    const FormSetting& setting_;
    BlankRows blank_;
};

}  // namespace

Answers parse_fields(const FieldList& fields, const Fields& posted, const FormSetting& setting, BlankRows blank) {
    Answers answers;
    Parser(posted, setting, blank).fields(fields, "f-", answers);
    return answers;
}

bool change_rows(const Fields& posted, Answers& answers) {
    const std::string_view pressed = posted.get(kRowsButton);
    if (pressed.starts_with("add:")) {
        auto& rows = answers[std::string(pressed.substr(4))].rows;
        if (rows.empty()) rows.emplace_back();
        rows.emplace_back();
        return true;
    }
    if (!pressed.starts_with("remove:")) return false;
    const auto colon = pressed.rfind(':');
    size_t number = 0;
    std::from_chars(pressed.data() + colon + 1, pressed.data() + pressed.size(), number);
    const auto answer = answers.find(std::string(pressed.substr(7, colon - 7)));
    if (answer != answers.end() && number < answer->second.rows.size())
        answer->second.rows.erase(answer->second.rows.begin() + static_cast<std::ptrdiff_t>(number));
    return true;
}

}  // namespace hearken::web
