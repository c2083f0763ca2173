// multipart/form-data: forms with attached files.
#pragma once
#include "web/server/named_values.hpp"
#include "web/server/urlencoded.hpp"

namespace hearken::web {

struct UploadedFile {
    std::string field;         ///< the form field it was attached to
    std::string file_name;     ///< the last part only, without any folder; what the sender called it, not to be trusted
    std::string content_type;  ///< what the sender says it is: not to be trusted
    std::string content;
    bool left_out = false;     ///< too large, or one too many: without content. The page says so, and keeps what was typed
    bool operator==(const UploadedFile&) const = default;
};

struct Form {
    Fields fields;
    std::vector<UploadedFile> files;
};

struct MultipartLimits {
    FieldLimits fields;
    size_t files = 20;         ///< with content
    size_t file_bytes = 20 * 1024 * 1024;
    size_t file_name_bytes = 255;
    size_t part_header_bytes = 4096;
    size_t files_named = 200;  ///< left out ones too
};

/// `boundary` is the parameter of the Content-Type. A file control left empty (no name, no bytes) is left out.
/// Everything must be present up to the closing boundary: a truncated body is refused, not half kept.
Parsed<Form> parse_multipart(std::string_view body, std::string_view boundary, const MultipartLimits& limits = {});

}  // namespace hearken::web
