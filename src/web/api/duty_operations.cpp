// Who is on duty for safeguarding at one's own school.
#include <nlohmann/json.hpp>

#include "casework/cover.hpp"
#include "web/api/answer.hpp"
#include "web/api/operation.hpp"

namespace hearken::web::api {

namespace {

using nlohmann::json;

const char* name_of(casework::OnDuty::As as) {
    using As = casework::OnDuty::As;
    switch (as) {
        case As::Lead: return "lead";
        case As::Deputy: return "deputy";
        case As::Governor: return "governor-on-call";
        case As::Headteacher: return "headteacher";
        case As::SocialCare: return "social-care";
        case As::OutOfHours: return "out-of-hours";
        case As::Emergency: return "emergency";
    }
    return "emergency";
}

Response duty(Visit& visit) {
    const auto page = casework::read_cover(visit.world(), visit.actor());
    if (!page) return render_refusal(visit, page.error());
    const auto& now = page->now;
    json chain = json::array();
    for (const auto& one : now.chain) {
        json line{{"as", name_of(one.as)}, {"name", one.name}, {"words", one.words}, {"telephone", one.telephone}, {"attendance-only", one.attendance_only}};
        if (!one.user.empty()) line["user"] = one.user.str();
        chain.push_back(std::move(line));
    }
    json gaps = json::array();
    for (const auto& day : page->week)
        for (const auto& gap : day.gaps) gaps.push_back({{"from", to_iso(gap.from)}, {"until", to_iso(gap.until)}});
    return json_response(json{{"at", to_iso(now.at)}, {"in-session", now.in_session}, {"lead-available", now.lead_available}, {"chain", chain}, {"fallback", now.fallback}, {"gaps", gaps}}.dump());
}

}  // namespace

std::vector<Operation> duty_operations() {
    Operation operation;
    operation.route.method = "GET";
    operation.route.pattern = "/api/v1/school/duty";
    operation.route.name = "api.school.duty";
    operation.route.action = access::Action::ReadCover;
    operation.route.handler = duty;
    operation.route.summary = "Who is on duty for safeguarding at your school now, in order, and the sessions of the coming week that nobody covers";
    operation.route.scope = "read";
    operation.tag = "Schools";
    operation.response_schema = "Duty";
    return {operation};
}

}  // namespace hearken::web::api
