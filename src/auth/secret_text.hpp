// Random secrets handed to people and programs (session cookies, API tokens, CSRF tokens), kept only as digests.
#pragma once
#include <string>
#include <string_view>

namespace hearken::auth {

std::string new_secret();                        ///< 256 random bits, URL-safe base 64
std::string digest_of(std::string_view secret);  ///< BLAKE2b-256 in hexadecimal: what the store keeps
/// So many characters of this alphabet, at random: what people read aloud.
std::string random_text(std::string_view alphabet, size_t length);
bool same_secret(std::string_view one, std::string_view other);  ///< constant time

}  // namespace hearken::auth
