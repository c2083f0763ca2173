// MOJ button menu: several actions under one button; plain buttons without a script.
#pragma once
#include <vector>

#include "web/components/button.hpp"

namespace hearken::web {

struct ButtonMenu {
    std::string button_text{};  ///< "Actions"
    std::string button_classes{};
    std::string align_menu{};  ///< "right"
    std::vector<Button> items{};
    std::string classes{};
    Attributes attributes{};
};

Html button_menu(const ButtonMenu& options);

}  // namespace hearken::web
