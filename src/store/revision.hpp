// The refusal for a record that somebody saved since. Only .cpp files of this module include it.
#pragma once
#include "core/result.hpp"

namespace hearken::store {

inline tl::unexpected<Refusal> changed_since(const std::string& what) {
    return refuse(RefusalCode::Conflict, "changed", "Somebody else changed " + what + " since you opened it. Look at what it says now, then make your change again.");
}

}  // namespace hearken::store
