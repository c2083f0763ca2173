// GOV.UK details: help that opens when asked for.
#pragma once
#include "web/html/html.hpp"

namespace hearken::web {

struct Details {
    Content summary{};
    Content content{};
    std::string id{};
    bool open = false;
    std::string classes{};
    Attributes attributes{};
};

Html details(const Details& options);

}  // namespace hearken::web
