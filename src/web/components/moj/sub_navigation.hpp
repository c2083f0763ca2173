// MOJ sub navigation: the parts of one record.
#pragma once
#include <vector>

#include "web/html/html.hpp"

namespace hearken::web {

struct SubNavigationItem {
    Content content{};
    std::string href{};
    bool active = false;
    std::string classes{};
    Attributes attributes{};
};

struct SubNavigation {
    std::string label = "Secondary navigation region";
    std::vector<SubNavigationItem> items{};
    std::string classes{};
    Attributes attributes{};
};

Html sub_navigation(const SubNavigation& options);

}  // namespace hearken::web
