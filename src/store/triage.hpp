// The open cases of one procedure at an organisation as whoever sorts them needs them: a few queries, whatever their number.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "access/access.hpp"
#include "engine/answers.hpp"
#include "store/cases.hpp"
#include "store/database.hpp"
#include "store/work.hpp"

namespace hearken::store {

/// One open case with its open tasks, by when they are due.
struct TriageRow {
    CaseFile file;
    std::vector<CaseSubject> subjects;
    std::vector<WorkTask> open_tasks;
    engine::Answers opened_with;  ///< what was written when it was opened, unless it was erased
};
/// Those that this reader sees fully, oldest first; `more`: there are more than `most`.
struct TriageRows {
    std::vector<TriageRow> rows;
    bool more = false;
};
TriageRows open_cases_with_tasks(Reading& reading, const access::CaseRule& rule, const OrganisationId& organisation, const std::string& procedure, int most);

/// Cases about each of these people that this reader may see fully, by procedure; one query.
struct CasesAbout {
    PersonId person;
    CaseId case_id;
    std::string procedure, state;
};
std::vector<CasesAbout> cases_about_each(Reading& reading, const access::CaseRule& rule, const std::vector<PersonId>& persons);

/// Who has had these cases before their eyes, and when last, from the audit: case → (user, time), the last first.
std::map<CaseId, std::vector<std::pair<UserId, Instant>>> last_seen_by(Reading& reading, const std::vector<CaseId>& cases);

}  // namespace hearken::store
