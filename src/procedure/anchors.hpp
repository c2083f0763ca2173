// Anchors as text: what a definition says, and what conditions keep.
#pragma once
#include <optional>
#include <string>

#include "procedure/model.hpp"

namespace hearken::procedure {

/// An anchor's text as written in a definition: "received", "done acknowledge".
std::string anchor_text(const Anchor& anchor);
/// Reads it again; nothing when it is not an anchor.
std::optional<Anchor> anchor_from_text(const std::string& text);

}  // namespace hearken::procedure
