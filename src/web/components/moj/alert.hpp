// MOJ alert: information, success, warning or error, with an icon and its own words.
#pragma once
#include "web/html/html.hpp"

namespace hearken::web {

enum class AlertVariant { Information, Success, Warning, Error };

struct Alert {
    AlertVariant variant = AlertVariant::Information;
    std::string title{};  ///< read out with the variant; shown when there is no content
    Content content{};
    bool show_title_as_heading = false;
    int heading_level = 2;  ///< 2 to 4
    bool dismissible = false;
    std::string dismiss_text = "Dismiss";
    bool disable_auto_focus = false;
    std::string focus_on_dismiss_selector{};
    std::string role = "region";  ///< "alert" to have it read out at once
    std::string classes{};
    Attributes attributes{};
};

Html alert(const Alert& options);

}  // namespace hearken::web
