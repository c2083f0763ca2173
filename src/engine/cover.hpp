// Gaps in cover: `cover` says that somebody is always on duty for a service.
#pragma once
#include "engine/working.hpp"

namespace hearken::engine {

/// A gap that has begun is put on record as a clock that is over at once, and taken off again when it ends. Where the
/// world cannot tell whether anybody is on duty, nothing is said.
void watch_cover(Working& working);

}  // namespace hearken::engine
