// The controls of the form of a person's details.
#include "web/components/checkboxes.hpp"
#include "web/components/date_input.hpp"
#include "web/components/details.hpp"
#include "web/components/fieldset.hpp"
#include "web/components/radios.hpp"
#include "web/components/select.hpp"
#include "web/components/text_input.hpp"
#include "web/components/textarea.hpp"
#include "web/pages/person_form.hpp"

namespace hearken::web {

namespace {

struct Filling {
    const Fields& typed;
    const TypedPerson& read;
    const std::vector<Reason>& errors;

    std::string value(std::string_view name) const { return std::string(typed.get(name)); }
    ErrorMessage error(const std::string& control) const {
        for (const auto& reason : errors)
            if (control_of(read, reason.field) == control) return {.content = reason.text};
        return {};
    }
};

TextInput box(const Filling& filling, const std::string& name, const char* words, const char* hint = "") {
    TextInput input;
    input.name = name;
    input.label = {.content = words};
    if (*hint) input.hint = {.content = hint};
    input.error = filling.error(name);
    input.value = filling.value(name);
    input.spellcheck = false;
    input.autocomplete = "off";  // a browser must not offer one child's name while another's is typed
    return input;
}

DateInput date(const Filling& filling, const std::string& prefix, const char* words, const char* hint) {
    DateInput input;
    input.id = prefix;
    input.name_prefix = prefix;
    input.fieldset = Fieldset{.legend = {.content = words, .classes = "govuk-fieldset__legend--s"}};
    input.hint = {.content = hint};
    input.day = filling.value(prefix + "-day");
    input.month = filling.value(prefix + "-month");
    input.year = filling.value(prefix + "-year");
    return input;
}

Fieldset legend(const char* words) { return {.legend = {.content = words, .classes = "govuk-fieldset__legend--s"}}; }

Html grouped(const char* words, Html fields) {
    return fieldset({.legend = {.content = words, .classes = "govuk-fieldset__legend--m"}, .html = std::move(fields)});
}

void name_boxes(Html& out, const Filling& filling, const std::string& control) {
    out << text_input(box(filling, control + "-given", "Given name")) << "\n"_html << text_input(box(filling, control + "-middle", "Middle names")) << "\n"_html
        << text_input(box(filling, control + "-surname", "Surname")) << "\n"_html;
    Checkboxes first;
    first.name = control + "-surname-first";
    first.classes = "govuk-checkboxes--small";
    first.items = {{.value = "yes", .content = "They write the surname first"}};
    first.values = {filling.value(control + "-surname-first")};
    out << checkboxes(first) << "\n"_html;
    for (const char* side : {"-from", "-until"}) {
        if (filling.value(control + side).empty()) continue;
        out << "<input type=\"hidden\""_html;
        out.attr("name", control + side).attr("value", filling.value(control + side)) << ">\n"_html;
    }
}

Html other_names(const Filling& filling) {
    int filled = 0;
    for (int i = 0; i < kMostOtherNames; ++i) {
        const std::string control = "other-" + std::to_string(i);
        if (!(filling.value(control + "-given") + filling.value(control + "-surname")).empty()) filled = i + 1;
    }
    Html rows;
    for (int i = 0; i < std::min(filled + 2, kMostOtherNames); ++i) {
        const std::string control = "other-" + std::to_string(i);
        Select type;
        type.name = control + "-type";
        type.label = {.content = "What kind of name"};
        type.value = filling.value(control + "-type");
        for (const auto kind : {people::NameType::KnownAs, people::NameType::Previous, people::NameType::Birth, people::NameType::Alias})
            type.items.push_back({.text = std::string(people::label_of(kind)), .value = std::string(people::code_of(kind))});
        Html fields;
        fields << select(type) << "\n"_html;
        name_boxes(fields, filling, control);
        rows << fieldset({.legend = {.content = "Other name " + std::to_string(i + 1), .classes = "govuk-fieldset__legend--s"}, .html = std::move(fields)}) << "\n"_html;
    }
    return details({.summary = "Other names: known as, previous, at birth, alias", .content = rows, .open = filled > 0});
}

Html kind_and_birth(const Filling& filling) {
    Radios kind;
    kind.name = "kind";
    kind.fieldset = legend("Who is this?");
    kind.error = filling.error("kind");
    kind.value = filling.value("kind");
    kind.items = {{.value = "child", .content = "A child"}, {.value = "unborn", .content = "A child not yet born"}, {.value = "adult", .content = "An adult"}};
    Radios birth;
    birth.name = "birth";
    birth.fieldset = legend("Date of birth");
    birth.error = filling.error("birth");
    birth.value = filling.value("birth");
    birth.items = {{.value = "exact", .content = "Known", .conditional = date_input(date(filling, "exact", "What is it?", "For example, 27 3 2019"))},
                   {.value = "estimated", .content = "Not known exactly", .conditional = date_input(date(filling, "estimated", "About when?", "Your best estimate, for example 1 6 2019"))},
                   {.value = "expected", .content = "Not yet born", .conditional = date_input(date(filling, "expected", "When is the baby expected?", "Leave it blank if nobody knows yet"))},
                   {.value = "unknown", .content = "Not known at all"}};
    auto order = box(filling, "birth_order", "Order of birth, for twins or more", "1 for the first-born. Leave it blank for a single child.");
    order.classes = "govuk-input--width-2";
    order.inputmode = "numeric";
    Html out;
    return out << radios(kind) << "\n"_html << radios(birth) << "\n"_html << text_input(order) << "\n"_html;
}

Html sex_and_gender(const Filling& filling) {
    Radios sex;
    sex.name = "sex";
    sex.fieldset = legend("Sex");
    sex.error = filling.error("sex");
    sex.value = filling.value("sex");
    for (const auto one : {people::Sex::Female, people::Sex::Male, people::Sex::NotKnown})
        sex.items.push_back({.value = std::string(people::code_of(one)), .content = std::string(people::label_of(one))});
    Html out;
    return out << radios(sex) << "\n"_html << text_input(box(filling, "gender", "Gender, in their own words", "Only where they wish it recorded")) << "\n"_html;
}

Html background(const Filling& filling) {
    Select ethnicity;
    ethnicity.name = "ethnicity";
    ethnicity.label = {.content = "Ethnicity"};
    ethnicity.error = filling.error("ethnicity");
    ethnicity.value = filling.value("ethnicity");
    ethnicity.items.push_back({.text = "Not recorded", .value = ""});
    for (const auto& code : people::ethnicities()) ethnicity.items.push_back({.text = std::string(code.label), .value = std::string(code.code)});
    Radios interpreter;
    interpreter.name = "interpreter_needed";
    interpreter.classes = "govuk-radios--inline";
    interpreter.fieldset = legend("Do they need an interpreter?");
    interpreter.value = filling.value("interpreter_needed");
    for (const auto one : {people::YesNo::Yes, people::YesNo::No, people::YesNo::NotKnown})
        interpreter.items.push_back({.value = std::string(people::code_of(one)), .content = std::string(people::label_of(one))});
    Textarea needs;
    needs.name = "communication_needs";
    needs.label = {.content = "Communication needs"};
    needs.hint = {.content = "Which language or signing, large print, an advocate"};
    needs.error = filling.error("communication_needs");
    needs.value = filling.value("communication_needs");
    needs.rows = 3;
    Html out;
    return out << select(ethnicity) << "\n"_html << text_input(box(filling, "first_language", "First language")) << "\n"_html << radios(interpreter) << "\n"_html
               << textarea(needs) << "\n"_html << text_input(box(filling, "religion", "Religion or belief")) << "\n"_html;
}

Html disability(const Filling& filling) {
    Checkboxes which;
    which.name = "disabilities";
    which.classes = "govuk-checkboxes--small";
    which.fieldset = legend("Disabilities");
    which.hint = {.content = "Choose all that apply"};
    which.error = filling.error("disabilities");
    which.values = filling.typed.all("disabilities");
    for (const auto& code : people::disabilities()) {
        Choice choice{.value = std::string(code.code), .content = std::string(code.label)};
        if (code.code == "NONE") choice.behaviour = "exclusive";
        which.items.push_back(std::move(choice));
    }
    Textarea note;
    note.name = "disability_note";
    note.label = {.content = "Note on disability"};
    note.error = filling.error("disability_note");
    note.value = filling.value("disability_note");
    note.rows = 3;
    Html out;
    return out << checkboxes(which) << "\n"_html << textarea(note) << "\n"_html;
}

}  // namespace

Html person_fields(const Fields& typed, const TypedPerson& read, const std::vector<Reason>& errors) {
    const Filling filling{typed, read, errors};
    Html name, out;
    name_boxes(name, filling, "name");
    name << other_names(filling) << "\n"_html;
    auto died = date(filling, "died", "Date of death", "Leave it blank unless the person has died");
    died.error = filling.error("died-day");
    return out << grouped("Name", name) << "\n"_html << grouped("Who they are, and when they were born", kind_and_birth(filling)) << "\n"_html
               << grouped("Sex and gender", sex_and_gender(filling)) << "\n"_html << grouped("Ethnicity, language and belief", background(filling)) << "\n"_html
               << grouped("Disability", disability(filling)) << "\n"_html << date_input(died) << "\n"_html;
}

std::vector<ErrorSummaryItem> person_error_items(const TypedPerson& read, const std::vector<Reason>& errors) {
    std::vector<ErrorSummaryItem> items;
    for (const auto& reason : errors) items.push_back({.content = reason.text, .href = reason.field.empty() ? "" : "#" + control_of(read, reason.field)});
    return items;
}

}  // namespace hearken::web
