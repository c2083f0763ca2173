// The product's layout around a page: what this reader may go to, who they are acting as, and what was left to say.
#include "casework/team_board.hpp"
#include "casework/triage.hpp"
#include "web/components/button.hpp"
#include "web/components/csrf.hpp"
#include "web/components/notification_banner.hpp"
#include "web/components/page.hpp"
#include "web/components/select.hpp"
#include "web/pages/site.hpp"

namespace hearken::web {

namespace {

using access::Action;

bool may(const Visit& visit, Action action) { return visit.session && access::may(visit.actor(), action).has_value(); }

void add_item(std::vector<NavigationItem>& items, const PageContent& content, const char* section, std::string words, const char* href) {
    NavigationItem item;
    item.content = std::move(words);
    item.href = href;
    item.active = content.section == section;
    items.push_back(std::move(item));
}

/// Only what they may do: a link that ends in a refusal is no use to anybody.
std::vector<NavigationItem> navigation(const Visit& visit, const PageContent& content) {
    std::vector<NavigationItem> items;
    if (!visit.session || visit.session->state != casework::SessionState::Open) {
        add_item(items, content, "report", "Tell us about a child", "/report");
        add_item(items, content, "contacts", "Who to ring", "/contacts");
        return items;
    }
    add_item(items, content, "work", "My work", "/");
    if (casework::has_triage(visit.world(), visit.actor())) add_item(items, content, "triage", "Triage", "/triage");
    if (may(visit, Action::ReadOwnWork) && casework::has_team_board(visit.world(), visit.actor())) add_item(items, content, "team", "Team", "/team");
    if (may(visit, Action::OpenCase)) add_item(items, content, "start", "Record", "/start");
    if (may(visit, Action::ActInCase)) add_item(items, content, "cases", "Cases", "/cases");
    if (may(visit, Action::ReadPerson)) add_item(items, content, "people", "People", "/people");
    if (may(visit, Action::ReadNotices)) {
        const int unread = content.unread.value_or(0);
        add_item(items, content, "notices", unread > 0 ? "Notices (" + std::to_string(unread) + " unread)" : "Notices", "/notices");
    }
    add_item(items, content, "procedures", "Procedures", "/procedures");
    add_item(items, content, "contacts", "Who to ring", "/contacts");
    if (!visit.actor().administers.empty()) add_item(items, content, "admin", "Administration", "/admin");
    return items;
}

Html bare_form(const Visit& visit, Literal opening) {
    Html out;
    return out << opening << csrf_field(visit.csrf());
}

Html switcher(const Visit& visit) {
    Select choice;
    choice.name = "role";
    choice.id = "switch-role";
    choice.label = {.content = "Switch role", .classes = "govuk-visually-hidden"};
    choice.value = visit.actor().holding.str();
    choice.form_group.classes = "hearken-role__choice";
    for (const auto& held : visit.session->roles) {
        std::string words = held.role_title + ", " + held.organisation_name;
        if (!held.cover_for.empty()) words += " (covering for " + held.cover_for + ")";
        choice.items.push_back({.text = std::move(words), .value = held.id.str()});
    }
    Html out = bare_form(visit, "<form method=\"post\" action=\"/role\" class=\"hearken-role__form\">\n"_html);
    out << select(choice) << "\n"_html
        << button({.content = "Switch role", .classes = "govuk-button--secondary hearken-role__button"});
    return out << "\n</form>\n"_html;
}

Html who(const Visit& visit) {
    Html out;
    if (!visit.session) return out;
    const auto& session = *visit.session;
    const bool open = session.state == casework::SessionState::Open;
    out << "<p class=\"govuk-body-s hearken-role__who\">"_html;
    if (open)
        out << "<a class=\"govuk-link govuk-link--no-visited-state\" href=\"/account\">"_html << session.user_name << "</a>"_html;
    else
        out << session.user_name;
    if (open && !session.role_title.empty() && session.roles.size() < 2)
        out << "<br>"_html << session.role_title << ", "_html << session.organisation_name;
    out << "</p>\n"_html;
    if (open && session.roles.size() > 1) out << switcher(visit);
    out << bare_form(visit, "<form method=\"post\" action=\"/sign-out\" class=\"hearken-role__form\">\n"_html)
        << "<button type=\"submit\" class=\"hearken-role__sign-out\">Sign out</button>\n</form>\n"_html;
    return out;
}

PageAssets versioned_assets(const AssetStore& assets) {
    PageAssets wanted;
    for (auto& stylesheet : wanted.stylesheets) stylesheet = assets.versioned(stylesheet);
    wanted.early_script = assets.versioned(wanted.early_script);
    wanted.script = assets.versioned(wanted.script);
    wanted.icon = assets.versioned(wanted.icon);
    return wanted;
}

std::vector<FooterLink> footer_links(const Visit& visit) {
    if (visit.session && visit.session->state == casework::SessionState::Open)
        return {{.text = "Who to ring", .href = "/contacts"}, {.text = "Guidance", .href = "/guidance"}, {.text = "Duties", .href = "/duties"},
                {.text = "Your account", .href = "/account"}};
    return {{.text = "Who to ring", .href = "/contacts"}, {.text = "Tell us you are worried about a child", .href = "/report"}};
}

}  // namespace

Response render_page(const Visit& visit, PageContent content) {
    Page whole;
    const bool has_errors = content.main.str().find("govuk-error-summary") != std::string::npos;
    whole.title = (has_errors ? "Error: " : "") + content.title;
    if (!visit.notice.empty()) {
        Html words;
        words << "<p class=\"govuk-notification-banner__heading\">"_html << visit.notice << "</p>"_html;
        whole.main << notification_banner({.content = words, .success = true}) << "\n"_html;
    }
    whole.main << content.main;
    whole.before_main = std::move(content.before_main);
    whole.navigation = navigation(visit, content);
    whole.role = who(visit);
    whole.csrf_token = visit.csrf();
    whole.demonstration = visit.site.world.demonstration;
    whole.wide = content.wide;
    whole.footer_links = footer_links(visit);
    Html version;
    version << "<p class=\"govuk-body-s\">Hearken "_html << visit.site.version << "</p>\n"_html;
    whole.footer_content = version;
    whole.assets = versioned_assets(visit.site.assets);
    return html_response(page(whole).str(), content.status);
}

}  // namespace hearken::web
