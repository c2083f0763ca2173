// libFuzzer: no text, however hostile, brings the loader, the checker or the drawing down.
#include <cstddef>
#include <cstdint>
#include <string>

#include "procedure/draw.hpp"
#include "procedure/library.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace hearken::procedure;
    const std::string text(reinterpret_cast<const char*>(data), size);
    const std::string vocabulary = "vocabulary: v\nroles: [{id: a, title: A}]\n";
    const auto loaded = Library::load(
        {{"a.yaml", text}, {"vocabulary.yaml", vocabulary}, {"guidance/a.md", text}, {"duties.csv", text}});
    for (const auto& definition : loaded.library.all()) {
        (void)draw(*definition);
        (void)outline(*definition);
    }
    (void)Library::load({{"vocabulary.yaml", text}, {"carried-in-code.yaml", text}});
    return 0;
}
