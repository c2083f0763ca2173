// What a person's or an organisation's part in a case, and the area of a procedure, are called: "Who asked for it", not "asker".
#pragma once
#include <string>

#include "procedure/model.hpp"

namespace hearken::casework {

/// The title of a role; otherwise the words of the vocabulary's code list `parts-in-a-case`; otherwise the id in words.
std::string part_words(const procedure::Vocabulary& vocabulary, const std::string& part);
/// The heading that procedures of an area stand under: the words of the code list `walled-areas`, or the area as it is written.
std::string area_words(const procedure::Vocabulary& vocabulary, const std::string& area);

}  // namespace hearken::casework
