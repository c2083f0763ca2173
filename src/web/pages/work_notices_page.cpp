// Notices: what the product has told this reader. The way to the case is there only where it opens.
#include "calendar/moment_text.hpp"
#include "web/components/button.hpp"
#include "web/components/moj/sub_navigation.hpp"
#include "web/components/tag.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/work_pages.hpp"
#include "web/server/http_text.hpp"

namespace hearken::web {

namespace {

using casework::NoticeLine;

Html one_notice(const Visit& visit, const NoticeLine& notice) {
    Html out;
    out << "<li class=\"hearken-notice\">\n<p class=\"govuk-body govuk-!-margin-bottom-1\">"_html;
    if (!notice.read_at) out << tag({.content = "Not read", .classes = "govuk-tag--blue"}) << " "_html;
    if (notice.in_case.empty())
        out << notice.text;
    else
        out << link_to("/cases/" + notice.in_case.str(), notice.text);
    out << "</p>\n<p class=\"govuk-body-s govuk-!-margin-bottom-2\">"_html;
    if (!notice.about.empty()) out << "<span class=\"hearken-strong\">"_html << names_of_subjects(notice.about) << "</span><br>\n"_html;
    out << calendar::moment_text(notice.created_at);
    if (notice.read_at) out << ". Read "_html << calendar::moment_text(*notice.read_at);
    out << "</p>\n"_html;
    if (!notice.read_at) {
        Html words;
        words << "Mark as read<span class=\"govuk-visually-hidden\">: "_html << notice.text << "</span>"_html;
        out << form_open(visit, "/notices/" + percent_encoded(notice.id) + "/read")
            << button({.content = words, .classes = "govuk-button--secondary govuk-!-margin-bottom-0"}) << "\n</form>\n"_html;
    }
    return out << "</li>\n"_html;
}

Html mark_all(const Visit& visit, const std::vector<NoticeLine>& notices) {
    Html out, hidden;
    int unread = 0;
    for (const auto& notice : notices) {
        if (notice.read_at) continue;
        ++unread;
        hidden << "<input type=\"hidden\" name=\"notice\""_html;
        hidden.attr("value", notice.id) << ">\n"_html;
    }
    if (unread < 2) return out;
    return out << form_open(visit, "/notices/read") << hidden
               << button({.content = "Mark all " + std::to_string(unread) + " on this page as read", .classes = "govuk-button--secondary"}) << "\n</form>\n"_html;
}

}  // namespace

Response notices_page(Visit& visit) {
    const bool unread_only = visit.request.query.get("show") == "unread";
    const auto read = casework::my_notices(visit.world(), visit.actor(), unread_only, std::string(visit.request.query.get("after")));
    if (!read) return render_refusal(visit, read.error());
    PageContent content;
    content.title = "Notices";
    content.section = "notices";
    content.main << heading("Notices")
                 << sub_navigation({.label = "Which notices", .items = {{.content = "All", .href = "/notices", .active = !unread_only},
                                                                        {.content = "Not read", .href = "/notices?show=unread", .active = unread_only}}})
                 << "\n"_html;
    if (read->rows.empty()) {
        content.main << paragraph(unread_only ? "You have read all your notices." : "Nobody has told you anything yet. When something happens that you are to know of, it appears here.")
                     << paragraph(link_to("/", "Go to your work"));
        return render_page(visit, std::move(content));
    }
    content.main << mark_all(visit, read->rows) << "<ul class=\"govuk-list hearken-notices\">\n"_html;
    for (const auto& notice : read->rows) content.main << one_notice(visit, notice);
    content.main << "</ul>\n"_html << next_page_link(unread_only ? "/notices?show=unread&after=" : "/notices?after=", read->next);
    return render_page(visit, std::move(content));
}

Response mark_notice_page(Visit& visit) {
    const auto marked = casework::mark_notice_read(visit.world(), visit.actor(), visit.params["notice"]);
    if (!marked) return render_refusal(visit, marked.error());
    auto response = redirect_see_other("/notices");
    flash(response, "The notice was marked as read.");
    return response;
}

Response mark_notices_page(Visit& visit) {
    int marked = 0;
    for (const auto& id : visit.request.form.fields.all("notice")) {
        const auto one = casework::mark_notice_read(visit.world(), visit.actor(), id);
        if (!one) return render_refusal(visit, one.error());
        ++marked;
    }
    auto response = redirect_see_other("/notices");
    if (marked > 0) flash(response, std::to_string(marked) + (marked == 1 ? " notice was" : " notices were") + " marked as read.");
    return response;
}

}  // namespace hearken::web
