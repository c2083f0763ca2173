// GOV.UK warning text.
#pragma once
#include "web/html/html.hpp"

namespace hearken::web {

struct WarningText {
    Content content{};
    std::string icon_fallback = "Warning";
    std::string classes{};
    Attributes attributes{};
};

Html warning_text(const WarningText& options);

}  // namespace hearken::web
