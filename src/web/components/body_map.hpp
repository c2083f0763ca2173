// Body map: where on a child's body something was seen or said to hurt. A list of checkboxes by part of the body, each
// with a line to describe what was seen; the figures show what is ticked, and with a script can be pressed.
#pragma once
#include <vector>

#include "web/components/error_message.hpp"
#include "web/components/hint.hpp"
#include "web/html/html.hpp"

namespace hearken::web {

struct BodyMark {
    std::string part{};         ///< an id of body_parts()
    std::string description{};  ///< size, shape, colour, what the child said of it
};

struct BodyMap {
    std::string name =
        "body-map";  ///< the ticked parts are sent as this, the descriptions as body_map_description_name()
    Content legend{};
    std::string legend_classes = "govuk-fieldset__legend--m";
    bool is_page_heading = false;
    Hint hint{};
    ErrorMessage error{};
    std::vector<BodyMark> marks{};
};

Html body_map(const BodyMap& options);

/// The name of the field that describes one part: "body-map-front-chest".
std::string body_map_description_name(std::string_view name, std::string_view part);

/// To read and to print: the figures with the marked parts, and what was said of each. Nothing when there is no mark.
Html body_map_drawing(const std::vector<BodyMark>& marks);

}  // namespace hearken::web
