// GOV.UK panel: the confirmation at the end, or an interruption.
#pragma once
#include <vector>

#include "web/html/html.hpp"

namespace hearken::web {

struct PanelAction {
    std::string text{};
    std::string href{};
    std::string type{};  ///< "button" makes a link look like a button
    std::string classes{};
    Attributes attributes{};
};

struct Panel {
    Content title{};
    int heading_level = 1;
    Content content{};
    bool has_actions = false;            ///< show the place of the actions even when there are none
    std::vector<PanelAction> actions{};  ///< of an interruption only (class "govuk-panel--interruption")
    std::string actions_classes{};
    Attributes actions_attributes{};
    std::string classes{};
    Attributes attributes{};
};

Html panel(const Panel& options);

}  // namespace hearken::web
