// Files on records. One is uploaded before what it belongs to is sent, waits for that under its uploader's name, and is
// then adopted by one case for good; what nobody sent is removed.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/instant.hpp"
#include "store/database.hpp"

namespace hearken::store {

using AttachmentId = Id<struct AttachmentTag>;

struct Attachment {
    AttachmentId id;
    CaseId case_id;            ///< empty: not part of any case yet
    UserId uploaded_by;
    Instant uploaded_at;
    std::string file_name;     ///< personal data as often as not: never in an address, a log or an audit line
    std::string content_type;
    long size = 0;             ///< bytes
    std::string sha256;        ///< of the content, hexadecimal; set by add_attachment
    bool operator==(const Attachment&) const = default;
};

/// Keeps a new one, with its content; gives it with its size and digest. Throws std::logic_error above kMostFileBytes.
Attachment add_attachment(Transaction& transaction, Attachment attachment, std::string_view content);
inline constexpr long kMostFileBytes = 20L * 1024 * 1024;

std::optional<Attachment> find_attachment(Reading& reading, const AttachmentId& id);
std::vector<Attachment> attachments_of_case(Reading& reading, const CaseId& in_case);  ///< oldest first
long count_attachments(Reading& reading, const CaseId& in_case);
/// Throws DatabaseDamaged when what is there is no longer what was uploaded.
std::string attachment_content(Reading& reading, const Attachment& attachment);

/// Makes it part of the case. False when it is not there, or is already part of a case.
bool adopt_attachment(Transaction& transaction, const AttachmentId& id, const CaseId& by);

/// Bytes that somebody uploaded since then: all of them, and those not part of a case yet.
struct Uploaded { long bytes = 0, waiting_bytes = 0; };
Uploaded uploaded_since(Reading& reading, const UserId& user, Instant since);

/// Destroys the case's files that no event of it names any more: what was said has been lawfully erased, and they with
/// it. Gives how many.
long remove_unnamed(Transaction& transaction, const CaseId& in_case);

/// Removes those that were uploaded before then and never became part of a case; gives how many.
long remove_never_adopted(Transaction& transaction, Instant uploaded_before);

}  // namespace hearken::store
