// GOV.UK error summary: every error of the page, each linked to its field.
#pragma once
#include <optional>
#include <vector>

#include "web/html/html.hpp"

namespace hearken::web {

struct ErrorSummaryItem {
    Content content{};
    std::string href{};  ///< "#" and the id of the field
    Attributes attributes{};
};

struct ErrorSummary {
    Content title = "There is a problem";
    Content description{};
    std::vector<ErrorSummaryItem> errors{};
    std::optional<bool> disable_auto_focus{};
    std::string classes{};
    Attributes attributes{};
};

Html error_summary(const ErrorSummary& options);

}  // namespace hearken::web
