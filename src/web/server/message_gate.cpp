#include "web/server/message_gate.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "web/server/named_values.hpp"

namespace hearken::web {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr size_t kLongestChunkLine = 256;

tl::unexpected<BadMessage> refused_with(int status) { return bad_message(status, {}); }

bool is_known_method(std::string_view method) {
    static constexpr std::array<std::string_view, 7> kMethods = {"GET",   "HEAD",   "POST",   "PUT",
                                                                 "PATCH", "DELETE", "OPTIONS"};
    return std::find(kMethods.begin(), kMethods.end(), method) != kMethods.end();
}

/// The part of the target after scheme and authority: proxies may send the absolute form (RFC 9112 3.2.2).
/// Nothing for a target we would not serve.
std::optional<std::string> origin_form(std::string_view target, std::string_view method) {
    if (target == "*" && method == "OPTIONS") return "/";
    const bool visible =
        std::all_of(target.begin(), target.end(), [](char c) { return c > 0x20 && c < 0x7f && c != '#'; });
    if (!visible) return std::nullopt;
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (target.size() <= scheme.size() || !same_ignoring_case(target.substr(0, scheme.size()), scheme)) continue;
        const auto rest = target.substr(scheme.size());
        const auto path = std::min(rest.find_first_of("/?"), rest.size());
        return (rest.substr(path).starts_with('/') ? "" : "/") + std::string(rest.substr(path));
    }
    if (!target.starts_with('/')) return std::nullopt;
    return std::string(target);
}

bool is_header_value(std::string_view value) {
    return std::all_of(value.begin(), value.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
    });
}

/// About this connection only, or about how the body is framed: the gate has dealt with them.
bool is_ours(std::string_view name) {
    static constexpr std::array<std::string_view, 10> kOurs = {
        "connection", "content-length", "expect",  "http2-settings",   "keep-alive", "proxy-connection",
        "te",         "trailer",        "upgrade", "transfer-encoding"};
    return std::any_of(kOurs.begin(), kOurs.end(),
                       [&](std::string_view ours) { return same_ignoring_case(name, ours); });
}

bool lists(std::string_view value, std::string_view word) {
    while (!value.empty())
        if (same_ignoring_case(trimmed(next_part(value, ',')), word)) return true;
    return false;
}

std::optional<unsigned long long> chunk_size(std::string_view line) {
    const auto digits = trimmed(line.substr(0, line.find(';')));
    if (digits.empty() || digits.size() > 8) return std::nullopt;
    unsigned long long size = 0;
    for (const char c : digits) {
        const int value = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (value < 0) return std::nullopt;
        size = size << 4 | static_cast<unsigned long long>(value);
    }
    return is_header_value(line) ? std::optional(size) : std::nullopt;
}

}  // namespace

int refused_status(std::string_view target) {
    if (target.size() != 4 || target.front() != '*') return 0;
    return static_cast<int>(decimal(target.substr(1)).value_or(0));
}

MessageGate::MessageGate(MessageLimits limits) : limits_(limits) {}

void MessageGate::feed(std::string_view bytes) {
    if (!refused()) raw_.append(bytes);
}

size_t MessageGate::take(char* to, size_t size) {
    if (handed_on_ == out_.size()) {
        out_.clear();
        handed_on_ = 0;
        advance();
    }
    const size_t count = std::min(size, out_.size() - handed_on_);
    if (count > 0) std::memcpy(to, out_.data() + handed_on_, count);
    handed_on_ += count;
    return count;
}

bool MessageGate::take_continue() { return std::exchange(wants_continue_, false); }

void MessageGate::refuse(int status) {
    if (refused()) return;
    stage_ = Stage::Refused;
    raw_ = {};
    chunked_head_ = {};
    chunked_body_ = {};
    wants_continue_ = false;
    out_ = (is_head_method_ ? "HEAD *" : "GET *") + std::to_string(status) + " HTTP/1.1\r\nConnection: close\r\n\r\n";
    handed_on_ = 0;
}

void MessageGate::advance() {
    if (stage_ == Stage::Head && !advance_head()) return;
    if (stage_ == Stage::Body && out_.empty()) {
        const auto count = static_cast<size_t>(std::min<unsigned long long>(body_left_, raw_.size()));
        out_.assign(raw_, 0, count);
        raw_.erase(0, count);
        body_left_ -= count;
        if (body_left_ == 0) stage_ = Stage::Head;
        return;
    }
    while (stage_ != Stage::Head && stage_ != Stage::Body && stage_ != Stage::Refused && advance_chunks()) {
    }
}

bool MessageGate::advance_head() {
    is_head_method_ = false;
    // RFC 9112 2.2: a line end or two before a request line is forgiven.
    while (scanned_ == 0 && raw_.starts_with(kLineEnd)) raw_.erase(0, kLineEnd.size());
    if (raw_.empty() || raw_ == "\r") return false;
    // Not a method: a TLS greeting, or something that is no HTTP at all. Waiting for more would be waiting for ever.
    if (raw_[0] < 'A' || raw_[0] > 'Z') return refuse(400), false;

    const auto end = raw_.find("\r\n\r\n", scanned_ < 3 ? 0 : scanned_ - 3);
    const auto known = end == std::string::npos ? raw_.size() : end + 4;
    for (size_t i = scanned_; i < known; ++i) {
        const bool lone_line_feed = raw_[i] == '\n' && raw_[i - 1] != '\r';
        if (lone_line_feed || raw_[i] == '\0') return refuse(400), false;
    }
    scanned_ = known;
    const auto line = raw_.find(kLineEnd);
    const bool too_long =
        line == std::string::npos ? known > limits_.request_line_bytes + 1 : line > limits_.request_line_bytes;
    if (too_long) return refuse(414), false;
    if (known > limits_.head_bytes) return refuse(431), false;
    if (end == std::string::npos) return false;

    const std::string head = raw_.substr(0, end + 2);
    raw_.erase(0, end + 4);
    scanned_ = 0;
    if (const auto read = read_head(head); !read) return refuse(read.error().status), false;
    return true;
}

Parsed<void> MessageGate::read_head(std::string_view head) {
    const auto take_line = [&] {
        const auto end = head.find(kLineEnd);
        const auto line = head.substr(0, end);
        head.remove_prefix(end + kLineEnd.size());
        return line;
    };
    auto line = take_line();
    const auto method = next_part(line, ' ');
    const auto target = next_part(line, ' ');
    const auto version = line;
    is_head_method_ = method == "HEAD";
    if (!is_token(method) || target.empty() || !version.starts_with("HTTP/")) return refused_with(400);
    if (version != "HTTP/1.1" && version != "HTTP/1.0") return refused_with(505);
    if (!is_known_method(method)) return refused_with(501);
    const auto origin = origin_form(target, method);
    if (!origin) return refused_with(400);

    std::string kept;
    size_t headers = 0, hosts = 0;
    bool close = version == "HTTP/1.0", has_length = false, chunked = false, expects = false;
    unsigned long long length = 0;
    while (!head.empty()) {
        line = take_line();
        if (++headers > limits_.headers) return refused_with(431);
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) return refused_with(400);
        const auto name = line.substr(0, colon), value = trimmed(line.substr(colon + 1));
        if (!is_token(name) || !is_header_value(value))
            return refused_with(400);  // a folded line has no token for a name

        if (same_ignoring_case(name, "host")) ++hosts;
        if (same_ignoring_case(name, "connection")) {
            if (lists(value, "close"))
                close = true;
            else if (lists(value, "keep-alive") && version == "HTTP/1.0")
                close = false;
        } else if (same_ignoring_case(name, "content-length")) {
            const auto number = decimal(value);
            if (has_length || !number) return refused_with(400);
            has_length = true;
            length = static_cast<unsigned long long>(*number);
        } else if (same_ignoring_case(name, "transfer-encoding")) {
            if (chunked || version == "HTTP/1.0") return refused_with(400);
            if (!same_ignoring_case(value, "chunked")) return refused_with(501);
            chunked = true;
        } else if (same_ignoring_case(name, "expect")) {
            if (!same_ignoring_case(value, "100-continue")) return refused_with(417);
            expects = version == "HTTP/1.1";
        }
        if (!is_ours(name)) kept.append(name).append(": ").append(value).append(kLineEnd);
    }
    if (hosts > 1 || (hosts == 0 && version == "HTTP/1.1")) return refused_with(400);
    if (chunked && has_length) return refused_with(400);  // RFC 9112 6.3: this is how requests are smuggled
    if (length > limits_.body_bytes) return refused_with(413);

    std::string plain = std::string(method) + ' ' + *origin +
                        " HTTP/1.1\r\nConnection: " + (close ? "close" : "keep-alive") + "\r\n" + kept;
    wants_continue_ = expects && (chunked || length > 0) && raw_.empty();
    if (chunked) {
        chunked_head_ = std::move(plain);
        chunked_body_.clear();
        trailer_bytes_ = 0;
        stage_ = Stage::ChunkSize;
        return {};
    }
    if (has_length) plain += "Content-Length: " + std::to_string(length) + "\r\n";
    out_ = plain + "\r\n";
    body_left_ = length;
    stage_ = length > 0 ? Stage::Body : Stage::Head;
    return {};
}

/// A line without its end, taken off raw_; refuses one that is longer than `most`. Nothing while it has not all come.
std::optional<std::string> MessageGate::next_line(size_t most) {
    const auto end = raw_.find(kLineEnd);
    if (end == std::string::npos ? raw_.size() > most + 1 : end > most) refuse(400);
    if (end == std::string::npos || refused()) return std::nullopt;
    std::string line = raw_.substr(0, end);
    raw_.erase(0, end + kLineEnd.size());
    return line;
}

bool MessageGate::advance_chunks() {
    switch (stage_) {
        case Stage::ChunkSize: {
            const auto line = next_line(kLongestChunkLine);
            if (!line) return false;
            const auto size = chunk_size(*line);
            if (!size) return refuse(400), false;
            if (chunked_body_.size() + *size > limits_.body_bytes) return refuse(413), false;
            body_left_ = *size;
            stage_ = *size > 0 ? Stage::ChunkData : Stage::Trailer;
            return true;
        }
        case Stage::ChunkData: {
            const auto count = static_cast<size_t>(std::min<unsigned long long>(body_left_, raw_.size()));
            chunked_body_.append(raw_, 0, count);
            raw_.erase(0, count);
            body_left_ -= count;
            if (body_left_ > 0) return false;
            stage_ = Stage::ChunkEnd;
            return true;
        }
        case Stage::ChunkEnd:
            if (raw_.size() < kLineEnd.size()) return false;
            if (!raw_.starts_with(kLineEnd)) return refuse(400), false;
            raw_.erase(0, kLineEnd.size());
            stage_ = Stage::ChunkSize;
            return true;
        case Stage::Trailer: {
            const auto line = next_line(limits_.head_bytes);
            if (!line) return false;
            trailer_bytes_ += line->size() + kLineEnd.size();
            if (trailer_bytes_ > limits_.head_bytes) return refuse(431), false;
            if (line->empty()) finish_chunked();
            return stage_ == Stage::Trailer;
        }
        default:
            return false;
    }
}

/// Trailers are left out: nothing here has a use for them.
void MessageGate::finish_chunked() {
    out_ = std::move(chunked_head_) + "Content-Length: " + std::to_string(chunked_body_.size()) + "\r\n\r\n" +
           chunked_body_;
    chunked_head_ = {};
    chunked_body_ = {};
    stage_ = Stage::Head;
}

}  // namespace hearken::web
