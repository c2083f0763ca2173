// GOV.UK button, and the link that looks like one.
#pragma once
#include <optional>

#include "web/html/html.hpp"

namespace hearken::web {

struct Button {
    Content content{};
    std::string href{};  ///< makes it a link
    std::string type = "submit";
    std::string name{};
    std::string value{};
    std::string id{};
    std::string classes{};
    bool disabled = false;
    bool is_start_button = false;
    std::optional<bool> prevent_double_click{};
    Attributes attributes{};
};

Html button(const Button& options);

}  // namespace hearken::web
