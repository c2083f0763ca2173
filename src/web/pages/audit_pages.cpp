// Who read this child's record, and what this user read.
#include "calendar/moment_text.hpp"
#include "casework/children.hpp"
#include "web/components/button.hpp"
#include "web/components/tag.hpp"
#include "web/components/text_input.hpp"
#include "web/pages/admin_pages.hpp"

namespace hearken::web {

namespace {

using casework::ReadLogLine;

std::string in_words(std::string action) {
    for (char& c : action)
        if (c == '-') c = ' ';
    if (!action.empty()) action.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(action.front())));
    return action;
}

Html outcome_tag(const std::string& outcome) {
    if (outcome == "refused") return tag({.content = "Refused", .classes = "govuk-tag--red"});
    if (outcome == "attempted") return tag({.content = "Attempted", .classes = "govuk-tag--yellow"});
    return tag({.content = outcome == "seen" ? "Seen" : "Done", .classes = "govuk-tag--grey"});
}

Html lines_list(const std::vector<ReadLogLine>& lines, bool by_whom) {
    SummaryList list;
    for (const auto& line : lines) {
        Html about;
        if (by_whom) {
            about << line.who;
            if (!line.role.empty()) about << ", "_html << line.role;
            if (!line.organisation.empty()) about << ", "_html << line.organisation;
            about << "<br>"_html;
        } else if (!line.role.empty()) {
            about << "As "_html << line.role << (line.organisation.empty() ? "" : ", ") << line.organisation << "<br>"_html;
        }
        about << in_words(line.action) << " "_html << outcome_tag(line.outcome);
        if (!line.reasons.empty()) about << "<br><span class=\"govuk-hint\">Because: "_html << line.reasons << "</span>"_html;
        list.rows.push_back(admin_row(calendar::moment_text(line.at), about));
    }
    return summary_list(list);
}

Response log_page(const Visit& visit, std::string title, const std::string& place, const Result<casework::Page<ReadLogLine>>& page, bool by_whom, const char* none) {
    if (!page) return render_refusal(visit, page.error());
    auto content = admin_content(std::move(title), by_whom ? "/audit" : "/account", "Back");
    content.section = by_whom ? "admin" : "";
    if (page->rows.empty())
        content.main << "<p class=\"govuk-body\">"_html << none << "</p>\n"_html;
    else
        content.main << lines_list(page->rows, by_whom) << "\n"_html;
    if (!page->next.empty()) content.main << next_page(place + "?after=" + percent_encoded(page->next));
    return render_page(visit, std::move(content));
}

Response show_person(Visit& visit) {
    const PersonId person{visit.params["person"]};
    return log_page(visit, "Who read this record", "/audit/people/" + percent_encoded(person.str()),
                    casework::who_read(visit.world(), visit.actor(), person, std::string(visit.request.query.get("after"))), true, "Nobody has read, changed or been refused this record.");
}

Response show_user(Visit& visit) {
    const UserId user{visit.params["user"]};
    const bool own = user == visit.session->user;
    return log_page(visit, own ? "What you have looked at" : "What this person has looked at", "/audit/users/" + percent_encoded(user.str()),
                    casework::what_they_read(visit.world(), visit.actor(), user, std::string(visit.request.query.get("after"))), !own, "Nothing is on record yet.");
}

Response audit_page(const Visit& visit, const Refusal* refusal) {
    auto content = admin_content("Who read what", "/admin", "Administration", refusal);
    content.main << "<p class=\"govuk-body\">Every read of a child’s record, every change and every refusal is on record, and no line can be changed or taken out without its being found.</p>\n"_html
                 << "<p class=\"govuk-body\">You are given the reference of a child’s record or of a user by those who ask you to look. Enter it here.</p>\n"_html
                 << form_open(visit, "/audit")
                 << text_input({.name = "reference", .label = {.content = "Reference"}, .error = error_at(refusal, "reference"), .classes = "govuk-input--width-20", .autocomplete = "off", .spellcheck = false})
                 << "\n<div class=\"govuk-button-group\">\n"_html << button({.content = "Who read this child’s record", .name = "of", .value = "people"}) << "\n"_html
                 << button({.content = "What this user read", .name = "of", .value = "users", .classes = "govuk-button--secondary"}) << "\n</div>\n</form>\n"_html;
    return render_page(visit, std::move(content));
}

Response show_audit(Visit& visit) { return audit_page(visit, nullptr); }

Response take_reference(Visit& visit) {
    const auto reference = field(visit, "reference");
    if (reference.empty()) {
        const auto refusal = Refusal::of(RefusalCode::Invalid, "required", "Enter the reference you were given.", "reference");
        return audit_page(visit, &refusal);
    }
    return redirect_see_other((field(visit, "of") == "users" ? "/audit/users/" : "/audit/people/") + percent_encoded(reference));
}

}  // namespace

void add_audit_pages(Router& router, Site& site) {
    using access::Action;
    add_route(router, site, {.method = "GET", .pattern = "/audit", .name = "audit.show", .action = Action::ReadAudit, .handler = show_audit});
    add_route(router, site, {.method = "POST", .pattern = "/audit", .name = "audit.find", .action = Action::ReadAudit, .handler = take_reference});
    add_route(router, site, {.method = "GET", .pattern = "/audit/people/:person", .name = "audit.person", .action = Action::ReadAudit, .handler = show_person});
    // The use case asks for more where it is somebody else's.
    add_route(router, site, {.method = "GET", .pattern = "/audit/users/:user", .name = "audit.user", .action = Action::ReadOwnAudit, .handler = show_user});
}

}  // namespace hearken::web
