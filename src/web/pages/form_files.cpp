#include "web/pages/form_files.hpp"

#include <algorithm>

#include "casework/attachments.hpp"
#include "casework/file_kinds.hpp"

namespace hearken::web {

using procedure::FieldType;

namespace {

/// The name by which the engine calls the field of a control ("f-letters--0--scan" → "letters[0].scan"); empty where
/// the control is not that of a file among `fields`.
std::string file_path(const FieldList& fields, std::string_view control) {
    for (const auto* field : fields) {
        if (!control.starts_with(field->id)) continue;
        const auto rest = control.substr(field->id.size());
        if (rest.empty() && field->type == FieldType::File) return field->id;
        if (field->type != FieldType::Group || !rest.starts_with("--")) continue;
        const auto end = rest.find("--", 2);
        const auto number = end == std::string_view::npos ? std::string_view{} : rest.substr(2, end - 2);
        if (number.empty() || number.size() > 4 || number.find_first_not_of("0123456789") != std::string_view::npos) continue;
        const auto inner = file_path(pointers_to(field->fields), rest.substr(end + 2));
        if (!inner.empty()) return field->id + "[" + std::string(number) + "]." + inner;
    }
    return {};
}

Result<std::string> kept(const Visit& visit, const UploadedFile& file, const CaseId& in_case) {
    if (file.left_out) return refuse(RefusalCode::Invalid, "file-too-large", "It is larger than 20 MB, or there were too many at once. Attach a smaller copy, or a few at a time.");
    const auto id = casework::keep_attachment(visit.world(), visit.actor(), in_case, file.file_name, file.content);
    if (!id) return refuse(id.error());
    return id->str();
}

}  // namespace

bool asks_for_files(const FieldList& fields) {
    return std::any_of(fields.begin(), fields.end(), [](const auto* field) { return field->type == FieldType::File || asks_for_files(pointers_to(field->fields)); });
}

FormWithFiles with_files_kept(const Visit& visit, const FieldList& fields, const CaseId& in_case) {
    FormWithFiles form{visit.request.form.fields, {}};
    for (const auto& file : visit.request.form.files) {
        const auto path = file.field.starts_with("f-") ? file_path(fields, std::string_view(file.field).substr(2)) : std::string{};
        if (path.empty()) continue;
        const auto id = kept(visit, file, in_case);
        if (id) form.fields.add(file.field, *id);
        else
            for (const auto& reason : id.error().reasons)
                form.unkept.push_back({reason.code, "“" + casework::clean_file_name(file.file_name) + "” was not attached. " + reason.text, path});
    }
    return form;
}

std::function<std::optional<FileShown>(const std::string& id)> files_named(const Visit& visit, const CaseId& in_case) {
    return [&world = visit.world(), &actor = visit.actor(), in_case](const std::string& id) -> std::optional<FileShown> {
        const auto file = casework::attachment_named(world, actor, in_case, id);
        if (!file) return std::nullopt;
        return FileShown{file->name, casework::size_words(file->size)};
    };
}

}  // namespace hearken::web
