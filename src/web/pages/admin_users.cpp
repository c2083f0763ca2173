// People who sign in: finding, adding and changing them, and resetting a second factor (two administrators).
#include "web/components/button.hpp"
#include "web/components/inset_text.hpp"
#include "web/components/radios.hpp"
#include "web/components/tag.hpp"
#include "web/components/text_input.hpp"
#include "web/components/textarea.hpp"
#include "web/components/warning_text.hpp"
#include "web/pages/admin_pages.hpp"

namespace hearken::web {

namespace {

using casework::UserLine;

std::string place_of(const UserId& id) { return "/admin/users/" + percent_encoded(id.str()); }

Html state_tag(const std::string& state) {
    if (state == "active") return tag({.content = "Active", .classes = "govuk-tag--green"});
    return tag({.content = state == "suspended" ? "Suspended" : "Ended", .classes = "govuk-tag--grey"});
}

Html roles_in_words(const std::vector<casework::HeldRole>& roles) {
    Html out;
    if (roles.empty()) return out << "No role today"_html;
    for (const auto& role : roles) {
        if (!out.empty()) out << "<br>"_html;
        out << role.role_title << ", "_html << role.organisation_name;
        if (!role.cover_for.empty()) out << " (covering for "_html << role.cover_for << ")"_html;
    }
    return out;
}

/// Names of people never stand in an address: the search is a POST, and so is its next page.
Response users_page(Visit& visit, const OrganisationId& organisation, const std::string& words, const std::string& after) {
    const auto page = casework::list_users(visit.world(), visit.actor(), organisation, words, after);
    if (!page) return render_refusal(visit, page.error());
    auto content = admin_content("People who sign in", "/admin", "Administration");
    const auto search_open = [&] { Html out = form_open(visit, "/admin/users/search"); return out << hidden_field("organisation", organisation.str()); };
    content.main << search_open() << text_input({.name = "words", .label = {.content = "Part of the name"}, .value = words, .classes = "govuk-input--width-20"})
                 << "\n<div class=\"govuk-button-group\">\n"_html << button({.content = "Search", .classes = "govuk-button--secondary"}) << "\n"_html
                 << button({.content = "Add a person", .href = "/admin/users/new"}) << "\n</div>\n</form>\n"_html;
    if (!organisation.empty())
        content.main << "<p class=\"govuk-body\">Only people with a role at one organisation. <a class=\"govuk-link\" href=\"/admin/users\">Show everybody</a></p>\n"_html;
    if (page->rows.empty()) content.main << "<p class=\"govuk-body\">Nobody has this in their name. Search for less of it, or add the person.</p>\n"_html;
    SummaryList list;
    for (const auto& user : page->rows) {
        Html name = "<a class=\"govuk-link\""_html;
        name.href(place_of(user.id)) << ">"_html << user.name << "</a>"_html;
        Html about = roles_in_words(user.roles);
        if (user.state != "active") about << "<br>"_html << state_tag(user.state);
        list.rows.push_back({.key = {.content = name}, .value = {.content = about}});
    }
    if (!list.rows.empty()) content.main << summary_list(list) << "\n"_html;
    if (!page->next.empty())
        content.main << search_open() << hidden_field("words", words) << hidden_field("after", page->next)
                     << button({.content = "Next page", .classes = "govuk-button--secondary"}) << "\n</form>\n"_html;
    return render_page(visit, std::move(content));
}

Response show_users(Visit& visit) { return users_page(visit, OrganisationId{std::string(visit.request.query.get("organisation"))}, {}, {}); }
Response search_users(Visit& visit) { return users_page(visit, OrganisationId{field(visit, "organisation")}, field(visit, "words"), field(visit, "after")); }

Html holdings_list(const UserId& user, const std::vector<casework::RoleHolding>& holdings) {
    Html out = "<h2 class=\"govuk-heading-m\">Roles</h2>\n"_html;
    if (holdings.empty()) out << "<p class=\"govuk-body\">They have never held a role. Give them one, or they can do nothing.</p>\n"_html;
    SummaryList list;
    for (const auto& one : holdings) {
        Html about;
        about << one.held.organisation_name << "<br>From "_html << one.from;
        if (!one.until.empty()) about << " to "_html << one.until;
        if (!one.held.cover_for.empty()) about << "<br>Covering for "_html << one.held.cover_for;
        about << "<br>"_html << (one.in_force ? tag({.content = "In force", .classes = "govuk-tag--green"}) : tag({.content = "Not today", .classes = "govuk-tag--grey"}));
        SummaryRow row = admin_row(one.held.role_title, about);
        if (one.in_force || one.until.empty())
            row.actions.items.push_back({.content = "End", .href = place_of(user) + "/roles/" + percent_encoded(one.held.id.str()) + "/end", .visually_hidden_text = one.held.role_title});
        list.rows.push_back(std::move(row));
    }
    if (!list.rows.empty()) out << summary_list(list) << "\n"_html;
    return out;
}

Response show_user(Visit& visit) {
    const UserId id{visit.params["user"]};
    const auto user = casework::read_user(visit.world(), visit.actor(), id);
    if (!user) return render_refusal(visit, user.error());
    const auto holdings = casework::roles_through_time(visit.world(), visit.actor(), id);
    if (!holdings) return render_refusal(visit, holdings.error());
    auto content = admin_content(user->name, "/admin/users", "People who sign in");
    SummaryList about;
    about.rows = {admin_row("Sign-in name", user->sign_in_name), admin_row("Job title", user->job_title.empty() ? "Not given" : user->job_title),
                  admin_row("E-mail", user->email.empty() ? "Not given" : user->email), admin_row("State", state_tag(user->state)),
                  admin_row("Second factor", user->has_second_factor ? "Set up" : "Not set up")};
    content.main << summary_list(about) << "\n<div class=\"govuk-button-group\">\n"_html << button({.content = "Change", .href = place_of(id) + "/change", .classes = "govuk-button--secondary"}) << "\n"_html;
    if (access::may(visit.actor(), access::Action::AdministerRoles)) content.main << button({.content = "Give a role", .href = place_of(id) + "/roles/new", .classes = "govuk-button--secondary"}) << "\n"_html;
    if (user->has_second_factor) content.main << button({.content = "Reset second factor", .href = place_of(id) + "/second-factor", .classes = "govuk-button--secondary"}) << "\n"_html;
    content.main << "</div>\n"_html << holdings_list(id, *holdings);
    return render_page(visit, std::move(content));
}

Response user_form(const Visit& visit, const UserLine& user, const Refusal* refusal) {
    const bool is_new = user.id.empty();
    auto content = admin_content(is_new ? "Add a person" : "Change a person", is_new ? "/admin/users" : place_of(user.id), "Back", refusal);
    content.main << form_open(visit, is_new ? "/admin/users" : place_of(user.id) + "/change") << hidden_field("revision", std::to_string(user.revision))
                 << text_input({.name = "name", .label = {.content = "Full name"}, .error = error_at(refusal, "name"), .value = user.name, .autocomplete = "off"}) << "\n"_html
                 << text_input({.name = "sign-in-name", .label = {.content = "Sign-in name"}, .hint = {.content = "Letters, figures, dots and hyphens"}, .error = error_at(refusal, "sign-in-name"),
                                .value = user.sign_in_name, .classes = "govuk-input--width-20", .autocomplete = "off", .autocapitalize = "none", .spellcheck = false})
                 << "\n"_html << text_input({.name = "job-title", .label = {.content = "Job title"}, .error = error_at(refusal, "job-title"), .value = user.job_title, .autocomplete = "off"}) << "\n"_html
                 << text_input({.name = "email", .type = "email", .label = {.content = "E-mail"}, .hint = {.content = "Told only that something waits, never what"}, .error = error_at(refusal, "email"),
                                .value = user.email, .autocomplete = "off", .spellcheck = false})
                 << "\n"_html;
    if (!is_new) {
        Radios state{.name = "state", .fieldset = Fieldset{.legend = {.content = "May they sign in?"}}, .error = error_at(refusal, "state")};
        state.items = {{.value = "active", .content = "Yes"}, {.value = "suspended", .content = "Not for now"}, {.value = "ended", .content = "No: they have left"}};
        state.value = user.state;
        content.main << radios(state) << "\n"_html;
    }
    content.main << button({.content = is_new ? "Add the person" : "Save the changes", .prevent_double_click = true}) << "\n</form>\n"_html;
    return render_page(visit, std::move(content));
}

Response show_new(Visit& visit) { return user_form(visit, {}, nullptr); }

Response show_change(Visit& visit) {
    const auto user = casework::read_user(visit.world(), visit.actor(), UserId{visit.params["user"]});
    return user ? user_form(visit, *user, nullptr) : render_refusal(visit, user.error());
}

Response new_password_page(const Visit& visit, const casework::SavedUser& saved, const UserLine& user) {
    auto content = admin_content("The person has been added", place_of(saved.id), "To the person");
    content.main << "<p class=\"govuk-body\">They sign in as <strong>"_html << user.sign_in_name << "</strong> with this password:</p>\n<p class=\"govuk-body hearken-code\">"_html << saved.one_time_password << "</p>\n"_html
                 << warning_text({.content = "It is shown only now. Give it to them in person or by telephone, not by e-mail, and ask them to change it at once."}) << "\n"_html
                 << button({.content = "Give them a role", .href = place_of(saved.id) + "/roles/new"}) << "\n"_html;
    return render_page(visit, std::move(content));
}

Response save(const Visit& visit, const UserId& id) {
    UserLine typed;
    typed.id = id;
    typed.sign_in_name = field(visit, "sign-in-name");
    typed.name = field(visit, "name");
    typed.job_title = field(visit, "job-title");
    typed.email = field(visit, "email");
    const auto state = field(visit, "state");
    typed.state = state == "suspended" || state == "ended" ? state : "active";
    typed.revision = static_cast<int>(decimal(field(visit, "revision")).value_or(1));
    const auto saved = casework::save_user(visit.world(), visit.actor(), typed);
    if (!saved) return belongs_on_form(saved.error()) ? user_form(visit, typed, &saved.error()) : render_refusal(visit, saved.error());
    if (id.empty()) return new_password_page(visit, *saved, typed);
    auto response = redirect_see_other(place_of(id));
    flash(response, "The person has been changed.");
    return response;
}

Response take_new(Visit& visit) { return save(visit, {}); }
Response take_change(Visit& visit) { return save(visit, UserId{visit.params["user"]}); }

Response reset_form(const Visit& visit, const UserLine& user, const Refusal* refusal) {
    auto content = admin_content("Reset the second factor of " + user.name, place_of(user.id), "Back", refusal);
    content.main << inset_text({.content = "It takes two administrators: one asks, another does the same after making sure in their own way that it is really this person."}) << "\n"_html
                 << form_open(visit, place_of(user.id) + "/second-factor")
                 << textarea({.name = "reason", .label = {.content = "How do you know that it is really them who asks?"}, .error = error_at(refusal, "reason"), .value = field(visit, "reason"), .rows = 3}) << "\n"_html
                 << button({.content = "Reset the second factor", .classes = "govuk-button--warning", .prevent_double_click = true}) << "\n</form>\n"_html;
    return render_page(visit, std::move(content));
}

Response show_reset(Visit& visit) {
    const auto user = casework::read_user(visit.world(), visit.actor(), UserId{visit.params["user"]});
    return user ? reset_form(visit, *user, nullptr) : render_refusal(visit, user.error());
}

Response take_reset(Visit& visit) {
    const UserId id{visit.params["user"]};
    const auto done = casework::reset_second_factor(visit.world(), visit.actor(), id, field(visit, "reason"));
    if (!done) {
        const auto user = casework::read_user(visit.world(), visit.actor(), id);
        return user && belongs_on_form(done.error()) ? reset_form(visit, *user, &done.error()) : render_refusal(visit, done.error());
    }
    auto response = redirect_see_other(place_of(id));
    flash(response, *done);
    return response;
}

}  // namespace

void add_user_pages(Router& router, Site& site) {
    constexpr auto action = access::Action::AdministerUsers;
    const std::string one = "/admin/users/:user";
    add_route(router, site, {.method = "GET", .pattern = "/admin/users", .name = "admin.users", .action = action, .handler = show_users});
    add_route(router, site, {.method = "POST", .pattern = "/admin/users/search", .name = "admin.users.search", .action = action, .handler = search_users});
    add_route(router, site, {.method = "GET", .pattern = "/admin/users/new", .name = "admin.user.new.show", .action = action, .handler = show_new});
    add_route(router, site, {.method = "POST", .pattern = "/admin/users", .name = "admin.user.new", .action = action, .handler = take_new});
    add_route(router, site, {.method = "GET", .pattern = one, .name = "admin.user", .action = action, .handler = show_user});
    add_route(router, site, {.method = "GET", .pattern = one + "/change", .name = "admin.user.change.show", .action = action, .handler = show_change});
    add_route(router, site, {.method = "POST", .pattern = one + "/change", .name = "admin.user.change", .action = action, .handler = take_change});
    add_route(router, site, {.method = "GET", .pattern = one + "/second-factor", .name = "admin.user.second-factor.show", .action = action, .handler = show_reset});
    add_route(router, site, {.method = "POST", .pattern = one + "/second-factor", .name = "admin.user.second-factor.reset", .action = action, .handler = take_reset});
}

}  // namespace hearken::web
