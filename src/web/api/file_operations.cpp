// Files on records: kept first, then named by their ids in the answers of what is sent.
#include "casework/attachments.hpp"
#include "web/api/answer.hpp"
#include "web/api/operation.hpp"
#include "web/pages/case_files.hpp"

namespace hearken::web::api {

using access::Action;
using nlohmann::json;

namespace {

constexpr char kNameHeader[] = "File-Name";

/// The one file of a form, or the body itself under the name in its header.
struct Sent { std::string name; std::string_view content; };
Result<Sent> file_in(const Request& request) {
    const auto& files = request.form.files;
    if (files.size() > 1) return refuse(RefusalCode::Invalid, "one-file", "Send one file at a time, as \"file\".", "file");
    if (files.size() == 1 && files.front().left_out) return refuse(RefusalCode::Invalid, "file-too-large", "The file is larger than 20 MB. Send a smaller copy, or split it.", "file");
    if (files.size() == 1) return Sent{files.front().file_name, files.front().content};
    const auto name = percent_decoded(request.header(kNameHeader));
    if (!name || name->empty()) return refuse(RefusalCode::Invalid, "required", "Send the file's name, percent-encoded, in the header File-Name; or the file as \"file\" of multipart/form-data.", kNameHeader);
    return Sent{*name, request.body};
}

Response keep_file(Visit& visit) {
    const auto sent = file_in(visit.request);
    if (!sent) return render_refusal(visit, sent.error());
    const CaseId for_case{std::string(visit.request.query.get("case"))};
    return answer(visit, casework::keep_attachment(visit.world(), visit.actor(), for_case, sent->name, sent->content), [](const auto& id) { return json{{"file", id.str()}}; }, 201);
}

Response read_file(Visit& visit) {
    auto file = casework::read_attachment(visit.world(), visit.actor(), CaseId{visit.params["case"]}, casework::AttachmentId{visit.params["file"]});
    if (!file) return render_refusal(visit, file.error());
    return download(*std::move(file));
}

}  // namespace

std::vector<Operation> file_operations() {
    Operation keep{{"POST", "/api/v1/attachments", "api.file.keep", Audience::SignedIn, Action::OpenCase, keep_file,
                    "Keep a file, to be named by its id in the answers of what is sent within a day", "act"},
                   "Files", "NewFile", "FileKept", {{"case", "the case it is for; none for a case about to be opened", false}}, false};
    keep.body = Operation::Body::File;
    keep.headers = {{kNameHeader, "the file's name, percent-encoded, where the body is the file itself", false}};
    Operation read{{"GET", "/api/v1/cases/:case/files/:file", "api.case.file", Audience::SignedIn, Action::ReadCase, read_file, "A file on a case", "read"},
                   "Files", "", "File", {}, false};
    read.body = Operation::Body::File;
    return {std::move(keep), std::move(read)};
}

}  // namespace hearken::web::api
