// A QR code as a drawing in the page (libqrencode), for setting up an authenticator app.
#pragma once
#include <string>

#include "web/html/html.hpp"

namespace hearken::web {

/// `label` is what a screen reader says. Throws std::invalid_argument for text too long for any QR code.
Html qr_svg(const std::string& text, std::string_view label);

}  // namespace hearken::web
