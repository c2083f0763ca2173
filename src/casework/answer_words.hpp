// Answers as a reader may see them: in words, and masked field by field.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "casework/names.hpp"
#include "casework/views.hpp"
#include "engine/engine.hpp"

namespace hearken::casework {

/// Every capacity in which somebody reads a case: their role and those it acts as, their parts in it, the relation of
/// their organisation. Readers and hidden-from lists of fields and forms name these.
using Capacities = std::set<std::string>;

/// A field is masked from a reader when hidden-from names any of their capacities other than those that readers grants,
/// or when readers is set and names none of them; unmask-when lifts it.
bool is_masked(const procedure::Field& field, const Capacities& reader, bool unmasked);

/// The words of one answer: labels for choices, dates in full, names for ids.
std::vector<std::string> answer_lines(const procedure::Field& field, const engine::Answer& answer, const procedure::Vocabulary& vocabulary, Names& names);

/// The label of an option of a field, from its own options or its code list; the id itself when there is none.
std::string option_label(const procedure::Field& field, const std::string& option, const procedure::Vocabulary& vocabulary);

}  // namespace hearken::casework
