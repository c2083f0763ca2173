// The files that a case's answers name: who may read them, and how a case adopts them. Internal to casework.
#pragma once
#include "casework/attachments.hpp"
#include "casework/reader.hpp"

namespace hearken::casework {

/// Whether this reader may open a file of the case they read.
bool may_read_file(const Reader& reader, const store::Attachment& file);

/// Makes the files that `events` name part of the case they happened in. Refused, with each field named: a file that is
/// gone, that somebody else sent, or that belongs elsewhere, in the same words. `earlier` is what happened before: a
/// file may stay where it stood, and is not taken into another field, where others might read it.
Result<void> adopt_files(store::Transaction& transaction, const access::Actor& actor, const CaseId& in_case, const procedure::Definition& definition,
                         const std::vector<engine::Event>& events, const std::vector<engine::Event>& earlier);

}  // namespace hearken::casework
