// Settings with where each figure comes from, forms field by field, and duties by the element that carries them.
#include <map>

#include "web/components/details.hpp"
#include "web/components/tag.hpp"
#include "web/pages/manual_pages.hpp"
#include "web/pages/page_parts.hpp"

namespace hearken::web {

namespace {

using procedure::Definition;
using procedure::Field;
using procedure::Setting;

const char* set_by_words(Setting::SetBy by) {
    switch (by) {
        case Setting::SetBy::Manual: return "Set by the manual";
        case Setting::SetBy::Statute: return "Set by law or statutory guidance";
        case Setting::SetBy::Authority: return "Set by the local authority";
        case Setting::SetBy::House: return "Set by this service";
    }
    return "";
}

Content provenance(const Setting& setting) {
    Html out;
    out << set_by_words(setting.set_by);
    if (!setting.verified) out << " "_html << tag({.content = "Unverified", .classes = "govuk-tag--yellow"});
    std::string sources;
    for (const auto& id : setting.source) sources += (sources.empty() ? "" : ", ") + id;
    if (!sources.empty()) out << "<br>\n<span class=\"govuk-hint\">Source: "_html << sources << "</span>"_html;
    return out;
}

std::string need_words(const Field& field) {
    if (field.required == Field::Required::ToSubmit) return "Needed";
    if (field.required == Field::Required::ToClose) return "Needed before closing";
    return field.required_when.always() || field.required_when.never() ? "May be left" : "Needed in some cases";
}

Html fields_table(const procedure::Form& form) {
    StackedTable lines;
    lines.head = {"Question", "Needed"};
    for (const auto& field : form.fields) {
        Html question;
        question << field.label;
        for (const auto& column : field.fields) question << "<br>\n<span class=\"govuk-hint\">"_html << column.label << "</span>"_html;
        std::string need = field.type == procedure::FieldType::Computed ? "Worked out by Hearken" : need_words(field);
        if (field.not_known) need += "; “not known” is an answer";
        if (!field.hidden_from.empty() || !field.readers.empty()) need += "; not shown to everybody";
        lines.rows.push_back({question, need});
    }
    return stacked_table(lines);
}

const char* how_words(procedure::Carried how) {
    switch (how) {
        case procedure::Carried::Enforced: return "Enforced";
        case procedure::Carried::Timed: return "Timed";
        case procedure::Carried::Recorded: return "Recorded";
        case procedure::Carried::Attested: return "Attested";
        case procedure::Carried::Shown: return "Shown";
    }
    return "";
}

}  // namespace

Html procedure_settings(const Definition& definition, const procedure::Vocabulary& vocabulary) {
    Html out;
    out << smaller_heading("Settings", "settings");
    if (definition.settings.empty()) return out << paragraph("This procedure has no figures of its own.");
    StackedTable lines;
    lines.head = {"Setting", "Value", "Where it comes from", "May be changed by"};
    for (const auto& setting : definition.settings)
        lines.rows.push_back({setting.title, setting.value, provenance(setting), setting.changeable_by.empty() ? "A new version only" : role_titles({setting.changeable_by}, vocabulary)});
    return out << stacked_table(lines);
}

Html procedure_forms(const Definition& definition) {
    Html out;
    out << smaller_heading("Forms", "forms");
    if (definition.forms.empty()) return out << paragraph("This procedure has no form of its own.");
    for (const auto& form : definition.forms) {
        Html inside;
        if (!form.hint.empty()) inside << paragraph(form.hint);
        inside << fields_table(form);
        const auto count = form.fields.size();
        out << details({.summary = form.title + (form.per_child ? ", for each child" : "") + " (" + std::to_string(count) + (count == 1 ? " question)" : " questions)"),
                        .content = inside, .id = "form-" + form.id})
            << "\n"_html;
    }
    return out;
}

Html procedure_duties(const Definition& definition, const procedure::Coverage& coverage) {
    Html out;
    out << smaller_heading("Duties that it carries", "duties");
    std::map<std::string, std::vector<std::pair<const procedure::DutyCoverage*, procedure::Carried>>> by_place;
    for (const auto& duty : coverage.duties)
        for (const auto& by : duty.carried)
            if (by.definition == definition.id) by_place[place_in_words(definition, by.path)].emplace_back(&duty, by.how);
    if (by_place.empty()) return out << paragraph("No duty of the list of duties is carried by this procedure.");
    StackedTable lines;
    lines.head = {"Where", "How", "Duty"};
    for (const auto& [place, duties] : by_place)
        for (const auto& [duty, how] : duties) {
            Html words;
            words << duty->duty->text << "<br>\n<span class=\"govuk-hint\">"_html << link_to("/duties/" + duty->duty->procedure + "#" + duty->duty->id, duty->duty->id);
            if (!duty->duty->deadline.empty()) words << ", "_html << duty->duty->deadline;
            lines.rows.push_back({place, how_words(how), words << "</span>"_html});
        }
    const auto count = lines.rows.size();
    return out << details({.summary = "Show where each is carried (" + std::to_string(count) + (count == 1 ? " place)" : " places)"), .content = stacked_table(lines)}) << "\n"_html;
}

}  // namespace hearken::web
