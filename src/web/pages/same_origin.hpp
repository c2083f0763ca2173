// Whether a change was asked for by one of our own pages.
#pragma once
#include "web/server/request.hpp"

namespace hearken::web {

/// By Sec-Fetch-Site where the browser sends it, otherwise by Origin against Host. A client that sends neither is no
/// browser that another site could misuse; the request token still stands in the way.
bool comes_from_our_own_page(const Request& request);

}  // namespace hearken::web
