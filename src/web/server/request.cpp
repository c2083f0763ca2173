#include "web/server/request.hpp"

#include <algorithm>
#include <stdexcept>

#include "web/server/accept.hpp"
#include "web/server/content_type.hpp"
#include "web/server/cookies.hpp"

namespace hearken::web {
namespace {

bool is_forbidden_in_segment(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '/' || c == '\\';
}

Request checked(Parsed<Request> request) {
    if (!request) throw std::logic_error("a request was built for an address that is not one: " + request.error().why);
    return *std::move(request);
}

}  // namespace

std::string Request::path() const {
    if (segments.empty()) return "/";
    std::string text;
    for (const auto& segment : segments) text += '/' + segment;
    return text;
}

bool Request::wants_json() const {
    if (!segments.empty() && segments.front() == "api") return true;
    return prefers_json(header("accept"));
}

Parsed<std::vector<std::string>> parse_path(std::string_view raw_path) {
    std::vector<std::string> segments;
    if (!raw_path.starts_with('/')) return bad_message(400, "The address is not one this service can have.");
    raw_path.remove_prefix(1);
    if (raw_path.empty()) return segments;
    while (true) {
        const bool last = raw_path.find('/') == std::string_view::npos;
        auto segment = percent_decoded(next_part(raw_path, '/'));
        if (!segment || !is_utf8(*segment) || *segment == "." || *segment == ".." ||
            std::any_of(segment->begin(), segment->end(), is_forbidden_in_segment))
            return bad_message(400, "The address is not one this service can have.");
        segments.push_back(*std::move(segment));
        if (last) return segments;
    }
}

Parsed<Request> request_for(std::string_view method, std::string_view target) {
    Request request;
    request.method = method;
    const auto question = std::min(target.find('?'), target.size());
    request.raw_path = target.substr(0, question);
    request.raw_query = target.substr(std::min(question + 1, target.size()));
    auto segments = parse_path(request.raw_path);
    if (!segments) return tl::unexpected<BadMessage>(segments.error());
    request.segments = *std::move(segments);
    auto query = parse_urlencoded(request.raw_query);
    if (!query) return tl::unexpected<BadMessage>(query.error());
    request.query = *std::move(query);
    return request;
}

Parsed<void> read_cookies_and_form(Request& request, const MultipartLimits& limits) {
    std::string cookies;
    for (const auto& line : request.headers.all("cookie")) cookies += (cookies.empty() ? "" : "; ") + line;
    request.cookies = parse_cookies(cookies);

    const auto* sent_as = request.headers.find("content-type");
    if (!sent_as || request.body.empty()) return {};
    const auto media = parse_media_type(*sent_as);
    if (!media) return bad_message(400, "The Content-Type header is not well formed.");
    if (media->type == "application/x-www-form-urlencoded") {
        auto fields = parse_urlencoded(request.body, limits.fields);
        if (!fields) return tl::unexpected<BadMessage>(fields.error());
        request.form.fields = *std::move(fields);
    } else if (media->type == "multipart/form-data") {
        auto form = parse_multipart(request.body, media->parameter("boundary"), limits);
        if (!form) return tl::unexpected<BadMessage>(form.error());
        request.form = *std::move(form);
    } else {
        return {};
    }
    request.body.clear();
    request.body.shrink_to_fit();
    return {};
}

Request get_request(std::string_view target) { return checked(request_for("GET", target)); }

Request post_request(std::string_view target, Fields form) {
    auto request = checked(request_for("POST", target));
    request.headers.add("Content-Type", "application/x-www-form-urlencoded");
    request.form.fields = std::move(form);
    return request;
}

}  // namespace hearken::web
