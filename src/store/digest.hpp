// The SHA-256 of a file, by which it can be told later whether it is the one that was kept or made.
#pragma once
#include <string>
#include <string_view>

namespace hearken::store {

std::string sha256_hex(std::string_view content);  ///< hexadecimal

}  // namespace hearken::store
