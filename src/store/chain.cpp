#include "store/chain.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace hearken::store {

namespace {

std::string to_hex(const unsigned char* bytes, size_t count) {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string hex;
    hex.reserve(count * 2);
    for (size_t i = 0; i < count; ++i) {
        hex += kDigits[bytes[i] >> 4];
        hex += kDigits[bytes[i] & 15];
    }
    return hex;
}

}  // namespace

Digest::Digest() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
    if (!context_ || EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) != 1) throw std::runtime_error("SHA-256 is not available");
}

Digest& Digest::add(std::string_view part) {
    const std::string length = std::to_string(part.size()) + ":";
    if (EVP_DigestUpdate(context_.get(), length.data(), length.size()) != 1 ||
        EVP_DigestUpdate(context_.get(), part.data(), part.size()) != 1)
        throw std::runtime_error("SHA-256 failed");
    return *this;
}

std::string Digest::hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int count = 0;
    if (EVP_DigestFinal_ex(context_.get(), bytes.data(), &count) != 1) throw std::runtime_error("SHA-256 failed");
    return to_hex(bytes.data(), count);
}

std::string random_salt() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return to_hex(bytes.data(), bytes.size());
}

}  // namespace hearken::store
