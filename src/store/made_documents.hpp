// Documents that were made for somebody: what, for whom, of which state of the record. The digest is kept, never the file.
#pragma once
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/instant.hpp"
#include "store/database.hpp"

namespace hearken::store {

struct MadeDocument {
    std::string id;
    std::string kind;                ///< case-version | case-record | chronology
    CaseId case_id;                  ///< of the first two
    PersonId person;                 ///< of a chronology
    std::string title, version;      ///< version: of the definition
    long revision = 0;               ///< how far the case had come: its last event; of a chronology: how many entries
    std::string made_for, made_for_organisation, purpose;
    long withheld = 0;               ///< how many parts were withheld from this recipient
    std::string digest;              ///< SHA-256 of the file
    UserId made_by;
    OrganisationId organisation;
    Instant made_at;
};
void add_made_document(Transaction& transaction, const MadeDocument& document);
std::vector<MadeDocument> documents_made_of_case(Reading& reading, const CaseId& case_id);  ///< newest first
std::vector<MadeDocument> documents_made_about(Reading& reading, const PersonId& person);   ///< chronologies, newest first

}  // namespace hearken::store
