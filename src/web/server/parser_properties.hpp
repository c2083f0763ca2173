// What must hold of every parser here for any bytes whatever: shared by the fuzzers and the mutation test. A broken
// property aborts, naming itself, which is what a fuzzer listens for.
#pragma once
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "web/server/accept.hpp"
#include "web/server/content_type.hpp"
#include "web/server/cookies.hpp"
#include "web/server/message_gate.hpp"
#include "web/server/multipart.hpp"
#include "web/server/request.hpp"
#include "web/server/trusted_proxy.hpp"
#include "web/server/urlencoded.hpp"

namespace hearken::web {

inline void must_hold(bool property, const char* words) {
    if (property) return;
    std::fprintf(stderr, "broken property: %s\n", words);
    std::abort();
}

inline void exercise_urlencoded(std::string_view text) {
    must_hold(percent_decoded(percent_encoded(text)) == text, "percent encoding loses nothing");
    const FieldLimits limits{8, 16, 64};
    const auto fields = parse_urlencoded(text, limits);
    if (!fields) return must_hold(fields.error().status >= 400, "a refusal has a status");
    must_hold(fields->size() <= limits.count, "fields are within the limit");
    must_hold(parse_urlencoded(urlencoded(*fields), limits) == fields, "a form written and read again is the same");
    for (const auto& [name, value] : *fields) must_hold(is_utf8(name) && is_utf8(value), "fields are UTF-8");
}

inline void exercise_path(std::string_view text) {
    const auto request = request_for("GET", text);
    if (!request) return;
    for (const auto& segment : request->segments) {
        must_hold(segment != ".." && segment != ".", "no segment climbs");
        must_hold(segment.find_first_of(std::string_view("/\\\0\n", 4)) == std::string::npos,
                  "no segment hides a separator");
    }
}

inline void exercise_headers(std::string_view text) {
    for (const auto& [name, value] : parse_cookies(text)) {
        must_hold(is_token(name), "a cookie's name is a token");
        SetCookie again;
        again.name = name;
        again.value = value;
        must_hold(!to_header(again).empty(), "a cookie that was read can be written");
    }
    const int quality = accept_quality(text, "text/html");
    must_hold(quality >= 0 && quality <= 1000, "a quality is from 0 to 1000");
    prefers_json(text);
    accepts_gzip(text);
    if (const auto media = parse_media_type(text)) {
        must_hold(media->type.find('/') != std::string::npos, "a media type has two halves");
        must_hold(lower(media->type) == media->type, "a media type is in lower case");
    }
    parse_form_disposition(text);
    const auto proxies = TrustedProxies::from({"10.0.0.0/8", "2001:db8::/32"});
    const Headers headers{{"X-Forwarded-For", std::string(text)}, {"X-Forwarded-Proto", std::string(text)}};
    must_hold(parse_address(proxies->resolve("10.1.2.3", false, headers).address).has_value(),
              "an origin is an address");
    must_hold(proxies->resolve("192.0.2.1", false, headers).address == "192.0.2.1", "a stranger is not believed");
    const auto networks = TrustedProxies::from({std::string(text)});
    if (networks) networks->trusts("192.0.2.1");
}

inline void exercise_multipart(std::string_view body) {
    MultipartLimits limits;
    limits.fields = {4, 16, 64};
    limits.files = 2;
    limits.file_bytes = 128;
    limits.files_named = 3;
    const auto form = parse_multipart(body, "b", limits);
    if (!form) return;
    size_t content = 0;
    must_hold(form->fields.size() <= 4 && form->files.size() <= 3, "parts are within the limits");
    for (const auto& [name, value] : form->fields) content += name.size() + value.size();
    for (const auto& file : form->files) {
        content += file.content.size();
        must_hold(file.content.size() <= 128, "a file is within the limit");
        must_hold(file.file_name.find_first_of("/\\") == std::string::npos, "a file's name has no folder");
    }
    must_hold(content <= body.size(), "a form holds no more than was sent");
}

/// Everything the gate hands on of these bytes, fed so many at a time.
inline std::string passed_through(std::string_view bytes, size_t at_a_time, bool& refused,
                                  const MessageLimits& limits) {
    MessageGate gate(limits);
    std::string passed;
    char buffer[50];
    while (true) {
        while (const size_t count = gate.take(buffer, sizeof buffer)) passed.append(buffer, count);
        gate.take_continue();
        if (bytes.empty() || gate.refused()) break;
        gate.feed(bytes.substr(0, at_a_time));
        bytes.remove_prefix(std::min(at_a_time, bytes.size()));
    }
    refused = gate.refused();
    return passed;
}

inline void exercise_message_gate(std::string_view bytes) {
    const MessageLimits tight{.request_line_bytes = 64, .head_bytes = 256, .headers = 8, .body_bytes = 128};
    bool refused_at_once = false, refused_in_drops = false, refused_again = false;
    const auto at_once = passed_through(bytes, bytes.size() + 1, refused_at_once, tight);
    const auto in_drops = passed_through(bytes, 1, refused_in_drops, tight);
    must_hold(refused_at_once == refused_in_drops, "how bytes arrive does not decide whether they are refused");
    if (refused_at_once) return;
    must_hold(at_once == in_drops, "how bytes arrive does not change the message");
    // HTTP/1.0 needs no Host and is handed on as 1.1, which does.
    if (bytes.find("HTTP/1.0") != std::string_view::npos) return;
    must_hold(passed_through(at_once, 7, refused_again, {}) == at_once && !refused_again,
              "what the gate hands on is plain already");
}

}  // namespace hearken::web
