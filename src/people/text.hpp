// Text as people write names in it: UTF-8 checks, tidying, and folding to plain letters for comparison.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace hearken::people {

/// True when every byte belongs to a well-formed UTF-8 sequence (no overlong forms, no surrogates).
bool is_valid_utf8(std::string_view text);

/// True when the text holds a control character (tab and newline too) or a direction override, which can make a
/// name read as another on screen. False for malformed text: ask is_valid_utf8 first.
bool has_control_characters(std::string_view text);

/// Characters as a person counts them, near enough: code points.
size_t length_in_characters(std::string_view text);

/// Spaces at both ends removed and runs of spaces made one; non-breaking and zero-width spaces count as spaces.
std::string tidy(std::string_view text);

/// For comparing names: lower case, no diacritics (Zoë is zoe, Łukasz is lukasz, Strauß is strauss), apostrophes and
/// full stops dropped (O'Brien and O’Brien are obrien), every other mark a single space. Letters of other scripts
/// are kept, lower-cased where Greek or Cyrillic.
std::string folded(std::string_view text);

/// The words of folded(text).
std::vector<std::string> folded_words(std::string_view text);

/// Upper case keeping accents, for "SURNAME, Given" lists.
std::string upper_case(std::string_view text);

/// Letters A-Z and digits only, in upper case: how identifiers and postcodes are compared.
std::string letters_and_digits(std::string_view text);

}  // namespace hearken::people
