// The whole document: head, skip link, "Hide this screen", brand, navigation, main part and footer.
#pragma once
#include <vector>

#include "web/components/footer.hpp"
#include "web/components/service_navigation.hpp"
#include "web/html/html.hpp"

namespace hearken::web {

/// Addresses of the files a page asks for; the server gives them with their versions.
struct PageAssets {
    std::vector<std::string> stylesheets = {"/assets/govuk-frontend.min.css", "/assets/moj-frontend.min.css",
                                            "/assets/hearken.css"};
    std::string early_script = "/assets/hearken-early.js";
    std::string script = "/assets/hearken.js";
    std::string icon = "/assets/hearken.svg";
};

struct Page {
    std::string title{};  ///< without " – Hearken"; begins with "Error: " when there are errors. Never a child's name.
    Html main{};
    Html before_main{};  ///< back link or breadcrumbs
    std::vector<NavigationItem> navigation{};
    Html role{};  ///< who is signed in and as what, with the switcher; nothing before signing in
    std::string home_url = "/";
    std::string hide_url = "/hidden";  ///< where "Hide this screen" leads without a script
    std::string csrf_token{};          ///< for the script that saves drafts
    bool demonstration = false;
    bool wide = false;  ///< lists and chronologies
    std::vector<FooterLink> footer_links{};
    Content footer_content{};  ///< the version, whom to ask
    PageAssets assets{};
};

Html page(const Page& options);

}  // namespace hearken::web
