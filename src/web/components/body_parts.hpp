// The parts of the body that a body map names, and where each is drawn.
#pragma once
#include <span>
#include <string_view>

#include "web/html/html.hpp"

namespace hearken::web {

enum class BodySide { Front, Back };

/// Left and right are the child's own. Ids are stored with records: never change one.
struct BodyPart {
    std::string_view id;
    std::string_view label;
    BodySide side;
    int number;     ///< written on the figure and beside the checkbox
    Literal shape;  ///< in a figure of 220 by 430; drawn on the viewer's left
    bool mirrored;  ///< the same shape on the viewer's right
    int number_x;
    int number_y;
};

std::span<const BodyPart> body_parts();

/// The words for an id, empty when there is no such part.
std::string_view body_part_label(std::string_view id);

}  // namespace hearken::web
