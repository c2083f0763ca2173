// Forms: every field laid out once, no required question hidden for ever, nothing that nobody is asked. And settings.
#include <algorithm>
#include <map>

#include "procedure/check.hpp"

namespace hearken::procedure {

namespace {

void check_layout(Check& check, const Form& form, const std::string& path) {
    const Layout& layout = form.layout;
    if (layout.sections.empty()) {
        if (layout.style == Layout::Style::Sections) check.error(form.line, path, "`style: sections` needs `sections`");
        return;
    }
    std::map<std::string, int> placed;
    for (const Layout::Section& section : layout.sections) {
        if (section.fields.empty()) check.error(form.line, path + "/" + section.id, "this section has no fields");
        for (const std::string& field : section.fields) ++placed[field];
    }
    for (const Field& field : form.fields) {
        if (placed[field.id] == 0)
            check.error(field.line, path, "the layout omits `" + field.id + "`; put it into a section");
        if (placed[field.id] > 1)
            check.error(field.line, path, "the layout has `" + field.id + "` in two places; keep one");
    }
}

/// Shown when its section is and its own condition holds.
Condition shown_when(const Form& form, const Field& field) {
    Condition both;
    both.kind = Condition::Kind::All;
    both.of.push_back(field.when);
    for (const Layout::Section& section : form.layout.sections)
        if (std::find(section.fields.begin(), section.fields.end(), field.id) != section.fields.end())
            both.of.push_back(section.when);
    return both;
}

}  // namespace

void Check::forms() {
    for (const Form& form : definition.forms) {
        const std::string path = "forms/" + form.id;
        check_layout(*this, form, path + "/layout");
        if (!form_is_asked(form.id)) warning(form.line, path, "this form is asked nowhere");
        for (const Field& field : form.fields) {
            const std::string at = path + "/fields/" + field.id;
            const bool required = field.required != Field::Required::No || !field.required_when.always();
            if (!can_hold(shown_when(form, field), facts())) {
                if (required)
                    error(field.line, at, "required, but hidden by a condition that can never hold");
                else
                    warning(field.line, at, "never asked: its condition can never hold");
            }
            if (!field.required_when.always() && !can_hold(field.required_when, facts()))
                error(field.line, at + "/required-when", "this condition can never hold");
            for (const Field& column : field.fields)
                if (column.type == FieldType::Group)
                    error(column.line, at + "/" + column.id, "a group inside a group; make it a form of its own");
        }
    }
}

void Check::settings() {
    for (const Setting& setting : definition.settings) {
        const std::string path = "settings/" + setting.id;
        if (setting.set_by != Setting::SetBy::House && setting.source.empty())
            error(setting.line, path, "a setting without provenance: name its `source`, or write `set-by: house`");
        if (!setting.verified)
            warning(setting.line, path, "unverified: `" + setting.value + "` has still to be confirmed");
    }
}

}  // namespace hearken::procedure
