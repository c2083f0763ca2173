// GOV.UK accordion.
#pragma once
#include <optional>
#include <vector>

#include "web/html/html.hpp"

namespace hearken::web {

struct AccordionSection {
    Content heading{};
    Content summary{};
    Content content{};
    bool expanded = false;
    bool left_out = false;  ///< not shown, but its number stays taken, so that the ids of the others do not move
};

struct Accordion {
    std::string id{};  ///< the browser remembers open sections by it: never make it from a person
    int heading_level = 2;
    std::vector<AccordionSection> items{};
    std::optional<bool> remember_expanded{};
    std::string hide_all_sections{};
    std::string hide_section{};
    std::string hide_section_aria_label{};
    std::string show_all_sections{};
    std::string show_section{};
    std::string show_section_aria_label{};
    std::string classes{};
    Attributes attributes{};
};

Html accordion(const Accordion& options);

}  // namespace hearken::web
