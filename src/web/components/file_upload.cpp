#include "web/components/file_upload.hpp"

namespace hearken::web {
namespace {

void open_drop_zone(Html& out, const FileUpload& options) {
    Attributes words;
    add_translation(words, "choose-files-button", options.choose_files_button);
    add_translation(words, "no-file-chosen", options.no_file_chosen);
    add_translation(words, "multiple-files-chosen", options.multiple_files_chosen);
    add_translation(words, "drop-instruction", options.drop_instruction);
    add_translation(words, "entered-drop-zone", options.entered_drop_zone);
    add_translation(words, "left-drop-zone", options.left_drop_zone);
    out << "<div"_html;
    out.attr("class", classes({"govuk-file-upload-wrapper", options.wrapper_classes}));
    out << " data-module=\"govuk-file-upload\""_html << words << options.wrapper_attributes << ">\n"_html;
}

}  // namespace

Html file_upload(const FileUpload& options) {
    const auto& id = options.id.empty() ? options.name : options.id;
    const bool in_error = !options.error.content.empty();
    Html out;
    open_form_group(out, options.form_group, in_error);
    label_for(out, options.label, id);
    const auto described = hint_and_error(out, id, options.hint, options.error, options.described_by);
    out << options.form_group.before_input;
    if (options.drop_zone) open_drop_zone(out, options);
    out << "<input"_html;
    out.attr("class", classes({"govuk-file-upload", options.classes, in_error ? "govuk-file-upload--error" : ""}))
        .attr("id", id)
        .attr("name", options.name);
    out << " type=\"file\""_html;
    out.flag("disabled", options.disabled).flag("multiple", options.multiple).attr_if("aria-describedby", described);
    out << options.attributes << ">\n"_html;
    if (options.drop_zone) out << "</div>\n"_html;
    return out << options.form_group.after_input << "</div>"_html;
}

}  // namespace hearken::web
