// The second factor: time-based one-time passwords (RFC 6238, through liboath) and recovery codes.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/instant.hpp"

namespace hearken::auth {

/// A new secret, in base 32 as authenticator apps take it (160 bits).
std::string new_totp_secret();

/// The text behind the QR code: "otpauth://totp/Hearken:NAME?secret=…". Shown once, never logged.
std::string totp_enrolment_uri(const std::string& secret, const std::string& sign_in_name);

/// The 30-second step that `code` is right for, one step either side of now being allowed; nothing if it is wrong or
/// its step is not after `last_step` (a code works once).
std::optional<long> totp_step(const std::string& secret, std::string_view code, Instant now, long last_step);

/// The code for a moment (demonstration and tests).
std::string totp_code(const std::string& secret, Instant at);

/// Ten codes such as "k7mq-2xvd-9prt", each usable once. Kept only as digests.
std::vector<std::string> new_recovery_codes();
/// As typed → as kept: case, spaces and dashes do not matter.
std::string recovery_code_digest(std::string_view code);

}  // namespace hearken::auth
