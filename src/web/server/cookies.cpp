#include "web/server/cookies.hpp"

#include <algorithm>
#include <stdexcept>

#include "web/server/http_text.hpp"

namespace hearken::web {
namespace {

constexpr size_t kMostCookies = 50;

/// RFC 6265 `cookie-octet`.
bool is_cookie_value(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c > 0x20 && c < 0x7f && c != '"' && c != ',' && c != ';' && c != '\\'; });
}

}  // namespace

Fields parse_cookies(std::string_view header) {
    Fields cookies;
    while (!header.empty() && cookies.size() < kMostCookies) {
        auto pair = trimmed(next_part(header, ';'));
        if (pair.find('=') == std::string_view::npos) continue;
        const auto name = trimmed(next_part(pair, '='));
        auto value = trimmed(pair);
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
        if (is_token(name) && is_cookie_value(value)) cookies.add(std::string(name), std::string(value));
    }
    return cookies;
}

std::string to_header(const SetCookie& cookie) {
    const bool plain_path = cookie.path.starts_with('/') && is_cookie_value(cookie.path);
    if (!is_token(cookie.name) || !is_cookie_value(cookie.value) || !plain_path)
        throw std::logic_error("a cookie must have a plain name, value and path: " + cookie.name);
    std::string text = cookie.name + "=" + cookie.value + "; Path=" + cookie.path;
    if (cookie.max_age) text += "; Max-Age=" + std::to_string(cookie.max_age->count());
    text += "; HttpOnly; SameSite=";
    text += cookie.same_site == SetCookie::SameSite::Strict ? "Strict" : "Lax";
    if (cookie.secure) text += "; Secure";
    return text;
}

SetCookie expired_cookie(std::string name, bool secure) {
    SetCookie cookie;
    cookie.name = std::move(name);
    cookie.secure = secure;
    cookie.max_age = std::chrono::seconds{0};
    return cookie;
}

}  // namespace hearken::web
