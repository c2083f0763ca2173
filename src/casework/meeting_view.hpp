// A meeting as its task's page shows it: who is asked and what its quorum asks, and what was recorded of those held.
#pragma once
#include "casework/cases.hpp"

namespace hearken::casework {

/// Somebody who is invited, or of whom the quorum asks that somebody be there.
struct MeetingSeat {
    std::string who, title;            ///< a role, a part in the case, or a kind of organisation
    std::string kind;                  ///< of organisation, where it is known
    std::string known_as;              ///< names of those who have that part in this case
    bool chairs = false, required = false, invited = false, may_send_information = true;
};

struct MeetingHeldView {
    struct Came { std::string name, role, came; };
    Instant at;
    std::string recorded_by;
    bool quorate = false;
    std::string quorum_missing, why_not_quorate;
    std::vector<Came> attendance;
    std::vector<std::pair<std::string, std::string>> minutes;  ///< (item of the agenda, words)
};

struct MeetingView {
    std::vector<MeetingSeat> seats;
    std::string quorum;                ///< what it asks, in words; empty: nothing
    std::vector<MeetingHeldView> held; ///< newest first
};

/// For those who may open the meeting's task.
Result<MeetingView> read_meeting(World& world, const access::Actor& actor, const CaseId& in_case, const std::string& task, const PersonId& subject);

}  // namespace hearken::casework
