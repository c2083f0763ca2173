#include <cstdint>

#include "web/server/parser_properties.hpp"

/// The first byte chooses the parser, so that one corpus serves them all.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace hearken::web;
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    switch (data[0] % 4) {
        case 0:
            exercise_urlencoded(text);
            break;
        case 1:
            exercise_path(text);
            break;
        case 2:
            exercise_headers(text);
            break;
        default:
            exercise_multipart(text);
            break;
    }
    return 0;
}
