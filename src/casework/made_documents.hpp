// Documents made for a named person: exactly what they may be told, and the record that it was made. The file itself is
// made by web/pages from these views and is not kept.
#pragma once
#include "casework/cases.hpp"

namespace hearken::casework {

/// For whom, and what for. Fields of refusals: "made-for", "purpose".
struct Recipient { std::string name, organisation, purpose; };
Result<void> checked(const Recipient& recipient);

struct DocumentForSomebody {
    std::string title, version, reference;   ///< version: of the procedure
    long revision = 0;                       ///< how far the record had come
    Recipient made_for;
    std::string made_by;
    Instant made_at;
    long withheld = 0;                       ///< parts left out because this recipient may not be told
    std::vector<std::string> about;          ///< names of the children
    std::vector<std::string> paragraphs;
    std::vector<AnswerView> answers;
    struct Part { std::string title, caption; std::vector<AnswerView> answers; std::vector<std::pair<std::string, std::string>> lines; };
    std::vector<Part> parts;                 ///< of a whole record
    std::vector<ChronologyEntry> entries;    ///< of a chronology
};

/// A version of a procedure, for somebody by name. Only by whoever sees the whole case: making it is an act of sharing.
Result<DocumentForSomebody> version_for(World& world, const access::Actor& actor, const CaseId& in_case, const std::string& version, const Recipient& recipient);
/// The whole record, with what may be told to nobody outside left out: protected addresses, masked people, and fields that
/// only some may read.
Result<DocumentForSomebody> whole_record_for(World& world, const access::Actor& actor, const CaseId& in_case, const Recipient& recipient);
/// The entries chosen (none: every significant one) of what this reader sees, in order of time. Entries that another
/// agency only lets us read are not ours to give out and are refused.
Result<DocumentForSomebody> chronology_for(World& world, const access::Actor& actor, const PersonId& person, bool with_siblings, const std::vector<EventId>& entries,
                                           const Recipient& recipient);

/// Written before the file is served: what was made, the digest of the file, the audit line, and (of a case) the act of
/// sharing in the disclosure log.
Result<void> keep_document_of_case(World& world, const access::Actor& actor, const CaseId& in_case, const std::string& version, const DocumentForSomebody& document, const std::string& file);
Result<void> keep_chronology_made(World& world, const access::Actor& actor, const PersonId& person, const DocumentForSomebody& document, const std::string& file);

struct MadeDocumentLine { std::string title, made_for, purpose, version, made_by, digest; long revision = 0, withheld = 0; Instant made_at; };
/// Of a case that the actor sees whole, newest first; empty for others.
Result<std::vector<MadeDocumentLine>> documents_made(World& world, const access::Actor& actor, const CaseId& in_case);

}  // namespace hearken::casework
