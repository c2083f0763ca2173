#include "web/pages/session_cookie.hpp"

#include <array>
#include <utility>

namespace hearken::web {

namespace {

constexpr char kSession[] = "hearken";
constexpr char kDevice[] = "hearken_device";

SetCookie ours(const Request& request, const char* name, std::string value) {
    SetCookie cookie;
    cookie.name = cookie_name(request, name);
    cookie.value = std::move(value);
    cookie.secure = request.is_tls;
    return cookie;
}

template <size_t N>
std::string first_named(std::string_view text, const std::array<std::pair<const char*, const char*>, N>& names, const char* otherwise) {
    for (const auto& [mark, name] : names)
        if (text.find(mark) != std::string_view::npos) return name;
    return otherwise;
}

}  // namespace

std::string cookie_name(const Request& request, const std::string& name) { return request.is_tls ? "__Host-" + name : name; }

std::string session_token(const Request& request) { return std::string(request.cookies.get(cookie_name(request, kSession))); }

// Lax, not Strict: a link in an e-mail ("something waits for you") must open signed in. Changes have their own token.
SetCookie session_cookie(const Request& request, const std::string& token) { return ours(request, kSession, token); }

SetCookie forget_session(const Request& request) { return expired_cookie(cookie_name(request, kSession), request.is_tls); }

std::string known_device(const Request& request) { return std::string(request.cookies.get(cookie_name(request, kDevice))); }

SetCookie known_device_cookie(const Request& request, const std::string& mark) {
    auto cookie = ours(request, kDevice, mark);
    cookie.same_site = SetCookie::SameSite::Strict;
    cookie.max_age = std::chrono::hours{24 * 365};
    return cookie;
}

std::string device_in_words(const Request& request) {
    static constexpr std::array<std::pair<const char*, const char*>, 5> kBrowsers{{
        {"Edg/", "Edge"}, {"OPR/", "Opera"}, {"Firefox/", "Firefox"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"}}};
    static constexpr std::array<std::pair<const char*, const char*>, 6> kSystems{{
        {"Android", "Android"}, {"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Windows", "Windows"}, {"Mac OS X", "Mac"}, {"Linux", "Linux"}}};
    const auto agent = request.header("User-Agent");
    return first_named(agent, kBrowsers, "A browser") + " on " + first_named(agent, kSystems, "another device");
}

}  // namespace hearken::web
