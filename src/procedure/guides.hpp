// Guides put among the other files: their code lists and definitions given to the vocabulary, their steps checked.
// Internal; callers use Library::load.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "procedure/check.hpp"

namespace hearken::procedure {

/// Orders the editions, newest first, and makes their code lists. What only an earlier edition has is retired.
void join_guides(std::map<std::string, std::vector<Guide>>& guides, Vocabulary& vocabulary, std::vector<Fault>& faults);

/// Steps open what exists: a procedure; or a task that looks at this very entry.
void check_guides(const Library& library, const Known& known, std::vector<Fault>& faults);

}  // namespace hearken::procedure
