// Giving a role (where first, then which, from when and for whom) and ending one.
#include "web/components/button.hpp"
#include "web/components/radios.hpp"
#include "web/components/select.hpp"
#include "web/pages/admin_pages.hpp"

namespace hearken::web {

namespace {

using casework::RoleChoices;

std::string place_of(const std::string& user) { return "/admin/users/" + percent_encoded(user); }

/// The first question: where. Hundreds of schools: a list that can be typed into without a script.
Response ask_where(const Visit& visit, const Refusal* refusal) {
    const auto places = casework::organisations_to_choose_from(visit.world(), visit.actor(), {});
    if (!places) return render_refusal(visit, places.error());
    const std::string user = visit.params["user"];
    auto content = admin_content("Where is the role held?", place_of(user), "Back", refusal);
    Select where{.name = "organisation", .label = {.content = "Organisation"}, .hint = {.content = "Type the first letters of its name to find it"}, .error = error_at(refusal, "organisation")};
    where.items.push_back({.text = "Choose", .value = ""});
    for (const auto& place : *places) where.items.push_back({.text = place.name, .value = place.id.str()});
    Html open = "<form method=\"get\""_html;
    open.link("action", place_of(user) + "/roles/new") << ">\n"_html;
    content.main << open << select(where) << "\n"_html << button({.content = "Continue"}) << "\n</form>\n"_html;
    return render_page(visit, std::move(content));
}

Html which_role(const RoleChoices& choices, const Fields& typed, const Refusal* refusal) {
    Radios which{.name = "role", .fieldset = Fieldset{.legend = {.content = "Role", .classes = "govuk-fieldset__legend--m"}}, .error = error_at(refusal, "role")};
    which.value = std::string(typed.get("role"));
    for (const auto& [id, title] : choices.roles) which.items.push_back({.value = id, .content = title});
    return radios(which);
}

Html team_and_cover(const RoleChoices& choices, const Fields& typed, const Refusal* refusal) {
    Html out;
    if (!choices.teams.empty()) {
        Select team{.name = "team", .label = {.content = "Team"}, .error = error_at(refusal, "team"), .value = std::string(typed.get("team"))};
        team.items.push_back({.text = "No team", .value = ""});
        for (const auto& one : choices.teams) team.items.push_back({.text = one.name, .value = one.id.str()});
        out << select(team) << "\n"_html;
    }
    if (!choices.may_be_covered.empty()) {
        Select cover{.name = "cover-for", .label = {.content = "Do they cover for somebody?"}, .hint = {.content = "A deputy, or out of hours"}, .error = error_at(refusal, "cover-for"),
                     .value = std::string(typed.get("cover-for"))};
        cover.items.push_back({.text = "No, the role is their own", .value = ""});
        for (const auto& one : choices.may_be_covered) cover.items.push_back({.text = one.words, .value = one.id.str()});
        out << select(cover) << "\n"_html;
    }
    return out;
}

Response role_form(const Visit& visit, const OrganisationId& organisation, const Fields& typed, const Refusal* refusal) {
    const auto choices = casework::role_choices(visit.world(), visit.actor(), organisation);
    if (!choices) return render_refusal(visit, choices.error());
    const std::string user = visit.params["user"];
    auto content = admin_content("Give a role at " + choices->organisation.name, place_of(user), "Back", refusal);
    if (choices->roles.empty()) content.main << "<p class=\"govuk-body\">No role is held at this kind of organisation. Choose another.</p>\n"_html;
    content.main << form_open(visit, place_of(user) + "/roles") << hidden_field("organisation", organisation.str()) << which_role(*choices, typed, refusal) << "\n"_html
                 << date_boxes("from", "First day", "For example, 2 4 2026", typed, refusal) << "\n"_html
                 << date_boxes("until", "Last day (leave empty if it goes on)", "", typed, refusal) << "\n"_html << team_and_cover(*choices, typed, refusal)
                 << button({.content = "Give the role", .prevent_double_click = true}) << "\n</form>\n"_html;
    return render_page(visit, std::move(content));
}

Response show_new(Visit& visit) {
    const auto* organisation = visit.request.query.find("organisation");
    if (!organisation) return ask_where(visit, nullptr);
    if (organisation->empty()) {
        const auto refusal = Refusal::of(RefusalCode::Invalid, "required", "Choose the organisation.", "organisation");
        return ask_where(visit, &refusal);
    }
    return role_form(visit, OrganisationId{*organisation}, {}, nullptr);
}

Response take_new(Visit& visit) {
    const auto& typed = visit.request.form.fields;
    const OrganisationId organisation{field(visit, "organisation")};
    const casework::RoleGiven role{UserId{visit.params["user"]}, field(visit, "role"), organisation, TeamId{field(visit, "team")},
                                   date_typed(typed, "from"), date_typed(typed, "until"), RoleHeldId{field(visit, "cover-for")}};
    const auto given = casework::give_role(visit.world(), visit.actor(), role);
    if (!given) return belongs_on_form(given.error()) ? role_form(visit, organisation, typed, &given.error()) : render_refusal(visit, given.error());
    auto response = redirect_see_other(place_of(role.user.str()));
    flash(response, "The role has been given.");
    return response;
}

Response end_form(const Visit& visit, const Fields& typed, const Refusal* refusal) {
    const std::string& user = visit.params["user"];
    const auto holdings = casework::roles_through_time(visit.world(), visit.actor(), UserId{user});
    if (!holdings) return render_refusal(visit, holdings.error());
    for (const auto& one : *holdings) {
        if (one.held.id.str() != visit.params["role"]) continue;
        auto content = admin_content("End a role", place_of(user), "Back", refusal);
        content.main << "<p class=\"govuk-body\">"_html << one.held.role_title << ", "_html << one.held.organisation_name << ", since "_html << one.from
                     << ". They keep it to the end of the last day. What they did in it stays on record.</p>\n"_html
                     << form_open(visit, place_of(user) + "/roles/" + percent_encoded(one.held.id.str()) + "/end")
                     << date_boxes("until", "Last day", "For example, 2 4 2026", typed, refusal) << "\n"_html
                     << button({.content = "End the role", .classes = "govuk-button--warning", .prevent_double_click = true}) << "\n</form>\n"_html;
        return render_page(visit, std::move(content));
    }
    return render_refusal(visit, Refusal::of(RefusalCode::NotFound, "no-such-role", "That role is not theirs."));
}

Response show_end(Visit& visit) { return end_form(visit, {}, nullptr); }

Response take_end(Visit& visit) {
    const auto& typed = visit.request.form.fields;
    const auto ended = casework::end_role(visit.world(), visit.actor(), RoleHeldId{visit.params["role"]}, date_typed(typed, "until"));
    if (!ended) return belongs_on_form(ended.error()) ? end_form(visit, typed, &ended.error()) : render_refusal(visit, ended.error());
    auto response = redirect_see_other(place_of(visit.params["user"]));
    flash(response, "The last day of the role has been set.");
    return response;
}

}  // namespace

void add_role_pages(Router& router, Site& site) {
    constexpr auto action = access::Action::AdministerRoles;
    const std::string roles = "/admin/users/:user/roles";
    add_route(router, site, {.method = "GET", .pattern = roles + "/new", .name = "admin.role.give.show", .action = action, .handler = show_new});
    add_route(router, site, {.method = "POST", .pattern = roles, .name = "admin.role.give", .action = action, .handler = take_new});
    add_route(router, site, {.method = "GET", .pattern = roles + "/:role/end", .name = "admin.role.end.show", .action = action, .handler = show_end});
    add_route(router, site, {.method = "POST", .pattern = roles + "/:role/end", .name = "admin.role.end", .action = action, .handler = take_end});
}

}  // namespace hearken::web
