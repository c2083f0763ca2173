// Digests of chained records. Each part goes in with its length before it, so that no two records share a text.
#pragma once
#include <openssl/evp.h>

#include <memory>
#include <string>
#include <string_view>

namespace hearken::store {

/// SHA-256, once through: add the parts, take the digest as 64 hexadecimal figures.
class Digest {
public:
    Digest();
    Digest& add(std::string_view part);
    Digest& add(long number) { return add(std::string_view(std::to_string(number))); }
    std::string hex();

private:
    std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context_;
};

/// 32 unpredictable bytes in hexadecimal: the salt of a payload, without which a digest cannot be guessed back to words.
std::string random_salt();

}  // namespace hearken::store
