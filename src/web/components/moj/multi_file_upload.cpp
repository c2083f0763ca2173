#include "web/components/moj/multi_file_upload.hpp"

namespace hearken::web {

Html multi_file_upload(const MultiFileUpload& options) {
    Html out;
    out << "<div"_html;
    out.attr("class", classes({"moj-multi-file-upload", options.classes}));
    out << " data-module=\"moj-multi-file-upload\""_html << options.attributes << ">\n<div"_html;
    out.attr("class", classes({"moj-multi-file__uploaded-files", options.uploaded.empty() ? "moj-hidden" : ""}));
    out << ">\n<h2 class=\"govuk-heading-m\">"_html << options.heading
        << "</h2>\n<div class=\"govuk-summary-list moj-multi-file-upload__list\">\n"_html;
    for (const auto& file : options.uploaded) {
        out << "<div class=\"govuk-summary-list__row moj-multi-file-upload__row\">\n"_html
            << "<div class=\"govuk-summary-list__value moj-multi-file-upload__message\">\n"_html << file.message
            << "\n</div>\n<div class=\"govuk-summary-list__actions moj-multi-file-upload__actions\">\n"_html
            << "<button type=\"submit\" name=\"delete\" class=\"moj-multi-file-upload__delete govuk-button "_html
            << "govuk-button--secondary govuk-!-margin-bottom-0\""_html;
        out.attr("value", file.file_name) << ">\n"_html << file.delete_text;
        out << " <span class=\"govuk-visually-hidden\">"_html << file.original_file_name
            << "</span>\n</button>\n</div>\n</div>\n"_html;
    }
    return out << "</div>\n</div>\n<div class=\"moj-multi-file-upload__upload\">\n"_html << options.upload
               << "\n</div>\n</div>"_html;
}

}  // namespace hearken::web
