// The chronology: significant events apart from activity, filtered to the reader.
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

struct ChronologyEntry {
    EventId event;
    CaseId case_id;
    PersonId person;
    Instant occurred_at, recorded_at;
    bool significant = false;
    std::string kind;    ///< engine::kind_name
    std::string text;    ///< plain words
    std::string source;
    OrganisationId organisation;
    UserId user;
};

struct ChronologyFilter {
    bool significant_only = false;
    std::string kind;
    std::optional<Instant> from, until;  ///< by when it occurred
    std::string contains;                ///< words, in any case
    OrganisationId organisation;
    bool newest_first = true;
};

/// Of a case the caller has already decided may be read.
Paged<ChronologyEntry> chronology_of_case(Reading& reading, const CaseId& case_id, const ChronologyFilter& filter, const Page& page);
/// Across the cases about this person that the reader sees fully. An entry about no particular child belongs to every
/// subject of its case; one about another child does not.
Paged<ChronologyEntry> chronology_of_person(Reading& reading, const access::CaseRule& rule, const PersonId& person,
                                            const ChronologyFilter& filter, const Page& page);

/// Acts of sharing recorded in a case, newest first.
struct Disclosure {
    EventId event;
    CaseId case_id;
    std::string shared_with, version, what, basis, why;
    Instant shared_at;
    UserId shared_by;
    OrganisationId organisation;
};
std::vector<Disclosure> disclosures_of(Reading& reading, const CaseId& case_id);

}  // namespace hearken::store
