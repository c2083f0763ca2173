#include "web/pages/notice_cookie.hpp"

#include "auth/sealed_text.hpp"
#include "web/pages/session_cookie.hpp"

namespace hearken::web {

namespace {

constexpr char kCookie[] = "hearken_notice", kPurpose[] = "notice";
constexpr char kLeftHere[] = "Hearken-Notice";  ///< on a response inside this program only; never sent
constexpr std::chrono::minutes kLongest{5};

}  // namespace

void flash(Response& response, std::string text) { response.headers.set(kLeftHere, std::move(text)); }

std::string notice_left(const Site& site, const Request& request) {
    const auto* cookie = request.cookies.find(cookie_name(request, kCookie));
    if (!cookie) return {};
    const auto text = auth::unseal(site.seal_key, kPurpose, *cookie);
    if (!text) return {};
    const auto end = text->find('\n');
    const auto left = instant_from_iso(std::string_view(*text).substr(0, end));
    if (end == std::string::npos || !left || site.world.clock.now() - *left > kLongest) return {};
    return text->substr(end + 1);
}

void settle_notice(const Site& site, const Request& request, const std::string& shown, Response& response) {
    const std::string name = cookie_name(request, kCookie);
    if (const auto* text = response.headers.find(kLeftHere)) {
        SetCookie cookie;
        cookie.name = name;
        cookie.value = auth::seal(site.seal_key, kPurpose, to_iso(site.world.clock.now()) + "\n" + *text);
        cookie.secure = request.is_tls;
        response.headers.remove(kLeftHere);
        response.with_cookie(cookie);
    } else if (!shown.empty() && response.headers.get("Content-Type").starts_with("text/html")) {
        response.with_cookie(expired_cookie(name, request.is_tls));
    }
}

}  // namespace hearken::web
