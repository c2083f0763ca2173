#include "engine/walk_answers.hpp"

#include "calendar/moment_text.hpp"
#include "engine/clocks.hpp"
#include "engine/answers_check.hpp"
#include "engine/field_checks.hpp"

namespace hearken::engine {

using procedure::FieldType;

namespace {

const std::vector<std::string> kWords = {"Seen at home.", "She said she was “scared of going back”.",
                                         "Nothing further.", "Ó Súilleabháin rang.", "Two lines\nof text."};

/// The day, or where the question asks for a working day the last one before it.
calendar::LocalDate fitting(const Field& field, calendar::LocalDate date, const Scene& scene) {
    while (field.working_day && !calendars_of(scene.world).bank_holidays.is_working_day_as_far_as_known(date)) date = calendar::plus_days(date, -1);
    return date;
}

std::string random_date(const Field& field, const Scene& scene, Chance& chance) {
    const auto today = calendar::local_date_of(scene.world.now);
    return calendar::iso_date(fitting(field, calendar::plus_days(today, -static_cast<int>(chance.below(40))), scene));
}

std::string random_moment(const Field& field, const Scene& scene, Chance& chance) {
    const Instant moment = scene.world.now - std::chrono::minutes{chance.below(4000)};
    const auto date = calendar::local_date_of(moment);
    return to_iso(moment - (std::chrono::sys_days{date} - std::chrono::sys_days{fitting(field, date, scene)}));
}

Answer random_choice(const Field& field, const Scene& scene, Chance& chance) {
    const auto& options = options_of(field, scene.world);
    if (options.empty()) return Answer::of("");
    Answer answer = Answer::of(chance.of(options).id);
    if (field.type == FieldType::Choice) return answer;
    for (const auto& option : options) {
        if (option.id == answer.first() && option.exclusive) return answer;
        if (option.id != answer.first() && !option.exclusive && chance.one_in(4)) answer.values.push_back(option.id);
    }
    return answer;
}

void answer_field(const Field& field, Answers& answers, const Scene& scene, Chance& chance);

Answer random_answer(const Field& field, const Scene& scene, Chance& chance) {
    switch (field.type) {
        case FieldType::YesNo:
            return Answer::of(chance.one_in(2) ? "yes" : "no");
        case FieldType::YesNoNotKnown:
            return Answer::of(chance.of(std::vector<std::string>{"yes", "no", "not-known"}));
        case FieldType::Choice:
        case FieldType::Choices:
            return random_choice(field, scene, chance);
        case FieldType::Date:
            return Answer::of(random_date(field, scene, chance));
        case FieldType::ApproximateDate:
            return Answer::of(random_date(field, scene, chance).substr(0, chance.one_in(2) ? 7 : 4));
        case FieldType::DateTime:
            return Answer::of(random_moment(field, scene, chance));
        case FieldType::Number:
            return Answer::of(std::to_string(chance.below(20)));
        case FieldType::Person:
        case FieldType::People:
            return Answer::of("person-" + std::to_string(chance.below(5)));
        case FieldType::Organisation:
            return Answer::of("organisation-" + std::to_string(chance.below(5)));
        case FieldType::File:
            return Answer::of("file-" + std::to_string(chance.below(100)));
        case FieldType::Text:
            return Answer::of("A few words " + std::to_string(chance.below(1000)));
        case FieldType::BodyMap: {
            Answer map;
            map.rows.push_back({{"view", Answer::of("front")},
                                {"x", Answer::of(std::to_string(chance.below(101)))},
                                {"y", Answer::of("12.5")},
                                {"note", Answer::of("A bruise.")}});
            return map;
        }
        case FieldType::Group: {
            Answer group;
            for (size_t rows = 1 + chance.below(2); rows > 0; --rows) {
                Answers row;
                for (const auto& column : field.fields) answer_field(column, row, scene, chance);
                group.rows.push_back(std::move(row));
            }
            return group;
        }
        default:
            return Answer::of(chance.of(kWords));
    }
}

/// The answer with the words that must stand beside it.
void answer_field(const Field& field, Answers& answers, const Scene& scene, Chance& chance) {
    if (field.type == FieldType::Computed) return;
    if (field.not_known && chance.one_in(5)) {
        answers[field.id] = Answer::not_known();
        answers[field.id + "-reason"] = Answer::of("Nobody could be asked.");
        return;
    }
    Answer answer = random_answer(field, scene, chance);
    if (field.type == FieldType::Quotation) answers[field.id + "-speaker"] = Answer::of("The child");
    for (const auto& option : options_of(field, scene.world))
        if (option.needs_text && contains(answer.values, option.id))
            answers[field.id + "." + option.id + "-text"] = Answer::of("As described.");
    answers[field.id] = std::move(answer);
}

const Field* field_named(const Form& form, const std::string& path) {
    const std::string id = path.substr(0, path.find_first_of("[."));
    for (const auto& field : form.fields)
        if (field.id == path || field.id == id || belongs_to(field, path)) return &field;
    return nullptr;
}

}  // namespace

Answers random_answers(const Form& form, const std::vector<std::string>& only, const Scene& scene,
                       const PersonId& subject, Chance& chance) {
    Answers answers;
    for (const auto& field : form.fields) {
        if (!only.empty() && !contains(only, field.id)) continue;
        const bool optional = field.required == Field::Required::No && field.required_when.always();
        if (optional && chance.one_in(2)) continue;
        if (field_applies(field, form, answers, scene.definition, scene.state, scene.world, subject))
            answer_field(field, answers, scene, chance);
    }
    // An answer may make another question required: try again where something is missing.
    for (int tries = 0; tries < 6; ++tries) {
        const auto faults = check_form(form, only, answers, Completeness::Submitting, scene, subject);
        if (faults.empty()) break;
        for (const auto& fault : faults)
            if (const Field* field = field_named(form, fault.field)) answer_field(*field, answers, scene, chance);
    }
    return answers;
}

}  // namespace hearken::engine
