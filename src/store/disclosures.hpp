// The disclosure log: what was shared about somebody, asked of somebody or kept back, as readers may see it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "access/access.hpp"
#include "core/id.hpp"
#include "core/instant.hpp"
#include "store/database.hpp"
#include "store/paging.hpp"

namespace hearken::store {

struct DisclosureLine {
    EventId event;
    CaseId case_id;
    PersonId person;                 ///< empty: every subject of the case
    std::string outcome;             ///< shared | asked | withheld
    std::string shared_with;         ///< an organisation's id, or an involvement of the case; may be empty
    std::string recipient;           ///< in words
    std::string version, what, purpose, basis, consent, how, why;
    Instant at;
    UserId decided_by;
    OrganisationId organisation;     ///< whose decision it was
};

struct DisclosureFilter {
    std::string outcome;             ///< empty: all
    std::string words;               ///< in what, the purpose, the recipient or the reasons; in any case
    std::optional<Instant> from, until;
};

/// About one person, from the cases that this reader sees fully. Whether there are others is not told.
Paged<DisclosureLine> disclosures_about(Reading& reading, const access::CaseRule& rule, const PersonId& person, const DisclosureFilter& filter, const Page& page);
/// Of one case that the caller has decided may be read; newest first.
std::vector<DisclosureLine> disclosure_lines_of(Reading& reading, const CaseId& case_id);

/// An organisation's decisions, for whoever answers for its sharing.
struct SharingDecisions {
    long shared = 0, with_consent = 0, without_consent = 0, withheld = 0, asked = 0, without_reason = 0;
    std::vector<std::pair<std::string, long>> by_basis;  ///< shared, by lawful basis
};
SharingDecisions sharing_decisions_of(Reading& reading, const OrganisationId& organisation, Instant since);
/// What to look at: withheld, shared without consent, or shared with no reason or basis recorded. Newest first.
Paged<DisclosureLine> decisions_to_review(Reading& reading, const OrganisationId& organisation, const Page& page);

/// Cases about any of these people that this organisation owns or has a side in: where it may have promised somebody
/// that they would not be named.
std::vector<CaseId> cases_held_about(Reading& reading, const OrganisationId& organisation, const std::vector<PersonId>& persons);

}  // namespace hearken::store
