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
    bool by_hand = false;                   ///< store/life_events.hpp: no case; `kind` is then its category
    std::string exactness, until_on, impact, origin;
    EventId replaces;                       ///< a corrected one
    bool let_read = false;                  ///< seen only because its organisation lets the reader's read it
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
/// About these people (a child with other records of theirs; brothers and sisters): events of the cases that the reader
/// sees fully, what the reader's organisation entered by hand, and what other organisations let it read. An event about
/// no particular child belongs to every subject of its case; one about another child does not. Somebody who only reads
/// what they have a part in (Reach::Involved) sees of what was entered by hand only their own. A case that became
/// restricted or walled takes its events out of what was shared.
Paged<ChronologyEntry> chronology_of_persons(Reading& reading, const access::CaseRule& rule, const std::vector<PersonId>& persons,
                                             const ChronologyFilter& filter, const Page& page);
inline Paged<ChronologyEntry> chronology_of_person(Reading& reading, const access::CaseRule& rule, const PersonId& person,
                                                   const ChronologyFilter& filter, const Page& page) {
    return chronology_of_persons(reading, rule, {person}, filter, page);
}

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
