// What one side of a case sees at one look: moments that came, clocks of what is waited for, and cases of theirs beside it.
// Internal to casework.
#pragma once
#include "casework/reader.hpp"

namespace hearken::casework {

/// Fills `milestones`, `beside` and `owner_telephone` for a reader who is on one side and does not see the whole case.
void add_milestones(Reader& reader, CasePage& page);

}  // namespace hearken::casework
