#include "web/server/security_headers.hpp"

namespace hearken::web {

void SecurityHeaders::apply(const Request* request, Response& response) const {
    const auto add = [&](const char* name, const std::string& value) {
        if (!response.headers.has(name)) response.with_header(name, value);
    };
    add("Content-Security-Policy", content_security_policy);
    add("X-Content-Type-Options", "nosniff");
    add("X-Frame-Options", "DENY");  // browsers too old for frame-ancestors
    add("Referrer-Policy", "no-referrer");
    add("Cross-Origin-Opener-Policy", "same-origin");
    add("Cross-Origin-Embedder-Policy", "require-corp");
    add("Cross-Origin-Resource-Policy", "same-origin");
    add("Permissions-Policy", permissions_policy);
    add("Cache-Control", "no-store");
    if (request && request->is_tls && hsts_seconds > 0)
        add("Strict-Transport-Security", "max-age=" + std::to_string(hsts_seconds) + "; includeSubDomains");
}

}  // namespace hearken::web
