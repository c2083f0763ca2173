// A definition with the overlays that join it: what a case runs by, and what one about to be opened begins with.
#pragma once
#include <functional>
#include <memory>

#include "casework/world.hpp"

namespace hearken::casework {

/// With every overlay that may join its cases and whose condition holds. Made once and kept: a case is loaded often.
std::shared_ptr<const procedure::Definition> joined(const World& world, std::shared_ptr<const procedure::Definition> host,
                                                    const std::function<bool(const procedure::Condition&)>& holds);

/// The newest version of a procedure, with the overlays that join every case of it: their questions are asked from the
/// beginning. Null when there is none.
std::shared_ptr<const procedure::Definition> definition_to_start(const World& world, const std::string& procedure);

}  // namespace hearken::casework
