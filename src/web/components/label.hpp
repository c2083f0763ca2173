// GOV.UK label, and the label that is the page's heading.
#pragma once
#include "web/html/html.hpp"

namespace hearken::web {

struct Label {
    Content content{};
    std::string classes{};
    Attributes attributes{};
    std::string for_id{};  ///< a field sets this to its own id
    bool is_page_heading = false;
};

/// Nothing when the content is empty.
Html label(const Label& options);

}  // namespace hearken::web
