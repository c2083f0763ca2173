// A demonstration only: the invented people, each with one button to sign in as them.
#include "casework/demonstration_people.hpp"
#include "web/components/button.hpp"
#include "web/components/summary_list.hpp"
#include "web/pages/session_cookie.hpp"
#include "web/pages/session_pages.hpp"

namespace hearken::web {

namespace {

Refusal no_such_page() { return Refusal::of(RefusalCode::NotFound, "not-a-demonstration", "There is no such page."); }

Html roles_of(const casework::DemonstrationPerson& person) {
    Html out;
    for (const auto& role : person.roles) {
        if (!out.empty()) out << "<br>"_html;
        out << role.role_title;
        if (role.organisation != person.roles.front().organisation) out << ", "_html << role.organisation_name;
        if (!role.cover_for.empty()) out << " (covering for "_html << role.cover_for << ")"_html;
    }
    return out;
}

Html button_for(const casework::DemonstrationPerson& person) {
    Html words;
    words << "Sign in<span class=\"govuk-visually-hidden\"> as "_html << person.name << "</span>"_html;
    return button({.content = words, .name = "user", .value = person.user.str(), .classes = "govuk-button--secondary govuk-!-margin-bottom-0"});
}

Response show_people(Visit& visit) {
    if (!visit.world().demonstration) return render_refusal(visit, no_such_page());
    PageContent content;
    content.title = "Invented people";
    content.main << "<h1 class=\"govuk-heading-l\">Sign in as an invented person</h1>\n"_html
                 << "<p class=\"govuk-body-l\">Nobody here is real. Each person sees only what their role may see: sign in as several to follow a concern from the school to a decision. Or <a class=\"govuk-link\" href=\"/report\">tell us of a worry as a member of the public</a>, without signing in.</p>\n"_html
                 << form_open(visit, "/demonstration/sign-in") << next_field(next_place(visit.request));
    for (const auto& place : casework::demonstration_people(visit.world())) {
        content.main << "<h2 class=\"govuk-heading-m\">"_html << place.organisation << "</h2>\n"_html;
        SummaryList list;
        for (const auto& person : place.people) {
            Html who;
            who << person.name << "<br><span class=\"govuk-hint\">"_html << person.job_title << "</span>"_html;
            Html what;
            what << "<div class=\"hearken-demo-person\"><div>"_html << roles_of(person) << "</div>"_html << button_for(person) << "</div>"_html;
            list.rows.push_back({.key = {.content = who}, .value = {.content = what}});
        }
        content.main << summary_list(list) << "\n"_html;
    }
    content.main << "</form>\n"_html;
    return render_page(visit, std::move(content));
}

Response take_person(Visit& visit) {
    auto& world = visit.world();
    const UserId user{std::string(visit.request.form.fields.get("user"))};
    if (!casework::is_demonstration_person(world, user)) return render_refusal(visit, no_such_page());
    const auto signed_in = casework::sign_in_as_invented(world, visit.site.sign_in, user, visit.request.remote_address, device_in_words(visit.request));
    if (!signed_in) return render_refusal(visit, signed_in.error());
    if (visit.session) casework::sign_out(world, session_token(visit.request));
    return arrived(visit, *signed_in, next_place(visit.request));
}

}  // namespace

void add_demonstration_pages(Router& router, Site& site) {
    using access::Action;
    add_route(router, site, {.method = "GET", .pattern = "/demonstration", .name = "demonstration.show", .audience = Audience::Anyone, .action = Action::SignIn, .handler = show_people});
    add_route(router, site, {.method = "POST", .pattern = "/demonstration/sign-in", .name = "demonstration.sign-in", .audience = Audience::Anyone, .action = Action::SignIn, .handler = take_person});
}

}  // namespace hearken::web
