// The footer in GOV.UK's markup, without the crown, the crest and the licence unless they are asked for.
#pragma once
#include <vector>

#include "web/html/html.hpp"

namespace hearken::web {

struct FooterLink {
    std::string text{};
    std::string href{};
    Attributes attributes{};
};

struct FooterSection {
    std::string title{};
    std::string width = "full";  ///< a grid column: "one-third", "two-thirds"
    int columns = 0;
    std::vector<FooterLink> links{};
};

struct FooterMeta {
    std::string visually_hidden_title = "Support links";
    std::vector<FooterLink> links{};
    Content content{};
};

struct Footer {
    Html logo{};  ///< ours is a neutral brand: a logo only where a partnership has its own
    std::vector<FooterSection> navigation{};
    FooterMeta meta{};
    bool has_meta = false;      ///< show the heading of meta even when it is empty
    Content content_licence{};  ///< beside the Open Government Licence's logo
    Content crown_copyright{};  ///< links to Crown copyright, under the crest
    std::string classes{};
    std::string container_classes{};
    Attributes attributes{};
};

Html footer(const Footer& options);

}  // namespace hearken::web
