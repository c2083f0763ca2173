// Drafts: saved by our script at every pause, listed, thrown away; and taking up a form that could not be sent because
// the session had ended.
#include "auth/secret_text.hpp"
#include "calendar/moment_text.hpp"
#include "web/components/back_link.hpp"
#include "web/components/button.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/textarea.hpp"
#include "web/pages/draft_places.hpp"
#include "web/pages/form_mark.hpp"
#include "web/pages/kept_form.hpp"
#include "web/pages/session_pages.hpp"
#include "web/server/respond.hpp"
#include "web/server/urlencoded.hpp"

namespace hearken::web {

namespace {

Response empty(int status) {
    Response response;
    response.status = status;
    return response;
}

/// Whose draft a save is: of the person whose form it is, by its sealed mark, so that not even the last words before an
/// idle time-out are lost; otherwise of whoever is signed in, with their request token. Nothing when it is nobody's.
struct Place {
    UserId user;
    std::string key;
};
std::optional<Place> place_of(const Visit& visit) {
    const auto& request = visit.request;
    if (const auto mark = open_mark(visit.site, request.query.get("form")); mark && !mark->draft_key.empty()) return Place{mark->user, mark->draft_key};
    const bool token_right = visit.session && !visit.csrf().empty() && auth::same_secret(request.header("X-CSRF-Token"), visit.csrf());
    const std::string key(request.query.get("key"));
    if (token_right && visit.session->state == casework::SessionState::Open && !key.empty()) return Place{visit.session->user, key};
    return std::nullopt;
}

Response take_draft(Visit& visit) {
    const auto place = place_of(visit);
    if (!place) return empty(visit.session ? 403 : 401);
    constexpr size_t kMost = 512 * 1024;
    const auto& request = visit.request;
    const std::string body = request.body.empty() ? urlencoded(typed_fields(request.form.fields)) : request.body;
    if (body.size() > kMost) return empty(413);
    casework::Session theirs;
    theirs.user = place->user;
    const auto saved = casework::save_draft(visit.world(), theirs, place->key, body, std::nullopt);
    return empty(saved ? 204 : status_of(saved.error().code));
}

Response show_drafts(Visit& visit) {
    PageContent content;
    content.title = "Your drafts";
    content.before_main = back_link({.content = "Your account", .href = "/account"});
    content.main << "<h1 class=\"govuk-heading-l\">Your drafts</h1>\n"_html;
    SummaryList list;
    for (const auto& draft : casework::my_drafts(visit.world(), *visit.session)) {
        const auto place = draft_place(draft.form_key);
        Html actions;
        if (!place.address.empty()) {
            actions << "<a class=\"govuk-link\""_html;
            actions.href(place.address) << ">Carry on</a>"_html;
        }
        actions << form_open(visit, "/account/drafts/discard") << "<input type=\"hidden\" name=\"draft\""_html << Attributes{{"value", draft.form_key}} << ">\n"_html
                << button({.content = "Throw away", .classes = "govuk-button--secondary govuk-!-margin-top-2 govuk-!-margin-bottom-0"}) << "\n</form>\n"_html;
        Html key;
        key << place.words << "<br><span class=\"govuk-hint\">"_html << calendar::moment_text(draft.updated_at) << "</span>"_html;
        list.rows.push_back({.key = {.content = key}, .value = {.content = actions}});
    }
    if (list.rows.empty())
        content.main << "<p class=\"govuk-body\">You have no drafts. What you type is kept here until you send it.</p>\n"_html;
    else
        content.main << "<p class=\"govuk-body\">What you typed and have not sent. Nobody else can see it.</p>\n"_html << summary_list(list) << "\n"_html;
    return render_page(visit, std::move(content));
}

Response take_discard(Visit& visit) {
    casework::discard_draft(visit.world(), *visit.session, std::string(visit.request.form.fields.get("draft")));
    auto response = redirect_see_other("/account/drafts");
    flash(response, "The draft has been thrown away.");
    return response;
}

/// "what-was-said" → "What was said": the form's own labels are not known here.
std::string label_for(std::string name) {
    for (char& c : name)
        if (c == '-' || c == '_' || c == '.' || c == ':') c = ' ';
    if (!name.empty()) name.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(name.front())));
    return name;
}

Response show_carry_on(Visit& visit) {
    const std::string key(visit.request.query.get("form"));
    const std::string target = key.starts_with(kKeptPrefix) ? key.substr(std::string_view(kKeptPrefix).size()) : std::string{};
    const auto typed = typed_before(visit, key);
    if (typed.empty() || !is_local_target(target))
        return render_refusal(visit, Refusal::of(RefusalCode::NotFound, "no-such-draft", "There is nothing kept under this address."));
    PageContent content;
    content.title = "Carry on where you were";
    content.main << "<h1 class=\"govuk-heading-l\">Carry on where you were</h1>\n"_html
                 << "<p class=\"govuk-body\">You had been signed out, so this was not sent. Check it, then send it. Files must be attached again.</p>\n"_html
                 << form_open(visit, target) << "<input type=\"hidden\""_html << Attributes{{"name", kTakenUpName}, {"value", key}} << ">\n"_html;
    int number = 0;
    for (const auto& [name, value] : typed) {
        const bool is_long = value.find_first_of(" \n") != std::string::npos;
        content.main << textarea({.name = name, .id = "kept-" + std::to_string(++number), .label = {.content = label_for(name)}, .value = value, .rows = is_long ? 5 : 1}) << "\n"_html;
    }
    content.main << button({.content = "Send it now", .prevent_double_click = true}) << "\n</form>\n"_html;
    return render_page(visit, std::move(content));
}

}  // namespace

void add_draft_pages(Router& router, Site& site) {
    using access::Action;
    add_route(router, site, {.method = "POST", .pattern = "/drafts", .name = "drafts.save", .audience = Audience::Anyone, .action = Action::SignIn, .handler = take_draft, .for_script = true});
    add_route(router, site, {.method = "GET", .pattern = "/account/drafts", .name = "drafts.show", .action = Action::ManageOwnSessions, .handler = show_drafts});
    add_route(router, site, {.method = "POST", .pattern = "/account/drafts/discard", .name = "drafts.discard", .action = Action::ManageOwnSessions, .handler = take_discard});
    add_route(router, site, {.method = "GET", .pattern = "/carry-on", .name = "drafts.carry-on", .action = Action::ManageOwnSessions, .handler = show_carry_on});
}

}  // namespace hearken::web
