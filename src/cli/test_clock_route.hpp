// PUT /test/clock of `serve --test-clock`.
#pragma once
#include <functional>

#include "web/pages/site.hpp"

namespace hearken::cli {

/// GET says what time it is; PUT {"now": "2026-11-22T07:10:00Z"} sets it, then `after` does what has fallen due and says
/// how much that was.
void add_test_clock(web::Router& router, web::Site& site, std::function<int()> after);

}  // namespace hearken::cli
