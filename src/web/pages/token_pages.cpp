// API tokens: made (and shown once), listed, revoked.
#include "calendar/moment_text.hpp"
#include "web/components/back_link.hpp"
#include "web/components/button.hpp"
#include "web/components/checkboxes.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/tag.hpp"
#include "web/components/text_input.hpp"
#include "web/components/warning_text.hpp"
#include "web/pages/form_errors.hpp"
#include "web/pages/session_pages.hpp"

namespace hearken::web {

namespace {

using calendar::moment_text;

Html state_of(const casework::ApiToken& token, Instant now) {
    if (token.revoked) return tag({.content = "Revoked", .classes = "govuk-tag--grey"});
    if (token.expires_at <= now) return tag({.content = "Ended", .classes = "govuk-tag--grey"});
    return tag({.content = "In force", .classes = "govuk-tag--green"});
}

Html tokens_of(const Visit& visit) {
    Html out;
    const auto now = visit.world().clock.now();
    const auto tokens = casework::my_tokens(visit.world(), *visit.session);
    if (tokens.empty()) return out << "<p class=\"govuk-body\">You have no tokens. Make one below when a program is to work in your name.</p>\n"_html;
    SummaryList list;
    for (const auto& token : tokens) {
        Html about;
        about << state_of(token, now) << "<br>May "_html << token.scopes << "<br>Until "_html << moment_text(token.expires_at) << "<br>"_html;
        if (token.last_used_at)
            about << "Last used "_html << moment_text(*token.last_used_at);
        else
            about << "Never used"_html;
        SummaryRow row{.key = {.content = token.name}, .value = {.content = about}};
        if (!token.revoked && token.expires_at > now)
            row.actions.items.push_back({.content = "Revoke", .href = "/account/tokens/" + percent_encoded(token.id) + "/revoke", .visually_hidden_text = token.name});
        list.rows.push_back(std::move(row));
    }
    return out << summary_list(list) << "\n"_html;
}

Html making_form(const Visit& visit, const Fields& typed, const Refusal* refusal) {
    Checkboxes scopes;
    scopes.name = "scopes";
    scopes.fieldset = Fieldset{.legend = {.content = "What it may do"}};
    scopes.error = error_at(refusal, "scopes");
    scopes.values = typed.all("scopes");
    scopes.items = {{.value = "read", .content = "Read cases, tasks and chronologies"}, {.value = "act", .content = "Open cases and act in them"},
                    {.value = "people", .content = "Search, read and change people’s records"}, {.value = "admin", .content = "Administer what your role administers"}};
    Html out;
    out << "<h2 class=\"govuk-heading-m\">Make a token</h2>\n<p class=\"govuk-body\">It acts as you, in the role you are acting in now: "_html << visit.session->role_title << ", "_html
        << visit.session->organisation_name << ".</p>\n"_html << form_open(visit, "/account/tokens")
        << text_input({.name = "name", .label = {.content = "Name"}, .hint = {.content = "So that you know it again, for example the program’s name"},
                       .error = error_at(refusal, "name"), .value = std::string(typed.get("name")), .classes = "govuk-input--width-20"})
        << "\n"_html << checkboxes(scopes) << "\n"_html
        << text_input({.name = "days", .label = {.content = "Days until it ends"}, .error = error_at(refusal, "days"), .value = std::string(typed.get("days", "90")),
                       .classes = "govuk-input--width-4", .inputmode = "numeric"})
        << "\n"_html << button({.content = "Make the token", .prevent_double_click = true}) << "\n</form>\n"_html;
    return out;
}

Response tokens_page(const Visit& visit, const Fields& typed, const Refusal* refusal) {
    PageContent content;
    content.title = "API tokens";
    content.before_main = back_link({.content = "Your account", .href = "/account"});
    if (refusal) {
        content.status = 422;
        content.main << refusal_summary(*refusal) << "\n"_html;
    }
    content.main << "<h1 class=\"govuk-heading-l\">API tokens</h1>\n"_html << tokens_of(visit) << making_form(visit, typed, refusal);
    return render_page(visit, std::move(content));
}

Response show_tokens(Visit& visit) { return tokens_page(visit, {}, nullptr); }

Response take_token(Visit& visit) {
    const auto& fields = visit.request.form.fields;
    const auto scopes = fields.all("scopes");
    const auto days = decimal(trimmed(fields.get("days"))).value_or(0);
    const auto token = casework::make_token(visit.world(), *visit.session, std::string(fields.get("name")), {scopes.begin(), scopes.end()},
                                            static_cast<int>(std::min(days, 1'000'000LL)));
    if (!token) return tokens_page(visit, fields, &token.error());
    PageContent content;
    content.title = "Your new token";
    content.main << "<h1 class=\"govuk-heading-l\">Your new token</h1>\n"_html
                 << warning_text({.content = "It is shown only now. Whoever has it can act as you: keep it as you keep your password."}) << "\n<p class=\"govuk-body hearken-code\">"_html << *token
                 << "</p>\n<p class=\"govuk-body\">Programs send it as <code>Authorization: Bearer</code> and the token.</p>\n"_html
                 << button({.content = "I have copied it", .href = "/account/tokens"}) << "\n"_html;
    return render_page(visit, std::move(content));
}

Response show_revoke(Visit& visit) {
    const auto& id = visit.params["token"];
    for (const auto& token : casework::my_tokens(visit.world(), *visit.session)) {
        if (token.id != id) continue;
        PageContent content;
        content.title = "Revoke a token";
        content.before_main = back_link({.href = "/account/tokens"});
        content.main << "<h1 class=\"govuk-heading-l\">Revoke “"_html << token.name << "”?</h1>\n<p class=\"govuk-body\">Programs that use it stop working at once. This cannot be undone.</p>\n"_html
                     << form_open(visit, "/account/tokens/" + percent_encoded(id) + "/revoke")
                     << button({.content = "Revoke the token", .classes = "govuk-button--warning"}) << "\n</form>\n"_html;
        return render_page(visit, std::move(content));
    }
    return render_refusal(visit, Refusal::of(RefusalCode::NotFound, "no-such-token", "That token is not one of yours."));
}

Response take_revoke(Visit& visit) {
    const auto revoked = casework::revoke_token(visit.world(), *visit.session, visit.params["token"]);
    if (!revoked) return render_refusal(visit, revoked.error());
    auto response = redirect_see_other("/account/tokens");
    flash(response, "The token has been revoked.");
    return response;
}

}  // namespace

void add_token_pages(Router& router, Site& site) {
    constexpr auto tokens = access::Action::ManageTokens;
    add_route(router, site, {.method = "GET", .pattern = "/account/tokens", .name = "tokens.show", .action = tokens, .handler = show_tokens});
    add_route(router, site, {.method = "POST", .pattern = "/account/tokens", .name = "tokens.make", .action = tokens, .handler = take_token});
    add_route(router, site, {.method = "GET", .pattern = "/account/tokens/:token/revoke", .name = "tokens.revoke.show", .action = tokens, .handler = show_revoke});
    add_route(router, site, {.method = "POST", .pattern = "/account/tokens/:token/revoke", .name = "tokens.revoke", .action = tokens, .handler = take_revoke});
}

}  // namespace hearken::web
