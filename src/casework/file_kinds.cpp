#include "casework/file_kinds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace hearken::casework {

namespace {

using namespace std::string_view_literals;

/// What bytes look like. Families within which a wrong ending is forgiven, because the bytes say exactly what it is.
enum class Family { Unknown, Pdf, Image, OldOffice, Package, Rich, Text, Media, Program, Markup };

struct Looks {
    Family family = Family::Unknown;
    std::string_view type = {};  ///< where the bytes alone say it
};

struct Ending {
    std::string_view ending;
    Family family;
    std::string_view type;
    std::string_view inside = {};  ///< of a package: a part it must have
};

constexpr std::array kEndings = {
    Ending{"pdf", Family::Pdf, "application/pdf"},
    Ending{"png", Family::Image, "image/png"}, Ending{"jpg", Family::Image, "image/jpeg"}, Ending{"jpeg", Family::Image, "image/jpeg"},
    Ending{"heic", Family::Image, "image/heic"}, Ending{"heif", Family::Image, "image/heic"}, Ending{"webp", Family::Image, "image/webp"},
    Ending{"doc", Family::OldOffice, "application/msword"}, Ending{"xls", Family::OldOffice, "application/vnd.ms-excel"},
    Ending{"msg", Family::OldOffice, "application/vnd.ms-outlook"},
    Ending{"docx", Family::Package, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word/document.xml"},
    Ending{"xlsx", Family::Package, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/workbook.xml"},
    Ending{"odt", Family::Package, "application/vnd.oasis.opendocument.text", "mimetypeapplication/vnd.oasis.opendocument.text"},
    Ending{"ods", Family::Package, "application/vnd.oasis.opendocument.spreadsheet", "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"},
    Ending{"rtf", Family::Rich, "application/rtf"}, Ending{"txt", Family::Text, "text/plain"}, Ending{"csv", Family::Text, "text/csv"},
    Ending{"eml", Family::Text, "message/rfc822"},
    Ending{"mp3", Family::Media, "audio/mpeg"}, Ending{"m4a", Family::Media, "audio/mp4"}, Ending{"wav", Family::Media, "audio/wav"},
    Ending{"ogg", Family::Media, "audio/ogg"}, Ending{"mp4", Family::Media, "video/mp4"}, Ending{"mov", Family::Media, "video/quicktime"},
    Ending{"webm", Family::Media, "video/webm"}, Ending{"3gp", Family::Media, "video/3gpp"},
};

constexpr char kMayBe[] = "Attach a PDF, a picture (PNG, JPEG, HEIC or WebP), a Word, Excel or OpenDocument file, plain text, an e-mail (EML or MSG), a CSV list, or a sound or video recording.";

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

std::string ending_of(std::string_view name) {
    const auto dot = name.find_last_of('.');
    return dot == std::string_view::npos || dot == 0 ? std::string{} : lower(name.substr(dot + 1));
}

const Ending* known_ending(const std::string& ending) {
    const auto found = std::find_if(kEndings.begin(), kEndings.end(), [&](const Ending& one) { return one.ending == ending; });
    return found == kEndings.end() ? nullptr : &*found;
}

bool has(std::string_view content, std::string_view words) { return content.find(words) != std::string_view::npos; }

/// ISO base media: HEIC pictures, MP4, QuickTime. The brand says which.
Looks of_brand(std::string_view brand) {
    for (const auto picture : {"heic"sv, "heix"sv, "hevc"sv, "heim"sv, "heis"sv, "mif1"sv, "msf1"sv})
        if (brand == picture) return {Family::Image, "image/heic"};
    return {Family::Media};
}

bool is_text(std::string_view content) {
    return std::none_of(content.begin(), content.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || byte == 0x7f;
    });
}

/// Text that a browser or a system would run or draw rather than show.
Looks of_text(std::string_view content) {
    if (content.starts_with("\xef\xbb\xbf")) content.remove_prefix(3);
    if (content.starts_with("#!")) return {Family::Program};
    const auto first = content.find_first_not_of(" \t\r\n\f");
    const auto begins = lower(content.substr(first == std::string_view::npos ? content.size() : first, 1024));
    if (begins.starts_with("<!") || begins.starts_with("<?") || begins.starts_with("<html") || begins.starts_with("<svg") || begins.starts_with("<script") || has(begins, "<html") || has(begins, "<svg") ||
        has(begins, "<script"))
        return {Family::Markup};
    return {Family::Text};
}

Looks looks_of(std::string_view content) {
    const auto at = [&](size_t from, std::string_view bytes) { return content.size() >= from + bytes.size() && content.substr(from, bytes.size()) == bytes; };
    for (const auto program : {"MZ"sv, "\x7f" "ELF"sv, "\xfe\xed\xfa\xce"sv, "\xfe\xed\xfa\xcf"sv, "\xce\xfa\xed\xfe"sv, "\xcf\xfa\xed\xfe"sv, "\xca\xfe\xba\xbe"sv, "L\0\0\0\x01\x14\x02\0"sv})
        if (at(0, program) && !(program == "MZ"sv && is_text(content))) return {Family::Program};
    if (at(0, "%PDF-"sv)) return {Family::Pdf, "application/pdf"};
    if (at(0, "\x89PNG\r\n\x1a\n"sv)) return {Family::Image, "image/png"};
    if (at(0, "\xff\xd8\xff"sv)) return {Family::Image, "image/jpeg"};
    if (at(0, "RIFF"sv) && at(8, "WEBP"sv)) return {Family::Image, "image/webp"};
    if (at(0, "RIFF"sv) && at(8, "WAVE"sv)) return {Family::Media, "audio/wav"};
    if (at(4, "ftyp"sv)) return of_brand(content.substr(8, 4));
    if (at(0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv)) return {Family::OldOffice};
    if (at(0, "PK\x03\x04"sv)) return {Family::Package};
    if (at(0, "{\\rtf"sv)) return {Family::Rich};
    if (at(0, "OggS"sv)) return {Family::Media, "audio/ogg"};
    if (at(0, "\x1a\x45\xdf\xa3"sv)) return {Family::Media, "video/webm"};
    const bool is_mpeg_frame = content.size() > 2 && content[0] == '\xff' && (static_cast<unsigned char>(content[1]) & 0xe6) == 0xe2;
    if (at(0, "ID3"sv) || is_mpeg_frame) return {Family::Media, "audio/mpeg"};
    return is_text(content) ? of_text(content) : Looks{};
}

auto refuse_kind(std::string code, const std::string& why) { return refuse(RefusalCode::Invalid, std::move(code), why); }

/// Macros run when the document is opened.
bool has_macros(std::string_view content) { return has(content, "vbaProject.bin"sv) || has(content, "_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0"sv) || has(content, "Basic/Standard/"sv); }

/// One character of UTF-8, or nothing where there is none.
std::string_view character_at(std::string_view text, size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const size_t length = byte < 0x80 ? 1 : byte >= 0xc2 && byte < 0xe0 ? 2 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
    if (length == 0 || at + length > text.size()) return {};
    for (size_t i = 1; i < length; ++i)
        if ((static_cast<unsigned char>(text[at + i]) & 0xc0) != 0x80) return {};
    return text.substr(at, length);
}

/// Control characters (also those of C1), marks that turn the direction of writing, and characters without width: with
/// them "gpj.exe" can be made to read "exe.jpg".
bool is_unseen(std::string_view c) {
    if (c.size() == 1) return static_cast<unsigned char>(c[0]) < 0x20 || c[0] == 0x7f;
    if (c.size() == 2) return (c[0] == '\xc2' && static_cast<unsigned char>(c[1]) < 0xa0) || c == "\xd8\x9c";
    if (c.size() != 3) return false;
    if (c.starts_with("\xe2\x80")) return (c[2] >= '\x8b' && c[2] <= '\x8f') || (c[2] >= '\xa8' && c[2] <= '\xae');
    return (c.starts_with("\xe2\x81") && c[2] >= '\xa0' && c[2] <= '\xaf') || c == "\xef\xbb\xbf";
}

void trim(std::string& text) {
    const auto is_edge = [](char c) { return c == ' ' || c == '.'; };
    while (!text.empty() && is_edge(text.back())) text.pop_back();
    text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), is_edge));
}

}  // namespace

std::string clean_file_name(std::string_view name) {
    constexpr size_t kLongest = 120;
    if (const auto separator = name.find_last_of("/\\"); separator != std::string_view::npos) name.remove_prefix(separator + 1);
    std::string clean;
    for (size_t at = 0; at < name.size();) {
        const auto one = character_at(name, at);
        at += std::max<size_t>(one.size(), 1);
        if (one.empty()) clean += '_';
        else if (!is_unseen(one)) clean += one.size() == 1 && "<>:\"|?*%"sv.find(one[0]) != std::string_view::npos ? "_"sv : one;
    }
    trim(clean);
    if (clean.size() > kLongest) {
        const auto dot = clean.find_last_of('.');
        const std::string ending = dot == std::string::npos || clean.size() - dot > 10 ? std::string{} : clean.substr(dot);
        size_t keep = kLongest - ending.size();
        while (keep > 0 && (static_cast<unsigned char>(clean[keep]) & 0xc0) == 0x80) --keep;
        clean = clean.substr(0, keep) + ending;
    }
    return clean.empty() ? "file" : clean;
}

Result<std::string> content_type_of(std::string_view clean_name, std::string_view content) {
    if (content.empty()) return refuse_kind("file-empty", "The file is empty. Check that it opens on your own device, then attach it again.");
    const auto looks = looks_of(content);
    if (looks.family == Family::Program)
        return refuse_kind("file-kind", std::string("A program cannot be attached. ") + kMayBe);
    if (looks.family == Family::Markup)
        return refuse_kind("file-kind", "A web page or an SVG drawing cannot be attached, because it can run on the reader's device. Print it to a PDF, and attach that.");
    const auto ending = ending_of(clean_name);
    const auto* known = known_ending(ending);
    if (!known && ending.empty()) return refuse_kind("file-kind", "The file's name has no ending that says what it is, like .pdf or .jpg. Give it its ending, then attach it again.");
    if (!known) return refuse_kind("file-kind", std::string("This kind of file cannot be attached. ") + kMayBe);
    const bool is_that = looks.family == known->family && (known->inside.empty() || has(content, known->inside));
    if (!is_that) return refuse_kind("file-not-as-named", "The file is not what its name says: it is named ." + ending + ", but holds something else. Open it, save it again as what it is, and attach that. " + kMayBe);
    if (has_macros(content) && (known->family == Family::Package || known->family == Family::OldOffice))
        return refuse_kind("file-macros", "The document holds macros, which run when it is opened. Save it without macros, or as a PDF, and attach that.");
    return std::string(known->family == Family::Image ? looks.type : known->type);
}

std::string size_words(long bytes) {
    if (bytes < 1000) return fmt::format("{} bytes", bytes);
    if (bytes < 1000 * 1000) return fmt::format("{} KB", bytes / 1000);
    return fmt::format("{}.{} MB", bytes / 1000000, bytes % 1000000 / 100000);
}

}  // namespace hearken::casework
