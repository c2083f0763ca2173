// MOJ multi file upload: what has been attached, each with its delete button, and a place to add more.
#pragma once
#include <vector>

#include "web/html/html.hpp"

namespace hearken::web {

struct UploadedFile {
    Content message{};        ///< the name, or what was wrong with it
    std::string file_name{};  ///< sent as "delete" when its button is pressed: an id, not a name
    std::string original_file_name{};
    std::string delete_text = "Delete";
};

struct MultiFileUpload {
    Content heading = "Files added";
    std::vector<UploadedFile> uploaded{};
    Html upload{};  ///< the file upload field and its button
    std::string classes{};
    Attributes attributes{};
};

Html multi_file_upload(const MultiFileUpload& options);

}  // namespace hearken::web
