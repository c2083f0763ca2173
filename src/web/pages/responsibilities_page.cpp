// What everybody says once after their first sign-in: that they know their responsibilities for confidential information.
#include "casework/responsibilities.hpp"

#include "web/components/button.hpp"
#include "web/components/notification_banner.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/sharing_pages.hpp"
#include "web/server/respond.hpp"

namespace hearken::web {

namespace {

Response show(Visit& visit) {
    const auto accepted = casework::responsibilities_accepted(visit.world(), visit.actor());
    Html inside = heading("Your responsibilities");
    inside << paragraph("What you read here is about real people, and most of it was told in confidence.")
           << bullets({"Open a record only when your work needs it. Every reading is recorded, and can be asked about.", "Share what keeps a child safe, early, with those who need it, and no more than they need.",
                       "Never promise a child to keep a secret.", "Keep your password and your codes to yourself, and hide the screen when you leave it.", "When you are not sure, ask: your safeguarding lead, information governance lead or Caldicott Guardian."})
           << paragraph(link_to("/guidance/caldicott-principles", "The eight Caldicott principles")) << paragraph(link_to("/guidance/seven-golden-rules", "The seven golden rules of sharing"));
    if (accepted) inside << paragraph("You said that you know them on " + when_words(*accepted) + ".");
    else inside << form_open(visit, "/responsibilities") << send_button("I know my responsibilities") << "</form>\n"_html;
    PageContent content;
    content.title = "Your responsibilities";
    content.section = "work";
    content.main = narrow(inside);
    return render_page(visit, std::move(content));
}

Response accept(Visit& visit) {
    const auto accepted = casework::accept_responsibilities(visit.world(), visit.actor());
    if (!accepted) return render_refusal(visit, accepted.error());
    return changed("/", "Thank you. It has been recorded.");
}

}  // namespace

Html ask_for_responsibilities(const Visit& visit) {
    Html out;
    if (casework::responsibilities_accepted(visit.world(), visit.actor())) return out;
    Html words;
    words << paragraph(link_to("/responsibilities", "Read what is expected of everybody who uses this, and say that you know it"));
    NotificationBanner banner;
    banner.content = words;
    return out << notification_banner(banner) << "\n"_html;
}

void add_responsibilities_page(Router& router, Site& site) {
    add_route(router, site, {.method = "GET", .pattern = "/responsibilities", .name = "responsibilities", .action = access::Action::ReadOwnWork, .handler = show});
    add_route(router, site, {.method = "POST", .pattern = "/responsibilities", .name = "responsibilities.accept", .action = access::Action::ReadOwnWork, .handler = accept});
}

}  // namespace hearken::web
