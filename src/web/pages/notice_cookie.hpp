// A sentence left by one page for the next, sealed in a cookie of the browser's and shown once.
#pragma once
#include "web/pages/site.hpp"

namespace hearken::web {

/// What the page before left; empty when nothing, or too long ago.
std::string notice_left(const Site& site, const Request& request);
/// Turns what flash() left on the response into the cookie, and forgets a notice that has now been shown.
void settle_notice(const Site& site, const Request& request, const std::string& shown, Response& response);

}  // namespace hearken::web
