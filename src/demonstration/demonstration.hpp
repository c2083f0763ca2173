// An invented partnership with invented people and stories, to try everything on. Nothing in it is real: surnames are
// words such as Testwell and Sampleton, places do not exist, telephone numbers are kept for drama (01632 960…).
#pragma once
#include <functional>
#include <string>

#include "casework/world.hpp"

namespace hearken::demonstration {

/// What has been made so far, in words, for progress.
using Told = std::function<void(const std::string& what)>;

/// Makes the whole of it in an empty database that says of itself that it is a demonstration. `clock` is the world's:
/// it is set back and moved through the days before `today`, so that events and deadlines are as if people had worked,
/// and stands at `today` at the end. Cases are made through the use cases alone. Throws std::runtime_error, with the
/// reasons, when a use case refuses: our bug. `people_of_a_county`: to measure with, as many people and a case for every twenty.
void make_demonstration(casework::World& world, TestClock& clock, Instant today, const Told& told = {}, int people_of_a_county = 0);

}  // namespace hearken::demonstration
