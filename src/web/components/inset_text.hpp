// GOV.UK inset text.
#pragma once
#include "web/html/html.hpp"

namespace hearken::web {

struct InsetText {
    Content content{};
    std::string id{};
    std::string classes{};
    Attributes attributes{};
};

Html inset_text(const InsetText& options);

}  // namespace hearken::web
