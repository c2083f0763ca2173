// A refusal as a page or as problem+json: every reason, and what to do. The status is server/respond.hpp's.
#include <nlohmann/json.hpp>

#include "web/pages/site.hpp"
#include "web/server/respond.hpp"

namespace hearken::web {

namespace {

const char* heading_of(RefusalCode code) {
    switch (code) {
        case RefusalCode::Invalid: return "This could not be accepted";
        case RefusalCode::NotPermitted: return "You cannot do this";
        case RefusalCode::NotFound: return "Page not found";
        case RefusalCode::Conflict: return "This has changed";
        case RefusalCode::GateNotMet: return "Something must be done first";
        case RefusalCode::SignInNeeded: return "Sign in to go on";
        case RefusalCode::TooMany: return "Too many requests";
    }
    return "This could not be done";
}

Response problem(const Request& request, const Refusal& refusal) {
    const int status = status_of(refusal.code);
    nlohmann::json reasons = nlohmann::json::array();
    std::string detail;
    for (const auto& reason : refusal.reasons) {
        nlohmann::json one{{"code", reason.code}, {"text", reason.text}};
        if (!reason.field.empty()) one["field"] = reason.field;
        reasons.push_back(std::move(one));
        detail += (detail.empty() ? "" : " ") + reason.text;
    }
    const nlohmann::json body{{"type", "about:blank"}, {"title", heading_of(refusal.code)}, {"status", status}, {"detail", detail},
                              {"reasons", reasons}, {"request_id", request.id}};
    return problem_response(body.dump(), status);
}

Html reasons_in_words(const Refusal& refusal) {
    Html out;
    if (refusal.code == RefusalCode::NotFound)
        // The same words whether there is nothing or the reader may not know that there is.
        return out << "<p class=\"govuk-body\">There is nothing here that you can open. Check the address, or look for it from <a class=\"govuk-link\" href=\"/\">your work</a>.</p>\n"_html
                   << "<p class=\"govuk-body\">If you think that you should be able to open it, ask whoever sent you here.</p>\n"_html;
    if (refusal.reasons.size() == 1) return out << "<p class=\"govuk-body\">"_html << refusal.reasons.front().text << "</p>\n"_html;
    out << "<ul class=\"govuk-list govuk-list--bullet\">\n"_html;
    for (const auto& reason : refusal.reasons) out << "<li>"_html << reason.text << "</li>\n"_html;
    return out << "</ul>\n"_html;
}

}  // namespace

Response render_refusal(const Visit& visit, const Refusal& refusal) {
    const auto& request = visit.request;
    if (request.wants_json()) return problem(request, refusal);
    PageContent content;
    content.title = heading_of(refusal.code);
    content.status = status_of(refusal.code);
    content.main << "<h1 class=\"govuk-heading-l\">"_html << heading_of(refusal.code) << "</h1>\n"_html << reasons_in_words(refusal);
    if (refusal.code == RefusalCode::SignInNeeded)
        content.main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/sign-in\">Sign in</a></p>\n"_html;
    else if (refusal.code != RefusalCode::NotFound)
        content.main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/\">Go to your work</a></p>\n"_html;
    return render_page(visit, std::move(content));
}

}  // namespace hearken::web
