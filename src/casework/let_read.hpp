// Letting a named colleague read one record until a day: need to know, with an end and a line in the disclosure log.
#pragma once
#include "casework/cases.hpp"

namespace hearken::casework {

struct LetRead {
    UserId who;                    ///< a colleague at the same organisation
    std::string until;             ///< "2026-04-02": the last day
    std::string what, why;         ///< what they need of it; why they need it
};
/// Fields: "who", "until", "what", "why". Only who sees the whole record may; a walled or restricted one stays closed.
Result<Acted> let_read(World& world, const access::Actor& actor, const CaseId& in_case, const LetRead& request);

}  // namespace hearken::casework
