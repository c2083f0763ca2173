// GOV.UK service navigation: the service's name and its main sections.
#pragma once
#include <optional>
#include <vector>

#include "web/html/html.hpp"

namespace hearken::web {

struct NavigationItem {
    Content content{};
    std::string href{};
    bool current = false;  ///< this very page
    bool active = false;   ///< a page of this section
    Attributes attributes{};
};

struct ServiceNavigation {
    std::string service_name{};
    std::string service_url{};
    std::vector<NavigationItem> items{};
    std::string aria_label = "Service information";
    std::string menu_button_text = "Menu";
    std::string menu_button_label{};
    std::string navigation_label{};  ///< the menu button's text when empty
    std::string navigation_id = "navigation";
    std::string navigation_classes{};
    std::optional<bool> collapse_on_mobile{};  ///< otherwise when there is more than one item
    Html start{};
    Html end{};
    bool end_inline = false;
    Html navigation_start{};
    Html navigation_end{};
    std::string classes{};
    Attributes attributes{};
};

Html service_navigation(const ServiceNavigation& options);

}  // namespace hearken::web
