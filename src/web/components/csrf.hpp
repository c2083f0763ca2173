// The hidden field that carries the cross-site request token of a form; its name is the server's (web/server).
#pragma once
#include "web/html/html.hpp"

namespace hearken::web {

inline constexpr std::string_view kCsrfFieldName = "_csrf";

/// Nothing when the token is empty.
inline Html csrf_field(std::string_view token) {
    Html out;
    if (token.empty()) return out;
    out << "<input type=\"hidden\""_html;
    out.attr("name", kCsrfFieldName).attr("value", token);
    return out << ">\n"_html;
}

}  // namespace hearken::web
