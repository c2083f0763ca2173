// MOJ side navigation.
#pragma once
#include <vector>

#include "web/html/html.hpp"

namespace hearken::web {

struct SideNavigationItem {
    Content content{};
    std::string href{};
    bool active = false;
    Attributes attributes{};
};

struct SideNavigationSection {
    Content heading{};
    int heading_level = 4;
    std::string heading_classes{};
    Attributes heading_attributes{};
    std::vector<SideNavigationItem> items{};
};

struct SideNavigation {
    std::string label{};
    std::vector<SideNavigationSection> sections{};
    std::vector<SideNavigationItem> items{};  ///< when there are no sections
    std::string classes{};
    Attributes attributes{};
};

Html side_navigation(const SideNavigation& options);

}  // namespace hearken::web
