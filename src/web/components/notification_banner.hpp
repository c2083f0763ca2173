// GOV.UK notification banner.
#pragma once
#include <optional>

#include "web/html/html.hpp"

namespace hearken::web {

struct NotificationBanner {
    Content content{};
    bool success = false;
    Content title{};  ///< "Important", or "Success", when empty
    int title_heading_level = 2;
    std::string title_id = "govuk-notification-banner-title";
    std::string role{};  ///< "region", or "alert" for success, when empty
    std::optional<bool> disable_auto_focus{};
    std::string classes{};
    Attributes attributes{};
};

Html notification_banner(const NotificationBanner& options);

}  // namespace hearken::web
