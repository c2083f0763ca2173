// Counts that are shown to people who may not know whom they are about: small ones are not shown, nor can they be worked out.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hearken::casework {

/// Below this a count could point at one child.
inline constexpr long kLeastShown = 5;

struct CountLine {
    std::string label;
    std::optional<long> count;  ///< none: too few to show
    bool operator==(const CountLine&) const = default;
};

/// The largest first. Where only one count would be left out, the next smallest is too: otherwise the total would tell it.
/// Nothing at all where everything together is too few.
std::vector<CountLine> without_small_counts(const std::map<std::string, long>& counts);

}  // namespace hearken::casework
