#include "web/server/urlencoded.hpp"

#include <algorithm>

namespace hearken::web {
namespace {

std::optional<std::string> decoded(std::string_view text) {
    std::string spaced(text);
    std::replace(spaced.begin(), spaced.end(), '+', ' ');
    return percent_decoded(spaced);
}

}  // namespace

Parsed<void> check_field(std::string_view name, std::string_view value, size_t already, const FieldLimits& limits) {
    if (already >= limits.count) return bad_message(400, "This form has too many fields.");
    if (name.size() > limits.name_bytes) return bad_message(400, "A field of this form has a name that is too long.");
    if (value.size() > limits.value_bytes)
        return bad_message(413, "One of the answers is too long. Shorten it, or attach the text as a document.");
    if (!is_utf8(name) || !is_utf8(value))
        return bad_message(400, "Some of the text is not UTF-8. Copy it again as plain text.");
    if (name.find('\0') != std::string_view::npos || value.find('\0') != std::string_view::npos)
        return bad_message(400, "Some of the text contains a character that cannot be stored (NUL). Remove it.");
    return {};
}

Parsed<Fields> parse_urlencoded(std::string_view text, const FieldLimits& limits) {
    Fields fields;
    while (!text.empty()) {
        auto pair = next_part(text, '&');
        if (pair.empty()) continue;
        const auto name = decoded(next_part(pair, '='));
        const auto value = decoded(pair);
        if (!name || !value)
            return bad_message(400, "A % is not followed by two hexadecimal digits. Write a percent sign as %25.");
        if (auto fine = check_field(*name, *value, fields.size(), limits); !fine)
            return tl::unexpected<BadMessage>(fine.error());
        fields.add(*name, *value);
    }
    return fields;
}

std::string urlencoded(const Fields& fields) {
    std::string text;
    for (const auto& [name, value] : fields) {
        if (!text.empty()) text += '&';
        text += percent_encoded(name) + '=' + percent_encoded(value);
    }
    return text;
}

}  // namespace hearken::web
