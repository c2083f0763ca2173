#include "web/pages/report_draft.hpp"

#include <nlohmann/json.hpp>

#include "auth/secret_text.hpp"
#include "casework/public_report.hpp"
#include "web/pages/session_cookie.hpp"

namespace hearken::web {

namespace {

using nlohmann::json;

constexpr char kCookie[] = "hearken_report";

std::string text_of(const ReportDraft& draft) {
    StartDraft answers;
    answers.answers = draft.answers;
    const json body{{"child", draft.is_child}, {"given", draft.given}, {"family", draft.family}, {"age", draft.age}, {"gender", draft.gender}, {"answers", to_text(answers)},
                    {"began", to_iso(draft.began_at)}, {"again", draft.asked_again}, {"reference", draft.reference}};
    return body.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

std::optional<ReportDraft> report_draft(const Visit& visit) {
    ReportDraft draft;
    draft.key = std::string(visit.request.cookies.get(cookie_name(visit.request, kCookie)));
    const auto text = casework::find_visitor_draft(visit.world(), draft.key);
    if (!text) return std::nullopt;
    const auto body = json::parse(*text, nullptr, false);
    if (!body.is_object()) return std::nullopt;
    draft.is_child = body.value("child", false);
    draft.given = body.value("given", "");
    draft.family = body.value("family", "");
    draft.age = body.value("age", "");
    draft.gender = body.value("gender", "");
    draft.asked_again = body.value("again", false);
    draft.reference = body.value("reference", "");
    draft.began_at = instant_from_iso(body.value("began", "")).value_or(visit.world().clock.now());
    if (const auto answers = start_draft_from(body.value("answers", ""))) draft.answers = answers->answers;
    return draft;
}

ReportDraft new_report_draft(const Visit& visit, bool is_child) {
    ReportDraft draft;
    draft.key = casework::new_visitor_key();
    draft.is_child = is_child;
    draft.began_at = visit.world().clock.now();
    return draft;
}

void keep_report_draft(const Visit& visit, const ReportDraft& draft, Response& response) {
    casework::keep_visitor_draft(visit.world(), draft.key, text_of(draft));
    SetCookie cookie;
    cookie.name = cookie_name(visit.request, kCookie);
    cookie.value = draft.key;
    cookie.secure = visit.request.is_tls;
    cookie.same_site = SetCookie::SameSite::Strict;
    response.with_cookie(cookie);
}

std::string report_token(const ReportDraft& draft) { return auth::digest_of("report form of " + draft.key); }

}  // namespace hearken::web
