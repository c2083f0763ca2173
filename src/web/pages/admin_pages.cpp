#include "web/pages/admin_pages.hpp"

#include "web/components/back_link.hpp"
#include "web/components/date_input.hpp"
#include "web/pages/contacts_parts.hpp"
#include "web/pages/form_fields_dates.hpp"

namespace hearken::web {

namespace {

using access::Action;

struct Door { Action action; const char* words; const char* href; const char* about; };
constexpr Door kDoors[] = {
    {Action::AdministerOrganisations, "Organisations and teams", "/admin/organisations", "Schools, social care, police, health: who takes part, and their teams"},
    {Action::AdministerUsers, "People who sign in", "/admin/users", "Add people, change their details, give and end roles, reset a second factor"},
    {Action::AdministerCalendars, "School terms and closures", "/admin/school-years", "School days, from which limits are counted"},
    {Action::AdministerCalendars, "Bank holidays", "/admin/bank-holidays", "The table of working days, and how to bring it up to date"},
    {Action::AdministerDirectory, "Directory of whom to ring", "/admin/directory", "Services and their numbers, and which of them nobody has checked lately"},
    {Action::EditSettings, "Settings of the procedures", "/procedures", "What the partnership chose where the procedures leave a choice"},
    {Action::ReadAudit, "Who read what", "/audit", "Reads, changes and refusals, by child and by user"},
};

Response show_admin(Visit& visit) {
    PageContent content;
    content.title = "Administration";
    content.section = "admin";
    content.main << "<h1 class=\"govuk-heading-l\">Administration</h1>\n"_html;
    Html doors;
    for (const auto& door : kDoors) {
        if (!access::may(visit.actor(), door.action)) continue;
        doors << "<h2 class=\"govuk-heading-m govuk-!-margin-bottom-1\"><a class=\"govuk-link\""_html;
        doors.href(door.href) << ">"_html << door.words << "</a></h2>\n<p class=\"govuk-body\">"_html << door.about << "</p>\n"_html;
    }
    if (doors.empty()) content.main << "<p class=\"govuk-body\">The role you are acting in administers nothing. If you hold another role, switch to it.</p>\n"_html;
    content.main << doors;
    return render_page(visit, std::move(content));
}

}  // namespace

PageContent admin_content(std::string title, const std::string& back, std::string back_words, const Refusal* refusal) {
    PageContent content;
    content.title = title;
    content.section = "admin";
    content.before_main = back_link({.content = std::move(back_words), .href = back});
    if (refusal) {
        content.status = 422;
        content.main << refusal_summary(*refusal) << "\n"_html;
    }
    content.main << "<h1 class=\"govuk-heading-l\">"_html << title << "</h1>\n"_html;
    return content;
}

bool belongs_on_form(const Refusal& refusal) { return refusal.code == RefusalCode::Invalid || refusal.code == RefusalCode::Conflict; }

std::string field(const Visit& visit, std::string_view name) { return std::string(trimmed(visit.request.form.fields.get(name))); }

Html hidden_field(std::string_view name, std::string_view value) {
    Html out = "<input type=\"hidden\""_html;
    out.attr("name", name).attr("value", value);
    return out << ">\n"_html;
}

SummaryRow admin_row(std::string key, Content value) { return {.key = {.content = std::move(key)}, .value = {.content = std::move(value)}}; }

Html date_boxes(std::string name, std::string legend, std::string hint_words, const Fields& typed, const Refusal* refusal) {
    DateInput boxes;
    boxes.id = name;
    boxes.fieldset = Fieldset{.legend = {.content = std::move(legend)}};
    if (!hint_words.empty()) boxes.hint = {.content = std::move(hint_words)};
    boxes.error = error_at(refusal, name);
    boxes.day = std::string(typed.get(name + "-day"));
    boxes.month = std::string(typed.get(name + "-month"));
    boxes.year = std::string(typed.get(name + "-year"));
    boxes.name_prefix = std::move(name);
    return date_input(boxes);
}

std::string date_typed(const Fields& typed, const std::string& name) {
    const TypedDate date{std::string(trimmed(typed.get(name + "-day"))), std::string(trimmed(typed.get(name + "-month"))), std::string(trimmed(typed.get(name + "-year")))};
    return date.empty() ? std::string{} : date_answer(date);
}

Html next_page(const std::string& href) {
    if (href.empty()) return {};
    Pagination pages;
    pages.next = {.href = href};
    return pagination(pages);
}

std::string kind_title(const Visit& visit, const std::string& kind) {
    const auto& kinds = visit.world().library.vocabulary().organisation_kinds;
    const auto known = kinds.find(kind);
    return known == kinds.end() ? kind : known->second;
}

void add_admin_pages(Router& router, Site& site) {
    add_route(router, site, {.method = "GET", .pattern = "/admin", .name = "admin.show", .action = Action::ReadOwnWork, .handler = show_admin});
    add_organisation_pages(router, site);
    add_user_pages(router, site);
    add_role_pages(router, site);
    add_school_year_pages(router, site);
    add_bank_holiday_pages(router, site);
    add_directory_pages(router, site);
    add_audit_pages(router, site);
}

}  // namespace hearken::web
