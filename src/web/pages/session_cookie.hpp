// The cookies by which a browser is known: its session, and that this device has signed in before.
#pragma once
#include <string>

#include "web/server/cookies.hpp"
#include "web/server/request.hpp"

namespace hearken::web {

/// Empty when the browser sent none. Over TLS only the "__Host-" cookie counts, which no neighbouring host can plant.
std::string session_token(const Request& request);
SetCookie session_cookie(const Request& request, const std::string& token);
SetCookie forget_session(const Request& request);

std::string known_device(const Request& request);
SetCookie known_device_cookie(const Request& request, const std::string& mark);

/// Name of a cookie of ours for this connection: "hearken_notice", or "__Host-hearken_notice" over TLS.
std::string cookie_name(const Request& request, const std::string& name);

/// The browser in a few words ("Firefox on Windows"), for the list of sessions.
std::string device_in_words(const Request& request);

}  // namespace hearken::web
