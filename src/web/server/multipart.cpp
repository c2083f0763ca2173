#include "web/server/multipart.hpp"

#include <algorithm>

#include "web/server/content_type.hpp"

namespace hearken::web {
namespace {

constexpr std::string_view kLineEnd = "\r\n";

BadMessage broken(const char* what) {
    return {400, std::string("The form did not arrive whole (") + what + "). Send it again."};
}

/// RFC 2046 `bchars`, at most 70, not ending in a space.
bool is_boundary(std::string_view text) {
    if (text.empty() || text.size() > 70 || text.back() == ' ') return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               std::string_view("'()+_,-./:=? ").find(c) != std::string_view::npos;
    });
}

struct PartHead {
    FormDisposition disposition;
    std::string content_type;
};

Parsed<PartHead> parse_part_head(std::string_view head) {
    std::optional<FormDisposition> disposition;
    std::string content_type = "text/plain";
    while (!head.empty()) {
        const auto end = std::min(head.find(kLineEnd), head.size());
        const auto line = head.substr(0, end);
        head.remove_prefix(std::min(end + kLineEnd.size(), head.size()));
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || !is_token(line.substr(0, colon)))
            return tl::unexpected<BadMessage>(broken("a part has a bad header"));
        const auto name = line.substr(0, colon), value = trimmed(line.substr(colon + 1));
        if (same_ignoring_case(name, "content-disposition")) {
            if (disposition) return tl::unexpected<BadMessage>(broken("a part is named twice"));
            disposition = parse_form_disposition(value);
            if (!disposition) return tl::unexpected<BadMessage>(broken("a part has no name"));
        } else if (same_ignoring_case(name, "content-type")) {
            const auto media = parse_media_type(value);
            content_type = media ? media->type : "application/octet-stream";
        } else if (same_ignoring_case(name, "content-transfer-encoding")) {
            // RFC 7578 4.7 deprecates it, and decoding nothing while believing otherwise would corrupt evidence.
            if (!same_ignoring_case(value, "binary") && !same_ignoring_case(value, "8bit") &&
                !same_ignoring_case(value, "7bit"))
                return tl::unexpected<BadMessage>(broken("a part is encoded in a way we do not read"));
        }
    }
    if (!disposition) return tl::unexpected<BadMessage>(broken("a part has no name"));
    return PartHead{*disposition, content_type};
}

/// Some browsers send a whole path. Only what follows the last separator is a name.
std::string last_part_of(std::string_view file_name) {
    const auto separator = file_name.find_last_of("/\\");
    return std::string(separator == std::string_view::npos ? file_name : file_name.substr(separator + 1));
}

bool has_control_character(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

Parsed<void> add_part(Form& form, const PartHead& head, std::string_view content, const MultipartLimits& limits) {
    const auto& [name, file_name] = head.disposition;
    if (!file_name) {
        if (auto fine = check_field(name, content, form.fields.size(), limits.fields); !fine) return fine;
        form.fields.add(name, std::string(content));
        return {};
    }
    if (auto fine = check_field(name, {}, 0, limits.fields); !fine) return fine;
    const auto called = last_part_of(*file_name);
    if (called.empty() && content.empty()) return {};
    if (form.files.size() >= limits.files_named)
        return bad_message(413, "Too many files at once. Attach them a few at a time.");
    if (called.size() > limits.file_name_bytes || !is_utf8(called) || has_control_character(called))
        return bad_message(400, "The name of a file is too long or has characters we cannot keep. Rename it.");
    // A form is not lost for a file that cannot be taken with it.
    const bool left_out = form.files.size() >= limits.files || content.size() > limits.file_bytes;
    form.files.push_back({name, called.empty() ? "file" : called, head.content_type, std::string(left_out ? std::string_view{} : content), left_out});
    return {};
}

}  // namespace

Parsed<Form> parse_multipart(std::string_view body, std::string_view boundary, const MultipartLimits& limits) {
    if (!is_boundary(boundary)) return tl::unexpected<BadMessage>(broken("no boundary"));
    const std::string delimiter = "\r\n--" + std::string(boundary);
    Form form;

    // Preamble: the first delimiter may stand at the very start, without its line end.
    const auto opening = std::string_view(delimiter).substr(kLineEnd.size());
    if (body.starts_with(opening)) {
        body.remove_prefix(opening.size());
    } else {
        const auto first = body.find(delimiter);
        if (first == std::string_view::npos) return tl::unexpected<BadMessage>(broken("no first part"));
        body.remove_prefix(first + delimiter.size());
    }

    while (true) {
        if (body.starts_with("--")) return form;
        body.remove_prefix(std::min(body.find_first_not_of(" \t"), body.size()));
        if (!body.starts_with(kLineEnd)) return tl::unexpected<BadMessage>(broken("a part does not begin"));
        body.remove_prefix(kLineEnd.size());
        const auto head_end = body.substr(0, limits.part_header_bytes + 4).find("\r\n\r\n");
        if (head_end == std::string_view::npos)
            return tl::unexpected<BadMessage>(broken("the head of a part does not end"));
        const auto head = parse_part_head(body.substr(0, head_end));
        if (!head) return tl::unexpected<BadMessage>(head.error());
        body.remove_prefix(head_end + 2);  // the second line end may already belong to the next delimiter
        const auto end = body.find(delimiter);
        if (end == std::string_view::npos) return tl::unexpected<BadMessage>(broken("a part does not end"));
        const auto content = end < kLineEnd.size() ? std::string_view{} : body.substr(2, end - 2);
        if (auto fine = add_part(form, *head, content, limits); !fine) return tl::unexpected<BadMessage>(fine.error());
        body.remove_prefix(end + delimiter.size());
    }
}

}  // namespace hearken::web
