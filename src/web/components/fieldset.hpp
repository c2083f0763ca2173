// GOV.UK fieldset: a group of related fields under one legend.
#pragma once
#include "web/html/html.hpp"

namespace hearken::web {

struct Legend {
    Content content{};
    std::string classes{};
    bool is_page_heading = false;
};

struct Fieldset {
    Legend legend{};
    std::string classes{};
    std::string role{};
    std::string described_by{};
    Attributes attributes{};
    Html html{};  ///< the fields; radios, checkboxes and date input fill this in themselves
};

Html fieldset(const Fieldset& options);

}  // namespace hearken::web
