// Work to be done: tasks by who should do them, most urgent first.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "access/access.hpp"
#include "core/id.hpp"
#include "core/instant.hpp"
#include "store/database.hpp"
#include "store/paging.hpp"

namespace hearken::store {

struct WorkTask {
    CaseId case_id;
    std::string task;
    PersonId subject;
    int occurrence = 1;
    std::string title;
    std::set<std::string> roles;   ///< any of them does it; of a decision that waits for signatures, those still to sign
    std::string relation;
    OrganisationId organisation;
    std::string status;            ///< open | awaiting-signature | done | not-needed | cancelled
    UserId assigned_to;
    bool urgent = false;
    Instant opened_at;
    std::optional<Instant> done_at, due_at, amber_at;
    std::string due_strength;      ///< must | statutory | target | guide; empty without a clock
    UserId done_by;
    std::string outcome;
    // of its case, for the list
    std::string case_title, procedure;
};

struct ClockRow {
    CaseId case_id;
    std::string task;
    PersonId subject;
    int occurrence = 1;
    std::string clock, strength, counted_what, period, explanation;
    Instant counted_from, due_at, original_due_at, amber_at, reminder_at;
    bool estimated = false, urgency = false, outside = false;
    std::optional<Instant> met_at;
};

/// What somebody should do next: assigned to them, or unassigned in the tray of their organisation for one of `roles`
/// (their own role and all it may act as). Urgent first, then by when it is due, then what has no clock.
/// `covering`: colleagues who are away, whose own work at the reader's organisation is theirs meanwhile.
Paged<WorkTask> my_work(Reading& reading, const access::CaseRule& rule, const std::set<std::string>& roles, const Page& page, const std::set<UserId>& covering = {});
Count count_my_work(Reading& reading, const access::CaseRule& rule, const std::set<std::string>& roles, long limit = 1000, const std::set<UserId>& covering = {});
/// Everything open at the organisation, whosever it is: for who runs the desk.
Paged<WorkTask> tray_of(Reading& reading, const access::CaseRule& rule, const OrganisationId& organisation, const Page& page);
Count count_overdue(Reading& reading, const access::CaseRule& rule, const OrganisationId& organisation, Instant now, long limit = 1000);

/// All tasks of a case, as opened.
std::vector<WorkTask> tasks_of(Reading& reading, const CaseId& case_id);
/// Open tasks of cases about this person that the reader sees fully, most urgent first.
std::vector<WorkTask> open_tasks_about(Reading& reading, const access::CaseRule& rule, const PersonId& person);
std::vector<ClockRow> clocks_of(Reading& reading, const std::vector<CaseId>& cases);

}  // namespace hearken::store
