// What the choices of a question mean, beside it: folded away, whole without a script.
#pragma once
#include <vector>

#include "procedure/model.hpp"
#include "web/html/html.hpp"

namespace hearken::web {

/// The meanings of those options that have one. A few options have a card each; many share one.
Html meanings_of(const std::vector<procedure::Option>& options);

/// What choosing this option calls for, to be said under it.
Html step_of(const procedure::Option& option);

}  // namespace hearken::web
