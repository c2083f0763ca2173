// The headers that every answer carries, so that a browser refuses what we never do.
#pragma once
#include <string>

#include "web/server/request.hpp"
#include "web/server/response.hpp"

namespace hearken::web {

struct SecurityHeaders {
    /// No inline script or style, nothing from elsewhere, no framing: a page that needs more is wrong.
    std::string content_security_policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    std::string permissions_policy =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
        "microphone=(), midi=(), payment=(), publickey-credentials-get=(), usb=()";
    long hsts_seconds = 63072000;  ///< two years; only sent where the reader's own connection is TLS; 0 switches it off

    /// Adds what the response does not already have. What has no Cache-Control of its own is a page with somebody's
    /// record on it and must not be kept: no-store.
    void apply(const Request* request, Response& response) const;
};

}  // namespace hearken::web
