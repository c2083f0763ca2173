// Organisations and their teams.
#include "web/components/button.hpp"
#include "web/components/select.hpp"
#include "web/components/tag.hpp"
#include "web/components/text_input.hpp"
#include "web/pages/admin_pages.hpp"

namespace hearken::web {

namespace {

using casework::OrganisationLine;
using casework::TeamLine;

std::string place_of(const OrganisationId& id) { return "/admin/organisations/" + percent_encoded(id.str()); }

Html kinds(const Visit& visit, const std::string& chosen, const char* empty_words, const Refusal* refusal) {
    Select choice{.name = "kind", .label = {.content = "Kind of organisation"}, .error = error_at(refusal, "kind"), .value = chosen};
    choice.items.push_back({.text = empty_words, .value = ""});
    for (const auto& [id, title] : visit.world().library.vocabulary().organisation_kinds) choice.items.push_back({.text = title, .value = id});
    return select(choice);
}

Response show_organisations(Visit& visit) {
    const auto& query = visit.request.query;
    const std::string words(query.get("words")), kind(query.get("kind"));
    const auto page = casework::list_organisations(visit.world(), visit.actor(), {words, kind, std::string(query.get("after"))});
    if (!page) return render_refusal(visit, page.error());
    auto content = admin_content("Organisations", "/admin", "Administration");
    content.main << "<form method=\"get\" action=\"/admin/organisations\">\n"_html
                 << text_input({.name = "words", .label = {.content = "Part of the name"}, .value = words, .classes = "govuk-input--width-20"}) << "\n"_html
                 << kinds(visit, kind, "Any", nullptr) << "\n<div class=\"govuk-button-group\">\n"_html << button({.content = "Search", .classes = "govuk-button--secondary"}) << "\n"_html
                 << button({.content = "Add an organisation", .href = "/admin/organisations/new"}) << "\n</div>\n</form>\n"_html;
    if (page->rows.empty()) content.main << "<p class=\"govuk-body\">No organisation has this in its name. Search for less of it, or add the organisation.</p>\n"_html;
    SummaryList list;
    for (const auto& one : page->rows) {
        Html name = "<a class=\"govuk-link\""_html;
        name.href(place_of(one.id)) << ">"_html << one.name << "</a>"_html;
        Html about;
        about << kind_title(visit, one.kind);
        if (!one.urn.empty()) about << "<br>URN "_html << one.urn;
        if (one.closed) about << "<br>"_html << tag({.content = "Closed", .classes = "govuk-tag--grey"});
        list.rows.push_back({.key = {.content = name}, .value = {.content = about}});
    }
    if (!list.rows.empty()) content.main << summary_list(list) << "\n"_html;
    if (!page->next.empty()) content.main << next_page("/admin/organisations?words=" + percent_encoded(words) + "&kind=" + percent_encoded(kind) + "&after=" + percent_encoded(page->next));
    return render_page(visit, std::move(content));
}

OrganisationLine typed_organisation(const Visit& visit, const OrganisationId& id) {
    OrganisationLine typed{id, field(visit, "kind"), field(visit, "name"), field(visit, "urn"), field(visit, "area"), field(visit, "telephone")};
    typed.revision = static_cast<int>(decimal(field(visit, "revision")).value_or(1));
    return typed;
}

Response organisation_form(const Visit& visit, const OrganisationLine& line, const Refusal* refusal) {
    const bool is_new = line.id.empty();
    const std::string target = is_new ? "/admin/organisations" : place_of(line.id) + "/change";
    auto content = admin_content(is_new ? "Add an organisation" : "Change an organisation", is_new ? "/admin/organisations" : place_of(line.id), "Back", refusal);
    content.main << form_open(visit, target) << hidden_field("revision", std::to_string(line.revision))
                 << text_input({.name = "name", .label = {.content = "Name"}, .error = error_at(refusal, "name"), .value = line.name}) << "\n"_html
                 << kinds(visit, line.kind, "Choose", refusal) << "\n"_html
                 << text_input({.name = "urn", .label = {.content = "URN (schools only)"}, .hint = {.content = "6 figures"}, .error = error_at(refusal, "urn"), .value = line.urn,
                                .classes = "govuk-input--width-10", .inputmode = "numeric"})
                 << "\n"_html << text_input({.name = "area", .label = {.content = "Area"}, .hint = {.content = "District or locality, as the partnership names it"}, .error = error_at(refusal, "area"), .value = line.area})
                 << "\n"_html << text_input({.name = "telephone", .type = "tel", .label = {.content = "Telephone"}, .error = error_at(refusal, "telephone"), .value = line.telephone, .classes = "govuk-input--width-20"})
                 << "\n"_html << button({.content = is_new ? "Add the organisation" : "Save the changes", .prevent_double_click = true}) << "\n</form>\n"_html;
    return render_page(visit, std::move(content));
}

Response show_new(Visit& visit) { return organisation_form(visit, {}, nullptr); }

Response show_change(Visit& visit) {
    const auto line = casework::read_organisation(visit.world(), visit.actor(), OrganisationId{visit.params["organisation"]});
    return line ? organisation_form(visit, *line, nullptr) : render_refusal(visit, line.error());
}

Response save(const Visit& visit, const OrganisationId& id) {
    const auto typed = typed_organisation(visit, id);
    const auto saved = casework::save_organisation(visit.world(), visit.actor(), typed);
    if (!saved) return belongs_on_form(saved.error()) ? organisation_form(visit, typed, &saved.error()) : render_refusal(visit, saved.error());
    auto response = redirect_see_other(place_of(*saved));
    flash(response, id.empty() ? "The organisation has been added." : "The organisation has been changed.");
    return response;
}

Response take_new(Visit& visit) { return save(visit, {}); }
Response take_change(Visit& visit) { return save(visit, OrganisationId{visit.params["organisation"]}); }

Html teams_of(const OrganisationLine& line, const std::vector<TeamLine>& teams) {
    Html out = "<h2 class=\"govuk-heading-m\">Teams</h2>\n"_html;
    if (teams.empty()) out << "<p class=\"govuk-body\">No teams. Work waits for the organisation as a whole.</p>\n"_html;
    SummaryList list;
    for (const auto& team : teams) {
        SummaryRow row = admin_row(team.name, team.service.empty() ? std::string("No service named") : team.service);
        row.actions.items.push_back({.content = "Change", .href = place_of(line.id) + "/teams/" + percent_encoded(team.id.str()), .visually_hidden_text = team.name});
        list.rows.push_back(std::move(row));
    }
    if (!list.rows.empty()) out << summary_list(list) << "\n"_html;
    return out << button({.content = "Add a team", .href = place_of(line.id) + "/teams/new", .classes = "govuk-button--secondary"}) << "\n"_html;
}

Response show_organisation(Visit& visit) {
    const OrganisationId id{visit.params["organisation"]};
    const auto line = casework::read_organisation(visit.world(), visit.actor(), id);
    if (!line) return render_refusal(visit, line.error());
    const auto teams = casework::list_teams(visit.world(), visit.actor(), id);
    if (!teams) return render_refusal(visit, teams.error());
    auto content = admin_content(line->name, "/admin/organisations", "Organisations");
    SummaryList about;
    about.rows = {admin_row("Kind", kind_title(visit, line->kind)), admin_row("URN", line->urn.empty() ? "None" : line->urn), admin_row("Area", line->area.empty() ? "Not given" : line->area),
                  admin_row("Telephone", line->telephone.empty() ? "Not given" : line->telephone)};
    content.main << summary_list(about) << "\n<div class=\"govuk-button-group\">\n"_html << button({.content = "Change", .href = place_of(id) + "/change", .classes = "govuk-button--secondary"})
                 << "\n<a class=\"govuk-link\""_html;
    content.main.href("/admin/users?organisation=" + percent_encoded(id.str())) << ">People with a role here</a>\n"_html;
    if (line->kind == "school") {
        content.main << "<a class=\"govuk-link\""_html;
        content.main.href("/admin/school-years/" + percent_encoded(id.str())) << ">Terms and closures</a>\n"_html;
    }
    content.main << "</div>\n"_html << teams_of(*line, *teams);
    return render_page(visit, std::move(content));
}

Response team_form(const Visit& visit, const TeamLine& team, const Refusal* refusal) {
    const bool is_new = team.id.empty();
    const std::string back = place_of(team.organisation);
    auto content = admin_content(is_new ? "Add a team" : "Change a team", back, "Back", refusal);
    Select service{.name = "service", .label = {.content = "Service it gives"}, .hint = {.content = "Decides its opening hours and what is sent to it"}, .error = error_at(refusal, "service"), .value = team.service};
    service.items.push_back({.text = "None", .value = ""});
    for (const auto& [id, hours] : visit.world().library.vocabulary().services) service.items.push_back({.text = id, .value = id});
    content.main << form_open(visit, back + "/teams" + (is_new ? "" : "/" + percent_encoded(team.id.str()))) << hidden_field("revision", std::to_string(team.revision))
                 << text_input({.name = "name", .label = {.content = "Name"}, .error = error_at(refusal, "name"), .value = team.name}) << "\n"_html << select(service) << "\n"_html
                 << button({.content = is_new ? "Add the team" : "Save the changes", .prevent_double_click = true}) << "\n</form>\n"_html;
    return render_page(visit, std::move(content));
}

Response show_new_team(Visit& visit) { return team_form(visit, {{}, OrganisationId{visit.params["organisation"]}, {}, {}, 1}, nullptr); }

Response show_team(Visit& visit) {
    const auto teams = casework::list_teams(visit.world(), visit.actor(), OrganisationId{visit.params["organisation"]});
    if (!teams) return render_refusal(visit, teams.error());
    for (const auto& team : *teams)
        if (team.id.str() == visit.params["team"]) return team_form(visit, team, nullptr);
    return render_refusal(visit, Refusal::of(RefusalCode::NotFound, "no-such-team", "That team is not of this organisation."));
}

Response save_team(const Visit& visit, const TeamId& id) {
    const TeamLine typed{id, OrganisationId{visit.params["organisation"]}, field(visit, "name"), field(visit, "service"), static_cast<int>(decimal(field(visit, "revision")).value_or(1))};
    const auto saved = casework::save_team(visit.world(), visit.actor(), typed);
    if (!saved) return belongs_on_form(saved.error()) ? team_form(visit, typed, &saved.error()) : render_refusal(visit, saved.error());
    auto response = redirect_see_other(place_of(typed.organisation));
    flash(response, id.empty() ? "The team has been added." : "The team has been changed.");
    return response;
}

Response take_new_team(Visit& visit) { return save_team(visit, {}); }
Response take_team(Visit& visit) { return save_team(visit, TeamId{visit.params["team"]}); }

}  // namespace

void add_organisation_pages(Router& router, Site& site) {
    constexpr auto action = access::Action::AdministerOrganisations;
    const std::string one = "/admin/organisations/:organisation";
    add_route(router, site, {.method = "GET", .pattern = "/admin/organisations", .name = "admin.organisations", .action = action, .handler = show_organisations});
    add_route(router, site, {.method = "GET", .pattern = "/admin/organisations/new", .name = "admin.organisation.new.show", .action = action, .handler = show_new});
    add_route(router, site, {.method = "POST", .pattern = "/admin/organisations", .name = "admin.organisation.new", .action = action, .handler = take_new});
    add_route(router, site, {.method = "GET", .pattern = one, .name = "admin.organisation", .action = action, .handler = show_organisation});
    add_route(router, site, {.method = "GET", .pattern = one + "/change", .name = "admin.organisation.change.show", .action = action, .handler = show_change});
    add_route(router, site, {.method = "POST", .pattern = one + "/change", .name = "admin.organisation.change", .action = action, .handler = take_change});
    add_route(router, site, {.method = "GET", .pattern = one + "/teams/new", .name = "admin.team.new.show", .action = action, .handler = show_new_team});
    add_route(router, site, {.method = "POST", .pattern = one + "/teams", .name = "admin.team.new", .action = action, .handler = take_new_team});
    add_route(router, site, {.method = "GET", .pattern = one + "/teams/:team", .name = "admin.team.show", .action = action, .handler = show_team});
    add_route(router, site, {.method = "POST", .pattern = one + "/teams/:team", .name = "admin.team.change", .action = action, .handler = take_team});
}

}  // namespace hearken::web
