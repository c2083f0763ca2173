#include "people/postcode.hpp"

#include "people/text.hpp"

namespace hearken::people {

namespace {

/// A for a letter, 9 for a digit.
std::string shape_of(std::string_view text) {
    std::string shape;
    for (const char c : text) shape += c >= '0' && c <= '9' ? '9' : 'A';
    return shape;
}

bool is_outward(std::string_view outward) {
    const std::string shape = shape_of(outward);
    if (shape != "A9" && shape != "A99" && shape != "AA9" && shape != "AA99" && shape != "A9A" && shape != "AA9A")
        return false;
    const std::string_view first_never = "QVX";
    const std::string_view second_never = "IJZ";
    if (first_never.find(outward[0]) != std::string_view::npos) return false;
    return shape[1] != 'A' || second_never.find(outward[1]) == std::string_view::npos;
}

bool is_inward(std::string_view inward) {
    return shape_of(inward) == "9AA" && inward.find_first_of("CIKMOV", 1) == std::string_view::npos;
}

}  // namespace

std::optional<std::string> normalised_postcode(std::string_view text) {
    const std::string letters = letters_and_digits(text);
    if (letters.size() < 5 || letters.size() > 7) return std::nullopt;
    const std::string outward = letters.substr(0, letters.size() - 3);
    const std::string inward = letters.substr(letters.size() - 3);
    if (letters != "GIR0AA" && (!is_outward(outward) || !is_inward(inward))) return std::nullopt;
    return outward + " " + inward;
}

}  // namespace hearken::people
