// GOV.UK back link.
#pragma once
#include "web/html/html.hpp"

namespace hearken::web {

struct BackLink {
    Content content = "Back";
    std::string href = "#";
    std::string classes{};
    Attributes attributes{};
};

Html back_link(const BackLink& options);

}  // namespace hearken::web
