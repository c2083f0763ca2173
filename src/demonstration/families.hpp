// The children of the demonstration and those around them.
#pragma once
#include <map>
#include <string>

#include "demonstration/cast.hpp"
#include "demonstration/partnership.hpp"

namespace hearken::demonstration {

/// The persons that stories are about, by short names: "maya", "leo", "bump" …
using Children = std::map<std::string, PersonId>;

/// About sixty families: those of the stories (kStories in families.cpp) and others, on roll at the two schools.
Children make_families(casework::World& world, store::Transaction& transaction, const Partnership& partnership, const Cast& cast);

}  // namespace hearken::demonstration
