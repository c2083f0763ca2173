// UK postcodes: one way of writing them, so that they can be compared.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace hearken::people {

/// "cb11aa" and "CB1  1AA" are "CB1 1AA". Nothing where it is not shaped like a postcode (the six outward forms and
/// GIR 0AA); whether it exists is not known here.
std::optional<std::string> normalised_postcode(std::string_view text);

}  // namespace hearken::people
