#include "web/qr/qr_svg.hpp"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace hearken::web {

Html qr_svg(const std::string& text, std::string_view label) {
    constexpr int kQuiet = 4;  // modules of white that a reader needs around the code
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
    if (!code) throw std::invalid_argument("too long for a QR code");
    const int width = code->width;
    const std::string size = std::to_string(width + 2 * kQuiet);
    std::string dark;
    for (int row = 0; row < width; ++row)
        for (int column = 0; column < width; ++column)
            if (code->data[row * width + column] & 1)
                dark += "M" + std::to_string(column + kQuiet) + " " + std::to_string(row + kQuiet) + "h1v1h-1z";
    Html out;
    out << "<svg class=\"hearken-qr\" role=\"img\" width=\"240\" height=\"240\" shape-rendering=\"crispEdges\""_html;
    out.attr("viewBox", "0 0 " + size + " " + size).attr("aria-label", label);
    out << "><rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/><path fill=\"#000000\""_html;
    out.attr("d", dark);
    return out << "/></svg>\n"_html;
}

}  // namespace hearken::web
