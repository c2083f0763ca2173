#include "web/qr/qr_svg.hpp"

#include <gtest/gtest.h>

using hearken::web::qr_svg;

TEST(QrSvg, DrawsTheSmallestCodeWithItsQuietZoneAndSaysWhatItIs) {
    const auto svg = qr_svg("A", "Code for your app").str();
    EXPECT_NE(svg.find("viewBox=\"0 0 29 29\""), std::string::npos);  // 21 modules and 4 each side
    EXPECT_NE(svg.find("aria-label=\"Code for your app\""), std::string::npos);
    EXPECT_NE(svg.find("M4 4h1v1h-1z"), std::string::npos);  // corner of the first finder pattern
}

TEST(QrSvg, DiffersForDifferentTextAndRefusesWhatNoCodeHolds) {
    EXPECT_NE(qr_svg("one", "x").str(), qr_svg("two", "x").str());
    EXPECT_THROW(qr_svg(std::string(5000, 'a'), "x"), std::invalid_argument);
}
