#include "web/components/notification_banner.hpp"

namespace hearken::web {

Html notification_banner(const NotificationBanner& options) {
    Html out;
    out << "<div"_html;
    out.attr("class", classes({"govuk-notification-banner", options.success ? "govuk-notification-banner--success" : "",
                               options.classes}));
    out.attr("role", !options.role.empty() ? std::string_view(options.role) : options.success ? "alert" : "region");
    out.attr("aria-labelledby", options.title_id) << " data-module=\"govuk-notification-banner\""_html;
    if (options.disable_auto_focus) out.attr("data-disable-auto-focus", *options.disable_auto_focus ? "true" : "false");
    out << options.attributes << ">\n<div class=\"govuk-notification-banner__header\">\n<h"_html
        << options.title_heading_level << " class=\"govuk-notification-banner__title\""_html;
    out.attr("id", options.title_id) << ">\n"_html;
    if (options.title.empty())
        out << (options.success ? "Success" : "Important");
    else
        out << options.title;
    out << "\n</h"_html << options.title_heading_level
        << ">\n</div>\n<div class=\"govuk-notification-banner__content\">\n"_html;
    if (!options.content.is_text())
        out << options.content;
    else if (!options.content.empty())
        out << "<p class=\"govuk-notification-banner__heading\">\n"_html << options.content << "\n</p>"_html;
    return out << "\n</div>\n</div>"_html;
}

}  // namespace hearken::web
