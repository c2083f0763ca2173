// Linked cases beside a task: the replies that came in, as this reader may see them. Internal to casework.
#pragma once
#include "casework/reader.hpp"

namespace hearken::casework {

/// For each `shows` of the task. A linked case that the reader may not see is not there: not listed, not counted.
std::vector<ShownCases> shown_cases(Reader& reader, const procedure::Task& task);

}  // namespace hearken::casework
