#include "web/pages/same_origin.hpp"

namespace hearken::web {

bool comes_from_our_own_page(const Request& request) {
    const auto site = request.header("Sec-Fetch-Site");
    if (!site.empty()) return site == "same-origin" || site == "none";
    const auto origin = request.header("Origin");
    if (origin.empty()) return true;
    const auto scheme_end = origin.find("://");
    return scheme_end != std::string_view::npos && same_ignoring_case(origin.substr(scheme_end + 3), request.header("Host"));
}

}  // namespace hearken::web
