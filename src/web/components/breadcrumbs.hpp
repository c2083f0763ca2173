// GOV.UK breadcrumbs.
#pragma once
#include <vector>

#include "web/html/html.hpp"

namespace hearken::web {

struct Breadcrumb {
    Content content{};
    std::string href{};  ///< empty for the page one is on
    Attributes attributes{};
};

struct Breadcrumbs {
    std::vector<Breadcrumb> items{};
    bool collapse_on_mobile = false;
    std::string label = "Breadcrumb";
    std::string classes{};
    Attributes attributes{};
};

Html breadcrumbs(const Breadcrumbs& options);

}  // namespace hearken::web
