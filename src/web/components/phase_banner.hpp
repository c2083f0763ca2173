// GOV.UK phase banner; ours says when a database holds invented people.
#pragma once
#include "web/components/tag.hpp"

namespace hearken::web {

struct PhaseBanner {
    Tag tag{};
    Content content{};
    std::string classes{};
    Attributes attributes{};
};

Html phase_banner(const PhaseBanner& options);

}  // namespace hearken::web
