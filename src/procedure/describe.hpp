// Definitions in words: conditions, moments and clocks as a practitioner would say them. For drawings, pages and
// checks.
#pragma once
#include <string>

#include "procedure/model.hpp"

namespace hearken::procedure {

/// "the decision “Referral outcome” is Assess and …". Empty for a condition that always holds.
std::string in_words(const Condition& condition, const Definition& definition);
/// "the referral was received", "“Acknowledge” was done".
std::string in_words(const Anchor& anchor, const Definition& definition);
/// "within 1 working day of the referral being received (must)".
std::string in_words(const TimeRule& rule, const Definition& definition);

}  // namespace hearken::procedure
