// Case files as lists show them, always inside what the reader may see.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/access.hpp"
#include "core/id.hpp"
#include "core/instant.hpp"
#include "store/database.hpp"
#include "store/paging.hpp"

namespace hearken::store {

struct CaseFile {
    CaseId id;
    std::string procedure, version, title;
    OrganisationId owner;
    TeamId team;
    std::map<std::string, std::string> stages;  ///< strand → stage
    std::string state;                          ///< open | closed
    std::string outcome;
    bool restricted = false;
    Instant opened_at, received_at;
    std::optional<Instant> closed_at;
    UserId opened_by;
    std::string area;                           ///< walled area; empty: open
    long last_sequence = 0;
};
struct CaseSubject {
    CaseId case_id;
    PersonId person;
    std::string kind, part, outcome;
    Instant joined_at;
};
/// A case in a list, with how much of it the reader sees.
struct SeenCase {
    CaseFile file;
    access::CaseView view = access::CaseView::None;
};

/// Without asking who reads: for use cases that decide by themselves. Nothing when there is no such case.
std::optional<CaseFile> find_case(Reading& reading, const CaseId& id);
/// Those there are, by id; found at once.
std::map<CaseId, CaseFile> find_cases(Reading& reading, const std::vector<CaseId>& ids);
std::vector<CaseSubject> subjects_of(Reading& reading, const CaseId& id);
std::vector<CaseSubject> subjects_of(Reading& reading, const std::vector<CaseId>& ids);
std::vector<std::pair<std::string, OrganisationId>> organisations_of(Reading& reading, const CaseId& id);
/// (kind of link, case), whichever of the two cases has the link.
std::vector<std::pair<std::string, CaseId>> links_of(Reading& reading, const CaseId& id);

/// Who has a part: for "who can see this".
struct CaseInvolvement {
    std::string involvement, who;
    Instant since;
};
std::vector<CaseInvolvement> involvements_of(Reading& reading, const CaseId& id);

struct CaseFilter {
    std::string procedure;  ///< empty: any
    std::string state;      ///< open | closed; empty: any
    std::optional<Instant> opened_from, opened_until;
};
/// Newest first, each to be seen at least as Party.
Paged<SeenCase> cases_of_organisation(Reading& reading, const access::CaseRule& rule, const OrganisationId& organisation,
                                      const CaseFilter& filter, const Page& page);
Count count_cases_of_organisation(Reading& reading, const access::CaseRule& rule, const OrganisationId& organisation,
                                  const CaseFilter& filter, long limit = 1000);
/// In which this person is a subject or has a part, newest first; with receipts, which show only that it was recorded.
std::vector<SeenCase> cases_about(Reading& reading, const access::CaseRule& rule, const PersonId& person);
/// What this user recorded, newest first: receipts.
Paged<SeenCase> cases_recorded_by(Reading& reading, const access::CaseRule& rule, const Page& page);

/// State of cases linked to this one, for conditions: procedure → open | closed. Shows the case to nobody.
std::multimap<std::string, std::string> linked_states(Reading& reading, const CaseId& id);

/// Prohibitions in force on any of these people, whichever case set them.
struct ProhibitionInForce {
    CaseId case_id;
    std::string prohibition;
    PersonId person;
    Instant since;
};
std::vector<ProhibitionInForce> prohibitions_on(Reading& reading, const std::vector<PersonId>& persons);
struct FlagInForce {
    CaseId case_id;
    std::string flag;
    PersonId person;
    Instant since;
    std::string until;  ///< a date, or empty
};
std::vector<FlagInForce> flags_on(Reading& reading, const PersonId& person);

}  // namespace hearken::store
