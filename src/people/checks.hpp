// Collecting every reason why something typed cannot be accepted.
#pragma once
#include <string>
#include <string_view>

#include "core/result.hpp"

namespace hearken::people {

/// Gathers reasons field by field; the factories of this module refuse with all of them at once.
class Checks {
public:
    void wrong(std::string code, std::string text, std::string field) {
        refusal_.reasons.push_back({std::move(code), std::move(text), std::move(field)});
    }
    /// Text that a person typed: well-formed, no control characters, not too long. `what` begins the sentence
    /// ("The surname").
    void plain_text(std::string_view text, std::string_view what, size_t most_characters, const std::string& field);
    /// As plain_text, for a box of several lines: line ends are allowed.
    void lines_of_text(std::string_view text, std::string_view what, size_t most_characters, const std::string& field);

    bool passed() const { return refusal_.reasons.empty(); }
    Refusal refusal() && { return std::move(refusal_); }

private:
    Refusal refusal_;
};

}  // namespace hearken::people
