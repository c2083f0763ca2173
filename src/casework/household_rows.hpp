// A group that has a row for each other child of the household (`rows: household-children`): the rows it begins with, and
// the refusal of answers that leave one of them out (M5.recognising-neglect-obesity-and-impact.s2). And one that begins with a row for
// each organisation of the case and of its children (`rows: named-organisations`), to be weighed. Internal to casework.
#pragma once
#include "casework/reader.hpp"

namespace hearken::casework {

/// Puts in the rows that are missing, with the child's name, or the organisation, in the first column.
void begin_rows(Reader& reader, const procedure::Form& form, engine::Answers& answers);

/// Nothing, or a refusal that names the children who were left out.
Result<void> check_rows(World& world, store::Reading& reading, const access::Actor& actor, const CaseRecord& record, const engine::Command& command);

}  // namespace hearken::casework
