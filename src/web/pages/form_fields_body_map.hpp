// A body map's marks as the component shows them and as answers hold them: a place on a drawing, in per cent.
#pragma once
#include <vector>

#include "engine/answers.hpp"
#include "web/components/body_map.hpp"
#include "web/server/named_values.hpp"

namespace hearken::web {

std::vector<BodyMark> body_marks(const engine::Answer& answer);
/// The answer of the control `name`; blank when nothing is marked.
engine::Answer body_map_answer(const std::string& name, const Fields& posted);

}  // namespace hearken::web
