// Cookies: reading what a browser sends back, writing what we ask it to keep.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "web/server/named_values.hpp"

namespace hearken::web {

/// Pairs that are not well formed are left out, as RFC 6265 asks: other people's cookies on the same host must not
/// lock anybody out. At most 50 are kept.
Fields parse_cookies(std::string_view header);

/// Safe by default: HttpOnly, SameSite=Lax, whole site, until the browser is closed. A name beginning "__Host-" is
/// only kept by browsers with `secure`.
struct SetCookie {
    std::string name;
    std::string value;
    bool secure = false;  ///< true whenever the reader came by TLS
    std::optional<std::chrono::seconds> max_age;
    enum class SameSite { Lax, Strict } same_site = SameSite::Lax;
    std::string path = "/";
};

/// The value of a Set-Cookie header. Name and value must be what RFC 6265 allows: breaking that is our own mistake
/// and throws std::logic_error.
std::string to_header(const SetCookie& cookie);
/// Asks the browser to forget a cookie.
SetCookie expired_cookie(std::string name, bool secure);

}  // namespace hearken::web
