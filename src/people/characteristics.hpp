// The national code sets that describe a person (school census and children in need census), and yes/no/not known.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hearken::people {

/// A code of a national set. `group` is the heading under which a form lists it.
struct Code {
    std::string_view code;
    std::string_view label;
    std::string_view group;
};

/// Census values M, F, U; U is for "not known" and for an unborn child.
enum class Sex { Male, Female, NotKnown };
enum class YesNo { Yes, No, NotKnown };

std::string_view code_of(Sex sex);   ///< "M", "F", "U"
std::string_view label_of(Sex sex);  ///< "Male", "Female", "Not known"
/// M, F, U, male, female, boy, girl …; nothing for other words.
std::optional<Sex> sex_from_text(std::string_view text);

std::string_view code_of(YesNo answer);   ///< "yes", "no", "not-known"
std::string_view label_of(YesNo answer);  ///< "Yes", "No", "Not known"
/// yes, y, true, 1; no, n, false, 0; not known, unknown. Nothing for other words, and nothing for blank.
std::optional<YesNo> yes_no_from_text(std::string_view text);

/// The 18 ethnic categories, then REFU (refused) and NOBT (not yet obtained).
std::span<const Code> ethnicities();
/// The children in need census disabilities; NONE is "no disability".
std::span<const Code> disabilities();

/// The label of a code of a set; empty for a code that is not in it.
std::string_view label_of(std::span<const Code> set, std::string_view code);
/// A code or a label, in any case and spacing, to the code. Extended school census codes (four letters that begin
/// with a main category's, such as a local WENG) are not guessed.
std::optional<std::string> code_from_text(std::span<const Code> set, std::string_view text);

}  // namespace hearken::people
