#include <cstdint>

#include "web/server/parser_properties.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    hearken::web::exercise_message_gate({reinterpret_cast<const char*>(data), size});
    return 0;
}
