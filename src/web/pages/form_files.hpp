// Files that come with a form: each is kept at once, and stands in the form by its id from then on, so that a form that
// comes back with an error has lost none, with or without a script.
#pragma once
#include "web/pages/form_fields.hpp"
#include "web/pages/site.hpp"

namespace hearken::web {

/// The form must then be sent as multipart.
bool asks_for_files(const FieldList& fields);

struct FormWithFiles {
    Fields fields;      ///< as typed, with the ids of the files kept
    ErrorList unkept;   ///< why a file was not kept, at its field
};
/// Keeps the files that came for these fields. `in_case` is empty for a form that opens a case.
FormWithFiles with_files_kept(const Visit& visit, const FieldList& fields, const CaseId& in_case);

/// FormSetting::file_named for whoever fills in the form.
std::function<std::optional<FileShown>(const std::string& id)> files_named(const Visit& visit, const CaseId& in_case);

}  // namespace hearken::web
