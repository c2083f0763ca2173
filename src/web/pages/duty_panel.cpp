// Who is on duty, beside the things for which one needs them.
#include "calendar/moment_text.hpp"
#include "casework/cover.hpp"
#include "casework/safeguarding_register.hpp"
#include "casework/triage.hpp"
#include "web/components/inset_text.hpp"
#include "web/components/warning_text.hpp"
#include "web/manual/markdown.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/school_pages.hpp"

namespace hearken::web {

Html duty_chain(const casework::DutyNow& now) {
    Html out;
    out << "<ol class=\"govuk-list govuk-list--number\">\n"_html;
    for (const auto& one : now.chain) {
        out << "<li><span class=\"hearken-strong\">"_html << one.name << "</span>: "_html << one.words;
        if (!one.telephone.empty()) out << ", "_html << with_telephone_links(one.telephone);
        out << "</li>\n"_html;
    }
    return out << "</ol>\n"_html;
}

Html duty_panel(const Visit& visit) {
    Html out;
    if (!visit.session || visit.session->state != casework::SessionState::Open) return out;
    const auto now = casework::who_is_on_duty(visit.world(), visit.actor());
    if (!now || now->chain.empty()) return out;
    const auto& first = now->chain.front();
    out << "<section class=\"hearken-duty\" aria-labelledby=\"duty-now\">\n<h2 class=\"govuk-heading-s\" id=\"duty-now\">On duty now</h2>\n<p class=\"govuk-body\">"_html
        << "<span class=\"hearken-strong\">"_html << first.name << "</span>, "_html << first.words;
    if (!first.telephone.empty()) out << ", "_html << with_telephone_links(first.telephone);
    out << "</p>\n"_html;
    if (now->in_session && !now->lead_available) out << paragraph("The safeguarding lead and deputies are away.");
    if (now->chain.size() > 1) {
        out << "<p class=\"govuk-body-s\">If you cannot reach them: "_html;
        for (size_t i = 1; i < now->chain.size(); ++i) {
            if (i > 1) out << ", then "_html;
            out << now->chain[i].name;
            if (now->chain[i].user.empty() && !now->chain[i].telephone.empty()) out << " on "_html << with_telephone_links(now->chain[i].telephone);
        }
        out << ".</p>\n"_html;
    }
    if (!now->fallback.empty()) out << "<p class=\"govuk-body-s\">"_html << now->fallback << "</p>\n"_html;
    return out << "<p class=\"govuk-body-s\">"_html << link_to("/school/cover", "Cover this week") << "</p>\n</section>\n"_html;
}

Html school_warnings(const Visit& visit) {
    Html out;
    if (!casework::may_arrange_cover(visit.world(), visit.actor())) return out;
    const auto page = casework::read_cover(visit.world(), visit.actor());
    if (!page || page->warnings.empty()) return out;
    Html words;
    words << page->warnings.front();
    if (page->warnings.size() > 1) words << " And "_html << std::to_string(page->warnings.size() - 1) << " more."_html;
    out << warning_text({.content = words}) << "\n"_html;
    return out << paragraph(link_to("/school/cover", "See cover and what is missing"));
}

Html triage_link(const Visit& visit) {
    Html out;
    if (!casework::has_triage(visit.world(), visit.actor())) return out;
    return out << paragraph(link_to("/triage", "Open the triage board"));
}

}  // namespace hearken::web
