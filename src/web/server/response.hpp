// A response as the rest of the product makes it: plain values, no socket behind it.
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "web/server/cookies.hpp"
#include "web/server/named_values.hpp"

namespace hearken::web {

struct Response {
    int status = 200;
    Headers headers;  ///< several Set-Cookie are kept apart; Content-Length and Date are the server's
    std::string body;
    std::shared_ptr<const std::string> shared_body;  ///< instead of `body`: served to many without a copy (assets)
    std::string route;                               ///< the name of the route that answered, for the log; not sent

    Response& with_header(std::string name, std::string value) &;
    Response&& with_header(std::string name, std::string value) &&;
    Response& with_cookie(const SetCookie& cookie) &;
    Response&& with_cookie(const SetCookie& cookie) &&;
    const std::string& content() const { return shared_body ? *shared_body : body; }
};

Response html_response(std::string html, int status = 200);
Response text_response(std::string text, int status = 200);
/// `json` is already serialised.
Response json_response(std::string json, int status = 200);
Response problem_response(std::string json, int status);  ///< application/problem+json, RFC 9457
/// After a change: the browser fetches the next page with GET, so that reloading never repeats the change.
/// Only to a place in this service ("/..."): an address elsewhere is our own mistake and throws std::logic_error.
Response redirect_see_other(std::string_view local_target);
/// A document to keep. The name is written both ways RFC 6266 asks, whatever characters it has.
Response file_response(std::string content, std::string_view content_type, std::string_view file_name,
                       bool show_in_browser = false);

/// True for "/x", false for "//host", "/\host" and anything absolute: may be redirected to.
bool is_local_target(std::string_view target);

/// RFC 9110 reason phrase; empty for a status it does not name.
std::string_view reason_phrase(int status);

}  // namespace hearken::web
