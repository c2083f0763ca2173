#include "web/server/content_type.hpp"

#include <algorithm>

#include "web/server/named_values.hpp"

namespace hearken::web {
namespace {

/// The three characters that the HTML standard has browsers escape in a name; everything else stays as it came.
std::string form_name(std::string_view text) {
    std::string result;
    for (size_t i = 0; i < text.size(); ++i) {
        const auto escaped = text.substr(i, 3);
        if (escaped == "%22")
            result += '"', i += 2;
        else if (escaped == "%0D" || escaped == "%0d")
            result += '\r', i += 2;
        else if (escaped == "%0A" || escaped == "%0a")
            result += '\n', i += 2;
        else
            result += text[i];
    }
    return result;
}

}  // namespace

std::optional<MediaType> parse_media_type(std::string_view text) {
    text = trimmed(text);
    const auto end = std::min(text.find_first_of("; \t"), text.size());
    const auto name = text.substr(0, end);
    const auto slash = name.find('/');
    if (slash == std::string_view::npos || !is_token(name.substr(0, slash)) || !is_token(name.substr(slash + 1)))
        return std::nullopt;
    MediaType media{lower(name), {}};
    text.remove_prefix(end);
    for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
        if (text == ";") break;
        auto parameter = next_parameter(text);
        if (!parameter) return std::nullopt;
        if (!media.parameters.emplace(std::move(parameter->name), std::move(parameter->value)).second)
            return std::nullopt;
    }
    return media;
}

std::optional<FormDisposition> parse_form_disposition(std::string_view text) {
    text = trimmed(text);
    if (!same_ignoring_case(trimmed(next_part(text, ';')), "form-data")) return std::nullopt;
    std::optional<std::string> name, file_name;
    for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
        const auto equals = text.find('=');
        if (equals == std::string_view::npos) return std::nullopt;
        const auto key = lower(trimmed(text.substr(0, equals)));
        text = trimmed(text.substr(equals + 1));
        std::string_view value;
        if (text.starts_with('"')) {
            const auto close = text.find('"', 1);
            if (close == std::string_view::npos) return std::nullopt;
            value = text.substr(1, close - 1);
            text = trimmed(text.substr(close + 1));
            if (!text.empty() && !text.starts_with(';')) return std::nullopt;
            if (!text.empty()) text.remove_prefix(1);
        } else {
            value = trimmed(next_part(text, ';'));
            if (!is_token(value)) return std::nullopt;
        }
        if (key == "name") {
            if (name) return std::nullopt;
            name = form_name(value);
        } else if (key == "filename") {
            if (file_name) return std::nullopt;
            file_name = form_name(value);
        }
    }
    if (!name) return std::nullopt;
    return FormDisposition{*name, file_name};
}

}  // namespace hearken::web
