#include "cli/test_clock_route.hpp"

#include <nlohmann/json.hpp>

#include "calendar/moment_text.hpp"

namespace hearken::cli {

namespace {

Result<Instant> moment_in(const std::string& body) {
    const auto wrong = [] {
        return refuse(RefusalCode::Invalid, "now", R"(Send {"now": "2026-11-22T07:10:00Z"}, or a local time without the Z.)", "now");
    };
    const auto json = nlohmann::json::parse(body, nullptr, false);
    if (!json.is_object() || !json.contains("now") || !json["now"].is_string()) return wrong();
    const auto moment = calendar::parse_moment(json["now"].get<std::string>(), "now");
    if (!moment || moment->date_only) return wrong();
    return moment->at;
}

}  // namespace

void add_test_clock(web::Router& router, web::Site& site, std::function<int()> after) {
    const auto said = [](Instant now, nlohmann::json more) {
        more["now"] = to_iso(now);
        return web::json_response(more.dump());
    };
    add_route(router, site, {"GET", "/test/clock", "test.clock.show", web::Audience::Anyone, access::Action::SetTestClock,
                             [said](web::Visit& visit) { return said(visit.world().clock.now(), nlohmann::json::object()); }});
    add_route(router, site, {"PUT", "/test/clock", "test.clock.set", web::Audience::Anyone, access::Action::SetTestClock, [said, after](web::Visit& visit) {
                                 const auto now = moment_in(visit.request.body);
                                 if (!now) return web::render_refusal(visit, now.error());
                                 visit.site.test_clock->set(*now);
                                 return said(*now, {{"done", after()}});
                             }});
}

}  // namespace hearken::cli
