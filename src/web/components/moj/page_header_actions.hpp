// MOJ page header actions: the heading of a page with its main buttons.
#pragma once
#include <vector>

#include "web/components/button.hpp"

namespace hearken::web {

struct PageHeaderActions {
    Content heading{};
    int heading_level = 1;
    std::string heading_classes = "govuk-heading-xl";
    std::vector<Button> items{};
    std::string classes{};
    Attributes attributes{};
};

Html page_header_actions(const PageHeaderActions& options);

}  // namespace hearken::web
