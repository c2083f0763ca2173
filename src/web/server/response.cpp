#include "web/server/response.hpp"

#include <algorithm>
#include <stdexcept>

#include "web/server/http_text.hpp"

namespace hearken::web {
namespace {

bool can_be_in_header(std::string_view text) {
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; });
}

Response with_content(int status, std::string_view content_type, std::string body) {
    Response response;
    response.status = status;
    response.body = std::move(body);
    response.headers.add("Content-Type", std::string(content_type));
    return response;
}

}  // namespace

Response& Response::with_header(std::string name, std::string value) & {
    // A line break here would let text from a record write headers of its own.
    if (!is_token(name) || !can_be_in_header(value)) throw std::logic_error("a header cannot hold this: " + name);
    headers.add(std::move(name), std::move(value));
    return *this;
}
Response&& Response::with_header(std::string name, std::string value) && {
    return std::move(with_header(std::move(name), std::move(value)));
}
Response& Response::with_cookie(const SetCookie& cookie) & { return with_header("Set-Cookie", to_header(cookie)); }
Response&& Response::with_cookie(const SetCookie& cookie) && { return std::move(with_cookie(cookie)); }

Response html_response(std::string html, int status) {
    return with_content(status, "text/html; charset=utf-8", std::move(html));
}
Response text_response(std::string text, int status) {
    return with_content(status, "text/plain; charset=utf-8", std::move(text));
}
Response json_response(std::string json, int status) {
    return with_content(status, "application/json", std::move(json));
}
Response problem_response(std::string json, int status) {
    return with_content(status, "application/problem+json", std::move(json));
}

Response redirect_see_other(std::string_view local_target) {
    if (!is_local_target(local_target)) throw std::logic_error("a redirect must stay in this service");
    Response response;
    response.status = 303;
    response.headers.add("Location", std::string(local_target));
    return response;
}

Response file_response(std::string content, std::string_view content_type, std::string_view file_name,
                       bool show_in_browser) {
    auto response = with_content(200, content_type, std::move(content));
    std::string plain(file_name);
    for (char& c : plain)
        if (c < 0x20 || c > 0x7e || c == '"' || c == '\\' || c == '%') c = '_';
    response.with_header("Content-Disposition", std::string(show_in_browser ? "inline" : "attachment") +
                                                    "; filename=\"" + plain + "\"; filename*=UTF-8''" +
                                                    percent_encoded(file_name));
    return response;
}

bool is_local_target(std::string_view target) {
    if (!target.starts_with('/') || target.starts_with("//") || target.find('\\') != std::string_view::npos)
        return false;
    return std::all_of(target.begin(), target.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

std::string_view reason_phrase(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 201:
            return "Created";
        case 202:
            return "Accepted";
        case 204:
            return "No Content";
        case 303:
            return "See Other";
        case 304:
            return "Not Modified";
        case 307:
            return "Temporary Redirect";
        case 308:
            return "Permanent Redirect";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 406:
            return "Not Acceptable";
        case 408:
            return "Request Timeout";
        case 409:
            return "Conflict";
        case 410:
            return "Gone";
        case 411:
            return "Length Required";
        case 412:
            return "Precondition Failed";
        case 413:
            return "Content Too Large";
        case 414:
            return "URI Too Long";
        case 415:
            return "Unsupported Media Type";
        case 417:
            return "Expectation Failed";
        case 422:
            return "Unprocessable Content";
        case 428:
            return "Precondition Required";
        case 429:
            return "Too Many Requests";
        case 431:
            return "Request Header Fields Too Large";
        case 500:
            return "Internal Server Error";
        case 501:
            return "Not Implemented";
        case 503:
            return "Service Unavailable";
        case 505:
            return "HTTP Version Not Supported";
        default:
            return "";
    }
}

}  // namespace hearken::web
