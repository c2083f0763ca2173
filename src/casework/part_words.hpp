// What a person's or an organisation's part in a case is called: "Who asked for it", not "asker".
#pragma once
#include <string>

#include "procedure/model.hpp"

namespace hearken::casework {

/// The title of a role; otherwise the words of the vocabulary's code list `parts-in-a-case`; otherwise the id in words.
std::string part_words(const procedure::Vocabulary& vocabulary, const std::string& part);

}  // namespace hearken::casework
