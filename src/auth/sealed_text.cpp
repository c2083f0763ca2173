#include "auth/sealed_text.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>

#include "auth/secret_text.hpp"

namespace hearken::auth {

namespace {

constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
using Key = std::array<unsigned char, crypto_secretbox_KEYBYTES>;

/// A key of its own for each purpose.
Key key_for(std::string_view key, std::string_view purpose) {
    if (key.empty()) throw std::logic_error("sealing without a key");
    Key derived{};
    const auto* bytes = reinterpret_cast<const unsigned char*>(purpose.data());
    const auto* secret = reinterpret_cast<const unsigned char*>(key.data());
    crypto_generichash(derived.data(), derived.size(), bytes, purpose.size(), secret, std::min<size_t>(key.size(), crypto_generichash_KEYBYTES_MAX));
    return derived;
}

std::string base64(const std::string& bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), kVariant);
    text.resize(text.size() - 1);  // the NUL
    return text;
}

std::optional<std::string> from_base64(std::string_view text) {
    std::string bytes(text.size(), '\0');
    size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr, &size, nullptr, kVariant) != 0)
        return std::nullopt;
    bytes.resize(size);
    return bytes;
}

}  // namespace

std::string new_seal_key() { return new_secret(); }

std::string seal(std::string_view key, std::string_view purpose, std::string_view text) {
    const Key secret = key_for(key, purpose);
    std::string bytes(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + text.size(), '\0');
    auto* nonce = reinterpret_cast<unsigned char*>(bytes.data());
    randombytes_buf(nonce, crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(nonce + crypto_secretbox_NONCEBYTES, reinterpret_cast<const unsigned char*>(text.data()), text.size(), nonce, secret.data());
    return base64(bytes);
}

std::optional<std::string> unseal(std::string_view key, std::string_view purpose, std::string_view sealed) {
    const auto bytes = from_base64(sealed);
    if (!bytes || bytes->size() < crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES) return std::nullopt;
    const Key secret = key_for(key, purpose);
    const auto* nonce = reinterpret_cast<const unsigned char*>(bytes->data());
    const size_t boxed = bytes->size() - crypto_secretbox_NONCEBYTES;
    std::string text(boxed - crypto_secretbox_MACBYTES, '\0');
    if (crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(text.data()), nonce + crypto_secretbox_NONCEBYTES, boxed, nonce, secret.data()) != 0)
        return std::nullopt;
    return text;
}

}  // namespace hearken::auth
