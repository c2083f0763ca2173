// MOJ timeline: what happened, when and by whom.
#pragma once
#include <vector>

#include "web/html/html.hpp"

namespace hearken::web {

struct TimelineItem {
    Content label{};
    Content byline{};         ///< shown after "by"
    std::string timestamp{};  ///< as a machine reads it: 2026-04-02T16:50:00Z
    std::string when{};       ///< as a person reads it: "2 April 2026 at 4:50pm"
    Content content{};
    std::string classes{};
    Attributes attributes{};
};

struct Timeline {
    std::vector<TimelineItem> items{};
    int heading_level = 2;
    std::string classes{};
    Attributes attributes{};
};

Html timeline(const Timeline& options);

}  // namespace hearken::web
