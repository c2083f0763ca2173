// The same task at earlier times: the visits before this visit, the reviews before this review. Internal to casework.
#pragma once
#include "casework/reader.hpp"

namespace hearken::casework {

/// What was written and decided each time the task was finished before, as this reader may see it: newest first, at most
/// twenty. Nothing is ever overwritten by doing it again (N2.child-protection-visits, N2.review-conference: kept in order).
std::vector<EarlierTime> earlier_times(Reader& reader, const procedure::Task& task, const PersonId& subject, int before_occurrence);

}  // namespace hearken::casework
