#include "store/page_of.hpp"

#include <charconv>

namespace hearken::store {

std::vector<std::string> cursor_parts(const std::string& cursor, size_t count) {
    std::vector<std::string> parts(count);
    size_t from = 0;
    for (size_t i = 0; i < count && from <= cursor.size(); ++i) {
        const size_t until = std::min(cursor.find('~', from), cursor.size());
        parts[i] = cursor.substr(from, until - from);
        from = until + 1;
    }
    return parts;
}

long cursor_number(const std::string& cursor, long otherwise) {
    long number = 0;
    const auto [end, error] = std::from_chars(cursor.data(), cursor.data() + cursor.size(), number);
    return error == std::errc{} && end == cursor.data() + cursor.size() && !cursor.empty() ? number : otherwise;
}

}  // namespace hearken::store
