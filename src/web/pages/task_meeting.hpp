// Who was at a meeting and what was minuted, as it is asked and as it is shown. Internal to the pages of tasks.
#pragma once
#include "casework/meeting_view.hpp"
#include "web/pages/task_pages.hpp"

namespace hearken::web {

/// Who came, why it went on without its quorum, and the agenda.
Html meeting_record_asked(const TaskVisit& task, const casework::MeetingView& meeting, const Sent& sent);
/// The agenda alone: of a meeting that was recorded as held before.
Html meeting_minutes_asked(const TaskVisit& task, const Sent& sent);

/// What was posted. `rows_kept`: which row of the page each row of the attendance came from.
engine::Answers meeting_record(const TaskVisit& task, const casework::MeetingView& meeting, std::vector<size_t>& rows_kept);
/// With the fields of the attendance named as they stand on the page.
Refusal at_page_rows(Refusal refusal, const std::vector<size_t>& rows_kept);
/// What was typed, with room for one more person.
Fields with_another_row(const Fields& posted, const casework::MeetingView& meeting);

Html meetings_held(const casework::MeetingView& meeting);

}  // namespace hearken::web
