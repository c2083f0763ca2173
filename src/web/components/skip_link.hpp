// GOV.UK skip link.
#pragma once
#include "web/html/html.hpp"

namespace hearken::web {

struct SkipLink {
    Content content = "Skip to main content";
    std::string href = "#main-content";
    std::string classes{};
    Attributes attributes{};
};

Html skip_link(const SkipLink& options);

}  // namespace hearken::web
