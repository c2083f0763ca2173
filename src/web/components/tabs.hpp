// GOV.UK tabs.
#pragma once
#include <vector>

#include "web/html/html.hpp"

namespace hearken::web {

struct Tab {
    std::string label{};
    std::string id{};
    Content panel{};
    Attributes attributes{};
    Attributes panel_attributes{};
    bool left_out = false;  ///< not shown, but its number stays taken, so that the ids of the others do not move
};

struct Tabs {
    std::string id{};
    std::string id_prefix{};  ///< for tabs without an id
    std::string title = "Contents";
    std::vector<Tab> items{};
    std::string classes{};
    Attributes attributes{};
};

Html tabs(const Tabs& options);

}  // namespace hearken::web
