// The key with which this installation seals what a browser keeps for it. Made at first start, the same on every server.
#pragma once
#include <string>

#include "casework/world.hpp"

namespace hearken::casework {

std::string seal_key(World& world);

}  // namespace hearken::casework
