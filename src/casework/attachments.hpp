// Files on records. A file is kept when it is sent, under its sender's name; the record that it is sent with adopts it.
// From then on it is reached through that record alone, and by whoever may read the answer that it stands in.
#pragma once
#include <optional>
#include <string>

#include "casework/world.hpp"
#include "access/access.hpp"
#include "core/result.hpp"
#include "store/attachments.hpp"

namespace hearken::casework {

using store::AttachmentId;

// Nothing a client sends may fill the server.
inline constexpr long kMostWaitingBytes = 100L * 1000 * 1000;   ///< of one person, not sent with anything yet
inline constexpr long kMostBytesADay = 500L * 1000 * 1000;      ///< of one person in 24 hours
inline constexpr long kMostFilesInCase = 200;

/// Keeps a file for a case about to be opened (`for_case` empty) or for an act in one. It is removed after a day unless
/// that is sent by then. Refused: too large, not of a kind that a record holds (casework/file_kinds.hpp), too much for one day.
Result<AttachmentId> keep_attachment(World& world, const access::Actor& actor, const CaseId& for_case, const std::string& name, std::string_view content);

struct FileRead { std::string name, content_type, content; };
/// A file of this case: in full view where the form is readable and the field not masked; on one's own side what one attached oneself.
/// Audited as a read of everybody the case is about. Anything else is NotFound, audited as a refusal.
Result<FileRead> read_attachment(World& world, const access::Actor& actor, const CaseId& in_case, const AttachmentId& id);

/// What an answer may say of a file to somebody who fills in a form: their own that waits, or one of the case that they may read.
struct FileNamed { std::string name; long size = 0; };
std::optional<FileNamed> attachment_named(World& world, const access::Actor& actor, const CaseId& in_case, const std::string& id);

}  // namespace hearken::casework
