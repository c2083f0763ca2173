// The disclosure log: what was shared about somebody, with whom, for what, on which basis, and what was kept back.
// A reader sees the lines of the cases they may see, and nothing tells of others.
#pragma once
#include "casework/cases.hpp"

namespace hearken::casework {

struct DisclosureEntry {
    EventId event;
    CaseId in_case;
    std::string case_title;
    Instant at;
    std::string outcome;              ///< shared | asked | withheld
    std::string to;                   ///< organisation, person or post, in words
    std::string what, purpose, basis, consent, how, why;  ///< codes already in words
    std::string decided_by, organisation;
};

struct DisclosureQuery {
    std::string outcome, words;
    std::optional<Instant> from, until;
    std::string after;
};

Result<Page<DisclosureEntry>> read_disclosures(World& world, const access::Actor& actor, const PersonId& person, const DisclosureQuery& query);
/// All of it as CSV, for answering somebody who asks to see their record. The audit says that it was taken out.
Result<std::string> export_disclosures(World& world, const access::Actor& actor, const PersonId& person, const DisclosureQuery& query);
/// Of one case, for who sees it fully.
Result<std::vector<DisclosureEntry>> read_case_disclosures(World& world, const access::Actor& actor, const CaseId& in_case);

/// How an organisation shares, for whoever answers for that: figures, and the decisions to look at. A decision in a case
/// that the reader may not open is counted and shown by its codes alone.
struct SharingOverview {
    std::string organisation;
    Instant since;
    long shared = 0, with_consent = 0, without_consent = 0, withheld = 0, asked = 0, without_reason = 0;
    std::vector<std::pair<std::string, long>> by_basis;
    struct Line { DisclosureEntry entry; bool may_open = false, reason_missing = false; };
    Page<Line> to_review;
};
Result<SharingOverview> read_sharing(World& world, const access::Actor& actor, const std::string& after = {});
/// Whether this reader answers for their organisation's sharing (for the navigation).
bool answers_for_sharing(const World& world, const access::Actor& actor);

}  // namespace hearken::casework
