// Reading a person's details from what was typed, and writing them back into the boxes.
#include <algorithm>
#include <array>
#include <charconv>

#include "web/pages/person_form.hpp"

namespace hearken::web {

using people::Birth;
using people::Name;
using people::NameType;
using people::PersonKind;

namespace {

std::string text_of(const Fields& typed, std::string_view name) {
    std::string text(typed.get(name));
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// A date from its three boxes; a reason when they hold something that is no date.
std::optional<people::Date> date_of(const Fields& typed, const std::string& prefix, const std::string& field, const char* what, std::vector<Reason>& unreadable) {
    const auto day = text_of(typed, prefix + "-day"), month = text_of(typed, prefix + "-month"), year = text_of(typed, prefix + "-year");
    if (day.empty() && month.empty() && year.empty()) return std::nullopt;
    const bool by_number = month.find_first_not_of("0123456789") == std::string::npos;
    const std::string between = by_number ? "/" : " ";
    auto date = people::date_from_text(day + between + month + between + year);
    if (!date) unreadable.push_back({"no-such-date", std::string(what) + " must be a real date with a day, a month and a four-figure year, for example 27 3 2019.", field});
    return date;
}

Name name_of(const Fields& typed, const std::string& control, NameType type) {
    Name name;
    name.type = type;
    name.given = text_of(typed, control + "-given");
    name.middle = text_of(typed, control + "-middle");
    name.surname = text_of(typed, control + "-surname");
    name.surname_first = typed.get(control + "-surname-first") == "yes";
    // Dates of a name are kept as they were: the form does not ask for them.
    name.period.from = people::date_from_text(typed.get(control + "-from"));
    name.period.until = people::date_from_text(typed.get(control + "-until"));
    return name;
}

bool is_blank(const Name& name) { return name.given.empty() && name.middle.empty() && name.surname.empty(); }

NameType type_of(std::string_view code) {
    for (const auto type : {NameType::Birth, NameType::KnownAs, NameType::Alias, NameType::Previous})
        if (people::code_of(type) == code) return type;
    return NameType::KnownAs;
}

void read_names(const Fields& typed, TypedPerson& read) {
    const auto current = name_of(typed, "name", NameType::Current);
    if (!is_blank(current)) {
        read.details.names.push_back(current);
        read.name_controls.emplace_back("name");
    }
    for (int i = 0; i < kMostOtherNames; ++i) {
        const std::string control = "other-" + std::to_string(i);
        const auto other = name_of(typed, control, type_of(typed.get(control + "-type")));
        if (is_blank(other)) continue;
        read.details.names.push_back(other);
        read.name_controls.push_back(control);
    }
}

void read_birth(const Fields& typed, TypedPerson& read) {
    const auto how = typed.get("birth");
    auto& birth = read.details.birth;
    if (how == "exact") birth = {Birth::Certainty::Exact, date_of(typed, "exact", "birth", "The date of birth", read.unreadable)};
    else if (how == "estimated") birth = {Birth::Certainty::Estimated, date_of(typed, "estimated", "birth", "The estimated date of birth", read.unreadable)};
    else if (how == "expected") birth = {Birth::Certainty::Expected, date_of(typed, "expected", "birth", "The expected date of birth", read.unreadable)};
    else if (how != "unknown") read.unreadable.push_back({"required", "Say what is known of the date of birth.", "birth"});
}

void put_date(Fields& fields, const std::string& prefix, const std::optional<people::Date>& date) {
    if (!date) return;
    fields.set(prefix + "-day", std::to_string(static_cast<unsigned>(date->day())));
    fields.set(prefix + "-month", std::to_string(static_cast<unsigned>(date->month())));
    fields.set(prefix + "-year", std::to_string(static_cast<int>(date->year())));
}

void put_name(Fields& fields, const std::string& control, const Name& name) {
    fields.set(control + "-given", name.given);
    fields.set(control + "-middle", name.middle);
    fields.set(control + "-surname", name.surname);
    if (name.surname_first) fields.set(control + "-surname-first", "yes");
    if (name.type != NameType::Current) fields.set(control + "-type", std::string(people::code_of(name.type)));
    if (name.period.from) fields.set(control + "-from", people::to_iso(*name.period.from));
    if (name.period.until) fields.set(control + "-until", people::to_iso(*name.period.until));
}

constexpr std::array<std::string_view, 12> kPlain = {"kind", "birth", "birth_order", "sex", "gender", "ethnicity", "first_language", "interpreter_needed",
                                                     "communication_needs", "religion", "disabilities", "disability_note"};

}  // namespace

TypedPerson typed_person(const Fields& typed) {
    TypedPerson read;
    auto& details = read.details;
    const auto kind = typed.get("kind");
    details.kind = kind == "adult" ? PersonKind::Adult : kind == "unborn" ? PersonKind::Unborn : PersonKind::Child;
    if (kind.empty()) read.unreadable.push_back({"required", "Say whether this is a child, an unborn child or an adult.", "kind"});
    read_names(typed, read);
    read_birth(typed, read);
    if (const auto order = text_of(typed, "birth_order"); !order.empty()) {
        int number = 0;
        const auto end = order.data() + order.size();
        const auto result = std::from_chars(order.data(), end, number);
        if (result.ec == std::errc() && result.ptr == end) details.birth_order = number;
        else read.unreadable.push_back({"birth-order", "The order of birth must be a number from 1 to 9.", "birth_order"});
    }
    details.sex = people::sex_from_text(typed.get("sex")).value_or(people::Sex::NotKnown);
    details.gender = text_of(typed, "gender");
    details.ethnicity = std::string(typed.get("ethnicity"));
    details.first_language = text_of(typed, "first_language");
    details.interpreter_needed = people::yes_no_from_text(typed.get("interpreter_needed")).value_or(people::YesNo::NotKnown);
    details.communication_needs = text_of(typed, "communication_needs");
    details.religion = text_of(typed, "religion");
    details.disabilities = typed.all("disabilities");
    details.disability_note = text_of(typed, "disability_note");
    details.died = date_of(typed, "died", "died", "The date of death", read.unreadable);
    return read;
}

std::vector<Reason> faults_of(const TypedPerson& typed, people::Date today) {
    auto faults = typed.unreadable;
    const auto made = people::Person::make(PersonId("typed"), typed.details, today);
    if (made) return faults;
    for (const auto& reason : made.error().reasons) {
        const bool told = std::any_of(typed.unreadable.begin(), typed.unreadable.end(), [&](const Reason& one) { return one.field == reason.field; });
        if (!told) faults.push_back(reason);
    }
    return faults;
}

Fields fields_of_person(const people::PersonDetails& details) {
    Fields fields;
    fields.set("kind", std::string(people::code_of(details.kind)));
    int other = 0;
    for (const auto& name : details.names) put_name(fields, name.type == NameType::Current ? "name" : "other-" + std::to_string(other++), name);
    const std::string how(people::code_of(details.birth.certainty));
    fields.set("birth", how);
    put_date(fields, how, details.birth.date);
    if (details.birth_order) fields.set("birth_order", std::to_string(*details.birth_order));
    fields.set("sex", std::string(people::code_of(details.sex)));
    fields.set("gender", details.gender);
    fields.set("ethnicity", details.ethnicity);
    fields.set("first_language", details.first_language);
    fields.set("interpreter_needed", std::string(people::code_of(details.interpreter_needed)));
    fields.set("communication_needs", details.communication_needs);
    fields.set("religion", details.religion);
    for (const auto& code : details.disabilities) fields.add("disabilities", code);
    fields.set("disability_note", details.disability_note);
    put_date(fields, "died", details.died);
    return fields;
}

Fields person_fields_of(const Fields& posted) {
    Fields kept;
    for (const auto& [name, value] : posted) {
        const bool dated = name.starts_with("exact-") || name.starts_with("estimated-") || name.starts_with("expected-") || name.starts_with("died-");
        if (dated || name.starts_with("name-") || name.starts_with("other-") || std::find(kPlain.begin(), kPlain.end(), name) != kPlain.end()) kept.add(name, value);
    }
    return kept;
}

std::string control_of(const TypedPerson& read, const std::string& field) {
    if (field == "names") return "name-given";
    if (field == "kind" || field == "birth" || field == "sex" || field == "interpreter_needed" || field == "disabilities") return field;
    if (field == "died") return "died-day";
    if (!field.starts_with("names.")) return field;
    const auto dot = field.find('.', 6);
    size_t index = 0;
    std::from_chars(field.data() + 6, field.data() + field.size(), index);
    const std::string control = index < read.name_controls.size() ? read.name_controls[index] : "name";
    const std::string part = dot == std::string::npos ? "given" : field.substr(dot + 1);
    return control + "-" + (part == "middle" || part == "surname" ? part : "given");
}

std::vector<std::pair<std::string, std::string>> person_in_words(const people::PersonDetails& details) {
    std::vector<std::pair<std::string, std::string>> words;
    std::string current, others, disabilities;
    for (const auto& name : details.names) {
        if (name.type == NameType::Current) current = name.full();
        else others += (others.empty() ? "" : "; ") + name.full() + " (" + std::string(people::label_of(name.type)) + ")";
    }
    for (const auto& code : details.disabilities) disabilities += (disabilities.empty() ? "" : "; ") + std::string(people::label_of(people::disabilities(), code));
    const auto date = [](const std::optional<people::Date>& one) { return one ? people::in_words(*one) : std::string(); };
    std::string birth = date(details.birth.date);
    if (details.birth.certainty == Birth::Certainty::Estimated) birth += " (estimated)";
    if (details.birth.certainty == Birth::Certainty::Expected) birth = "Expected " + birth;
    if (details.birth.certainty == Birth::Certainty::Unknown) birth = "Not known";
    const char* kind = details.kind == PersonKind::Adult ? "Adult" : details.kind == PersonKind::Unborn ? "Unborn child" : "Child";
    words = {{"Record of", kind}, {"Name", current}, {"Other names", others}, {"Date of birth", birth},
             {"Order of birth", details.birth_order ? std::to_string(*details.birth_order) : ""}, {"Sex", std::string(people::label_of(details.sex))},
             {"Gender", details.gender}, {"Ethnicity", std::string(people::label_of(people::ethnicities(), details.ethnicity))},
             {"First language", details.first_language}, {"Interpreter needed", std::string(people::label_of(details.interpreter_needed))},
             {"Communication needs", details.communication_needs}, {"Religion", details.religion}, {"Disabilities", disabilities},
             {"Note on disability", details.disability_note}, {"Date of death", date(details.died)}};
    return words;
}

}  // namespace hearken::web
