// Making a PDF of a page of our own: WeasyPrint as a program that reads no file, opens no connection and writes nothing.
#pragma once
#include <chrono>
#include <string>

#include "core/result.hpp"

namespace hearken::documents {

struct Converter {
    std::string python = "/usr/bin/python3";  ///< Debian's own, for which Debian's package `weasyprint` is made
    std::chrono::milliseconds limit = std::chrono::seconds(60);
    std::chrono::milliseconds most_waiting = std::chrono::seconds(20);  ///< for one of the two places (below)
};

/// The PDF (tagged, PDF/UA-1) of a whole HTML page whose style is inside it. Whatever else it refers to is left out: the
/// converter fetches nothing, neither files nor addresses. Two are made at a time, so that printing never takes the
/// server from those who are recording; who waits too long is told to try again (TooMany). Refused, never thrown, when
/// the converter is not installed or fails: the code is then "no-pdf".
/// Nothing is kept on disk. Thread-safe.
Result<std::string> pdf_of(const std::string& html, const Converter& converter = {});

}  // namespace hearken::documents
