// Putting definitions together: components copied in, overlays merged, orderings compiled to gates.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <vector>

#include "procedure/library.hpp"

namespace hearken::procedure {

/// The host with the named components copied in, ids prefixed and names substituted. Faults: a component that does not
/// exist or includes itself.
Definition expand_includes(const Definition& definition, const std::map<std::string, const Definition*>& components,
                           std::vector<Fault>& faults);

/// `blocks:` becomes a gate on each task that waits; `before:` without a lead becomes a gate on its event.
void compile_orderings(Definition& definition);

/// The host case as it runs while these facts hold: every overlay that joins it and whose condition holds adds its
/// tasks, blocks of fields, gates, invitees and restrictions. Several at once, in the order given.
Definition merge_overlays(const Definition& definition, const std::vector<std::shared_ptr<const Definition>>& overlays,
                          const std::function<bool(const Condition&)>& holds);

/// A block of fields as a supplement: appended, never rewriting what the host's form already asks.
void add_fields(Definition& host, const Definition::AddedFields& added, const std::string& title);

/// Notes in `into.origins` that these elements came from another file.
void note_origins(Definition& into, const Definition& from);

/// Whether the overlay may join cases of this procedure.
bool may_join(const Definition& overlay, const Definition& host);

}  // namespace hearken::procedure
