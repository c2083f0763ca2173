// A county's worth of invented people and open cases beside the demonstration, so that lists can be measured at their real length.
#pragma once
#include "demonstration/cast.hpp"
#include "demonstration/demonstration.hpp"
#include "demonstration/partnership.hpp"

namespace hearken::demonstration {

/// `people` in all, two thirds of them children on the rolls of the schools, with families and homes; and one open case for every
/// twenty of them, most with a worker of one of twenty teams. The clock is moved through the last weeks and stands at `today` at the end.
void make_county(casework::World& world, TestClock& clock, const Partnership& partnership, const Cast& cast, int people, Instant today, const Told& told);

}  // namespace hearken::demonstration
