#include "auth/one_time.hpp"

#include <liboath/oath.h>
#include <sodium.h>

#include <cstdlib>
#include <memory>
#include <stdexcept>

#include "auth/secret_text.hpp"

namespace hearken::auth {

namespace {

constexpr unsigned kStepSeconds = 30;
constexpr unsigned kDigits = 6;

std::string decode_base32(const std::string& secret) {
    char* raw = nullptr;
    size_t length = 0;
    if (oath_base32_decode(secret.data(), secret.size(), &raw, &length) != OATH_OK) return {};
    const std::unique_ptr<char, decltype(&std::free)> owner(raw, &std::free);
    return {raw, length};
}

bool six_digits(std::string_view code) {
    return code.size() == kDigits && code.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::string new_totp_secret() {
    unsigned char bytes[20];
    randombytes_buf(bytes, sizeof bytes);
    char* text = nullptr;
    size_t length = 0;
    if (oath_base32_encode(reinterpret_cast<const char*>(bytes), sizeof bytes, &text, &length) != OATH_OK)
        throw std::runtime_error("could not make a second-factor secret");
    const std::unique_ptr<char, decltype(&std::free)> owner(text, &std::free);
    return {text, length};
}

std::string totp_enrolment_uri(const std::string& secret, const std::string& sign_in_name) {
    std::string name;
    for (unsigned char c : sign_in_name) {
        static constexpr char kHex[] = "0123456789ABCDEF";
        if (std::isalnum(c) || c == '.' || c == '-' || c == '_')
            name += static_cast<char>(c);
        else
            (name += '%') += {kHex[c >> 4], kHex[c & 15]};
    }
    return "otpauth://totp/Hearken:" + name + "?secret=" + secret + "&issuer=Hearken";
}

std::string totp_code(const std::string& secret, Instant at) {
    const std::string key = decode_base32(secret);
    char code[kDigits + 1] = {};
    if (oath_totp_generate(key.data(), key.size(), at.time_since_epoch().count(), kStepSeconds, 0, kDigits, code) != OATH_OK)
        throw std::runtime_error("could not make a one-time password");
    return code;
}

std::optional<long> totp_step(const std::string& secret, std::string_view code, Instant now, long last_step) {
    const std::string key = decode_base32(secret);
    if (key.empty() || !six_digits(code)) return std::nullopt;
    const long current = now.time_since_epoch().count() / kStepSeconds;
    for (long step = current - 1; step <= current + 1; ++step) {
        const std::string right = totp_code(secret, Instant{std::chrono::seconds{step * kStepSeconds}});
        if (sodium_memcmp(right.data(), code.data(), kDigits) == 0 && step > last_step) return step;
    }
    return std::nullopt;
}

std::vector<std::string> new_recovery_codes() {
    static constexpr char kAlphabet[] = "23456789abcdefghjkmnpqrstvwxyz";
    std::vector<std::string> codes;
    for (int i = 0; i < 10; ++i) {
        std::string code;
        for (int position = 0; position < 12; ++position) {
            if (position == 4 || position == 8) code += '-';
            code += kAlphabet[randombytes_uniform(sizeof kAlphabet - 1)];
        }
        codes.push_back(std::move(code));
    }
    return codes;
}

std::string recovery_code_digest(std::string_view code) {
    std::string plain;
    for (unsigned char c : code)
        if (std::isalnum(c)) plain += static_cast<char>(std::tolower(c));
    return digest_of("recovery:" + plain);
}

}  // namespace hearken::auth
