// GOV.UK generic header: a brand without the crown.
#pragma once
#include "web/html/html.hpp"

namespace hearken::web {

struct GenericHeader {
    Content logo{};
    std::string url = "/";
    std::string container_classes = "govuk-width-container";
    std::string classes{};
    Attributes attributes{};
};

Html generic_header(const GenericHeader& options);

}  // namespace hearken::web
