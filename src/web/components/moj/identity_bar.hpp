// MOJ identity bar: who this page is about, and what can be done.
#pragma once
#include <vector>

#include "web/components/moj/button_menu.hpp"

namespace hearken::web {

struct IdentityBar {
    Content title{};
    std::vector<ButtonMenu> menus{};
    std::string classes{};
    Attributes attributes{};
};

Html identity_bar(const IdentityBar& options);

}  // namespace hearken::web
