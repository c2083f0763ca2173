// The words of the definition language: one table, which the loader reads by and the specimen and the documentation
// are held against (definition_language_test.cpp).
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hearken::procedure {

/// A kind of map with its keywords, or a closed list of words. `heading` is its section in docs/definition-language.md.
struct Noun {
    std::string_view name;
    std::string_view heading;
    std::vector<std::string_view> words;
    bool values = false;  ///< a list of words for a value: in the order of the enumerators they stand for
};

const std::vector<Noun>& language();
const Noun& noun(std::string_view name);

/// Which (noun, word) pairs a text used.
using WordsUsed = std::set<std::pair<std::string_view, std::string_view>>;

/// The nearest of `words`, when it is near enough to be what was meant; else empty.
std::string nearest(const std::string& written, const std::vector<std::string>& words);
/// "; did you mean `x`?" or empty.
std::string did_you_mean(const std::string& written, const std::vector<std::string>& words);

/// "No further action" → "no-further-action": an id from a label.
std::string id_from_label(const std::string& label);
/// Lower-case words joined by hyphens.
bool is_id(const std::string& text);

}  // namespace hearken::procedure
