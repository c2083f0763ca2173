// Linked cases beside a task: the replies that came in, as this reader may see them. Internal to casework.
#pragma once
#include "casework/reader.hpp"

namespace hearken::casework {

/// For each `shows` of the task. A linked case that the reader may not see is not there: not listed, not counted.
std::vector<ShownCases> shown_cases(Reader& reader, const procedure::Task& task);

/// Those of all tasks that are followed for what moves in them, open ones, what has not moved first.
std::vector<ShownCase> followed_cases(Reader& reader);

/// Open cases linked with this one that this reader may see, each with its clocks: what they raised or were asked beside it.
std::vector<ShownCase> open_cases_beside(Reader& reader);

}  // namespace hearken::casework
