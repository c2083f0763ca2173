// GOV.UK hint text.
#pragma once
#include "web/html/html.hpp"

namespace hearken::web {

struct Hint {
    Content content{};
    std::string id{};  ///< a field sets this itself
    std::string classes{};
    Attributes attributes{};
};

Html hint(const Hint& options);

}  // namespace hearken::web
