// GOV.UK file upload, plain or with the drop zone.
#pragma once
#include "web/components/form_group.hpp"
#include "web/components/translations.hpp"

namespace hearken::web {

struct FileUpload {
    std::string name{};
    std::string id{};  ///< the name when empty
    Label label{};
    Hint hint{};
    ErrorMessage error{};
    bool drop_zone = false;  ///< the improved control, which needs the script
    bool multiple = false;
    bool disabled = false;
    std::string classes{};
    std::string wrapper_classes{};
    Attributes wrapper_attributes{};
    FormGroup form_group{};
    std::string described_by{};
    std::string choose_files_button{};
    std::string no_file_chosen{};
    Plurals multiple_files_chosen{};
    std::string drop_instruction{};
    std::string entered_drop_zone{};
    std::string left_drop_zone{};
    Attributes attributes{};
};

Html file_upload(const FileUpload& options);

}  // namespace hearken::web
