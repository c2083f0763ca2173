// Content-Type and the other header values that are a word followed by parameters.
#pragma once
#include <map>

#include "web/server/http_text.hpp"

namespace hearken::web {

struct MediaType {
    std::string type;  ///< "multipart/form-data", in lower case
    std::map<std::string, std::string> parameters;

    std::string parameter(const std::string& name) const {
        const auto found = parameters.find(name);
        return found == parameters.end() ? std::string{} : found->second;
    }
    bool operator==(const MediaType&) const = default;
};

/// "text/html; charset=utf-8". Nothing for anything malformed, or a parameter given twice.
std::optional<MediaType> parse_media_type(std::string_view text);

/// Content-Disposition as browsers write it in multipart/form-data: quotes in names arrive as %22, backslashes are
/// plain characters, names are raw UTF-8 (HTML standard, "multipart/form-data encoding algorithm").
struct FormDisposition {
    std::string name;
    std::optional<std::string> file_name;
};
std::optional<FormDisposition> parse_form_disposition(std::string_view text);

}  // namespace hearken::web
