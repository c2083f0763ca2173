// The audit: every read of a child's record, every change, every refusal; one hash chain.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/instant.hpp"
#include "store/database.hpp"
#include "store/paging.hpp"

namespace hearken::store {

struct AuditLine {
    long sequence = 0;        ///< 0 until appended
    Instant at;
    UserId user;              ///< empty: the system, or somebody not signed in
    std::string role;
    OrganisationId organisation;
    std::string session_ref;  ///< tells sessions and tokens apart without being one
    std::string action;       ///< access::action_name, or a command's name
    std::string outcome;      ///< "done" | "seen" | "refused" | "attempted"
    CaseId case_id;
    std::vector<PersonId> persons;  ///< everyone the list, search or page showed
    std::string detail;       ///< route, search kind, event id: never words of a record, never a search term
    std::string reasons;      ///< refusal codes, comma between
    std::string request_id;
};

/// Chained on when the transaction commits; rolled back with it.
void append_audit(Transaction& transaction, AuditLine line);

struct AuditFilter {
    std::optional<Instant> from, until;
    std::string outcome;
};
/// Newest first.
Paged<AuditLine> audit_of_person(Reading& reading, const PersonId& person, const AuditFilter& filter, const Page& page);
Paged<AuditLine> audit_of_user(Reading& reading, const UserId& user, const AuditFilter& filter, const Page& page);
Paged<AuditLine> audit_of_case(Reading& reading, const CaseId& case_id, const AuditFilter& filter, const Page& page);
Paged<AuditLine> audit_of_all(Reading& reading, const AuditFilter& filter, const Page& page);

}  // namespace hearken::store
