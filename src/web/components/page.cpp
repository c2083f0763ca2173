#include "web/components/page.hpp"

#include "web/components/button.hpp"
#include "web/components/details.hpp"
#include "web/components/generic_header.hpp"
#include "web/components/phase_banner.hpp"
#include "web/components/skip_link.hpp"

namespace hearken::web {
namespace {

constexpr Literal kShortcuts =
    "<ul class=\"govuk-list govuk-list--bullet govuk-body-s\" data-shortcut-list>\n"
    "<li>Shift three times, or Escape three times, within two seconds: hide this screen</li>\n"
    "<li>Tab, then Enter, at the top of a page: skip to the main content</li>\n</ul>";

void head(Html& out, const Page& options) {
    out << "<head>\n<meta charset=\"utf-8\">\n<title>"_html << options.title << " – Hearken</title>\n"_html
        << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">\n"_html
        << "<meta name=\"theme-color\" content=\"#12384c\">\n<meta name=\"robots\" content=\"noindex, nofollow\">\n"_html
        << "<meta name=\"format-detection\" content=\"telephone=no\">\n"_html;
    if (!options.csrf_token.empty()) {
        out << "<meta name=\"csrf-token\""_html;
        out.attr("content", options.csrf_token) << ">\n"_html;
    }
    out << "<link rel=\"icon\" type=\"image/svg+xml\""_html;
    out.href(options.assets.icon) << ">\n"_html;
    for (const auto& stylesheet : options.assets.stylesheets) {
        out << "<link rel=\"stylesheet\""_html;
        out.href(stylesheet) << ">\n"_html;
    }
    out << "<script type=\"module\""_html;
    out.link("src", options.assets.script) << "></script>\n</head>\n"_html;
}

void hide_button(Html& out, const Page& options) {
    out << "<div class=\"hearken-hide govuk-width-container\">\n"_html
        << button({.content = "Hide this screen",
                   .href = options.hide_url,
                   .classes = "govuk-button--warning hearken-hide__button",
                   .attributes = Attributes{{"rel", "nofollow noreferrer"}}.with_flag("data-hide-screen")})
        << "\n</div>\n"_html;
}

void header(Html& out, const Page& options) {
    out << "<header class=\"govuk-template__header\">\n"_html
        << generic_header({.logo = "Hearken", .url = options.home_url, .classes = "hearken-header"}) << "\n"_html;
    Html role;
    if (!options.role.empty()) role << "<div class=\"hearken-role\">\n"_html << options.role << "\n</div>\n"_html;
    if (!options.navigation.empty() || !role.empty())
        out << service_navigation({.items = options.navigation,
                                   .aria_label = "Where you are and your role",
                                   .end = role,
                                   .end_inline = true})
            << "\n"_html;
    if (options.demonstration)
        out << phase_banner({.tag = {.content = "Demonstration"}, .content = "invented people: nothing here is real"})
            << "\n"_html;
    out << "</header>\n"_html;
}

/// Back link or breadcrumbs: before the main part, so that the skip link skips them, but in a landmark of their own.
void before_main(Html& out, const Page& options) {
    if (options.before_main.empty()) return;
    out << "<div role=\"region\" aria-label=\"Way back\">\n"_html << options.before_main << "\n</div>\n"_html;
}

}  // namespace

Html page(const Page& options) {
    Html out;
    out.reserve(options.main.str().size() + options.before_main.str().size() + 8192);
    out << "<!DOCTYPE html>\n<html lang=\"en\" class=\"govuk-template"_html << (options.wide ? " hearken-wide" : "")
        << "\">\n"_html;
    head(out, options);
    out << "<body class=\"govuk-template__body\">\n<script"_html;
    out.link("src", options.assets.early_script) << "></script>\n"_html;
    out << skip_link({}) << "\n"_html;
    header(out, options);
    hide_button(out, options);
    out << "<div class=\"govuk-width-container\">\n"_html;
    before_main(out, options);
    out << "<main class=\"govuk-main-wrapper\" id=\"main-content\">\n"_html << options.main
        << "\n</main>\n</div>\n"_html;
    Html notes;
    notes << options.footer_content
          << details({.summary = "Keyboard shortcuts", .content = kShortcuts, .classes = "govuk-!-margin-bottom-0"});
    out << "<footer class=\"govuk-template__footer\">\n"_html
        << footer({.meta = {.links = options.footer_links, .content = notes}}) << "\n</footer>\n"_html;
    return out << "</body>\n</html>\n"_html;
}

}  // namespace hearken::web
