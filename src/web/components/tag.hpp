// GOV.UK tag: a status in words on a colour.
#pragma once
#include "web/html/html.hpp"

namespace hearken::web {

struct Tag {
    Content content{};
    std::string classes{};  ///< "govuk-tag--red", "govuk-tag--yellow", "govuk-tag--green", …
    Attributes attributes{};
};

Html tag(const Tag& options);

}  // namespace hearken::web
