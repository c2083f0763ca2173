// Whether anything in a definition sets a fact: so that generic code asks what a procedure does, and never which one it is.
#pragma once
#include <string>

#include "procedure/model.hpp"

namespace hearken::procedure {

/// By any effect: at opening, of a task in any stage or at any time, of an option of a decision. Whether its condition can come to
/// hold is not asked.
bool sets_fact(const Definition& definition, const std::string& fact);

}  // namespace hearken::procedure
