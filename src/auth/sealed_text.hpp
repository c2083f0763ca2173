// Text that we give away to be given back: nobody else can read it or make another (libsodium secretbox).
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace hearken::auth {

std::string new_seal_key();  ///< URL-safe base 64 of 256 random bits
/// URL-safe. `purpose` is bound in: what was sealed for one purpose does not open for another.
std::string seal(std::string_view key, std::string_view purpose, std::string_view text);
/// Nothing for anything that this key did not seal for this purpose.
std::optional<std::string> unseal(std::string_view key, std::string_view purpose, std::string_view sealed);

}  // namespace hearken::auth
