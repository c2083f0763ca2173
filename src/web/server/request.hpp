// A request as the rest of the product sees it: plain values, built in a line in a test, no socket behind it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "web/server/http_text.hpp"
#include "web/server/multipart.hpp"
#include "web/server/named_values.hpp"

namespace hearken::web {

struct Request {
    std::string method = "GET";
    std::string raw_path = "/";         ///< as sent, without the query
    std::vector<std::string> segments;  ///< the path decoded: "/cases/a%20b" is {"cases", "a b"}, "/" is {}
    std::string raw_query;              ///< as sent; never to be logged
    Fields query;
    Headers headers;
    Fields cookies;
    std::string body;  ///< emptied once it has been read as a form
    Form form;
    std::string remote_address;  ///< of the reader, a trusted proxy looked through
    bool is_tls = false;         ///< the reader's own connection is encrypted
    std::string id;              ///< correlates the answer, the log and the audit

    std::string path() const;  ///< decoded, for comparing; "/cases/a b"
    std::string_view header(std::string_view name) const { return headers.get(name); }
    /// JSON rather than a page: what the reader asks for, or the address is the API's.
    bool wants_json() const;
    bool is_read() const { return method == "GET" || method == "HEAD"; }
};

/// The path of an address, decoded. Refuses what has no honest use: an escaped '/', '\' or control character,
/// '.' and '..' segments, broken escapes, text that is not UTF-8.
Parsed<std::vector<std::string>> parse_path(std::string_view raw_path);

/// Splits and reads the target ("/cases?x=1") into a request that so far has only method and address.
Parsed<Request> request_for(std::string_view method, std::string_view target);

/// Reads cookies and, when Content-Type says there is one, the form (which then leaves `body` empty).
Parsed<void> read_cookies_and_form(Request& request, const MultipartLimits& limits = {});

/// For tests and in-process callers. The target must be right: throws std::logic_error when it is not.
Request get_request(std::string_view target);
Request post_request(std::string_view target, Fields form);

}  // namespace hearken::web
