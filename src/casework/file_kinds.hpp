// What a file is, judged by its bytes and by the ending of its name: both must agree, and be of a kind that a record may
// hold. What its sender said that it is counts for nothing.
#pragma once
#include <string>
#include <string_view>

#include "core/result.hpp"

namespace hearken::casework {

/// The name as it is kept and given back: the last part only, without control, invisible or direction-changing
/// characters, without those a file system gives a meaning to, of at most 120 bytes with its ending; never empty.
std::string clean_file_name(std::string_view name);

/// The type under which it is served. Refused, with a remedy: programs, web pages and drawings that can hold a script,
/// archives, documents with macros, what is not what its name says, what is empty.
Result<std::string> content_type_of(std::string_view clean_name, std::string_view content);

/// "245 KB", "3.2 MB".
std::string size_words(long bytes);

}  // namespace hearken::casework
