// MOJ badge: a fact about a person that must be noticed.
#pragma once
#include "web/html/html.hpp"

namespace hearken::web {

struct Badge {
    Content content{};
    std::string classes{};  ///< "moj-badge--red", "moj-badge--purple", "moj-badge--large", …
    Attributes attributes{};
};

Html badge(const Badge& options);

}  // namespace hearken::web
