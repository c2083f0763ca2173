// One choice among radios or checkboxes.
#pragma once
#include <optional>

#include "web/components/hint.hpp"
#include "web/html/html.hpp"

namespace hearken::web {

struct Choice {
    std::string value{};
    Content content{};
    std::string id{};    ///< otherwise made from the field's id and the choice's number
    std::string name{};  ///< checkboxes only: another name than the field's
    Hint hint{};
    std::optional<bool> checked{};  ///< otherwise: is its value the field's value
    bool disabled = false;
    Html conditional{};       ///< shown while this choice is made; always shown without a script
    std::string behaviour{};  ///< checkboxes only: "exclusive" unticks the others
    std::string label_classes{};
    Attributes label_attributes{};
    Attributes attributes{};
    std::string divider{};  ///< when set, this is no choice but a word between choices: "or"
    bool left_out = false;  ///< not shown, but its number stays taken, so that the ids of the others do not move
};

}  // namespace hearken::web
