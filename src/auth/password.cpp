#include "auth/password.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "auth/common_passwords.hpp"

namespace hearken::auth {

namespace {

/// Lower case, without final digits and punctuation: "Password2026!" is "password".
std::string root_of(std::string_view password) {
    std::string root;
    for (unsigned char c : password) root += static_cast<char>(std::tolower(c));
    while (!root.empty() && !std::isalpha(static_cast<unsigned char>(root.back()))) root.pop_back();
    return root;
}

size_t characters(std::string_view utf8) {
    return std::count_if(utf8.begin(), utf8.end(), [](unsigned char c) { return (c & 0xC0) != 0x80; });
}

bool few_distinct(std::string_view password) { return std::set<char>(password.begin(), password.end()).size() < 5; }

}  // namespace

std::string hash_password(std::string_view password, HashCost cost) {
    const bool full = cost == HashCost::Interactive;
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (crypto_pwhash_str_alg(out.data(), password.data(), password.size(),
                              full ? crypto_pwhash_OPSLIMIT_INTERACTIVE : crypto_pwhash_OPSLIMIT_MIN,
                              full ? crypto_pwhash_MEMLIMIT_INTERACTIVE : crypto_pwhash_MEMLIMIT_MIN,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::runtime_error("not enough memory to hash a password");
    return out.data();
}

bool password_matches(std::string_view password, const std::string& hash) {
    if (hash.empty() || hash.size() >= crypto_pwhash_STRBYTES || password.size() > kPasswordMaximum) return false;
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

void spend_as_long_as_a_match(std::string_view password, HashCost cost) {
    static const std::string full = hash_password("nobody has this password", HashCost::Interactive);
    static const std::string minimum = hash_password("nobody has this password", HashCost::Minimum);
    (void)password_matches(password, cost == HashCost::Interactive ? full : minimum);
}

BreachedList::BreachedList() { add_lines(kCommonPasswords); }

void BreachedList::add_lines(std::string_view text) {
    while (!text.empty()) {
        const size_t end = std::min(text.find('\n'), text.size());
        if (const std::string root = root_of(text.substr(0, end)); root.size() > 2) words_.insert(root);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

bool BreachedList::contains(std::string_view password) const {
    const std::string root = root_of(password);
    if (words_.contains(root)) return true;
    // A listed word said twice or thrice is as easily guessed: "passwordpassword".
    for (size_t parts : {2u, 3u}) {
        if (root.size() % parts != 0) continue;
        const std::string part = root.substr(0, root.size() / parts);
        std::string repeated;
        for (size_t i = 0; i < parts; ++i) repeated += part;
        if (repeated == root && words_.contains(part)) return true;
    }
    return false;
}

Result<void> check_new_password(std::string_view password, std::string_view sign_in_name, const BreachedList& breached,
                                const std::string& field) {
    Refusal refusal;
    const auto because = [&](const char* code, const char* text) { refusal.reasons.push_back({code, text, field}); };
    if (characters(password) < kPasswordMinimum)
        because("too-short", "Password must be 12 characters or more. Three random words make a good one.");
    if (password.size() > kPasswordMaximum) because("too-long", "Password must be 256 characters or fewer.");
    if (breached.contains(password))
        because("breached", "This password is on a list of passwords that attackers try first. Choose another.");
    if (!password.empty() && few_distinct(password)) because("too-simple", "Use more than a few different characters.");
    if (!sign_in_name.empty() && root_of(password) == root_of(sign_in_name))
        because("same-as-name", "Password must not be your sign-in name.");
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    return {};
}

}  // namespace hearken::auth
