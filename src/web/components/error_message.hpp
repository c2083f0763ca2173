// GOV.UK error message, shown beside the field it concerns.
#pragma once
#include "web/html/html.hpp"

namespace hearken::web {

struct ErrorMessage {
    Content content{};
    std::string id{};  ///< a field sets this itself
    std::string classes{};
    Attributes attributes{};
    std::string visually_hidden_text = "Error";
};

Html error_message(const ErrorMessage& options);

}  // namespace hearken::web
