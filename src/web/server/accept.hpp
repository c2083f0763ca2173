// Which of the forms we can give does the reader want (RFC 9110 12.5)?
#pragma once
#include <string_view>

namespace hearken::web {

/// How much a media type ("text/html") is wanted, 0 to 1000; the most specific range decides. An absent header
/// wants everything; a malformed range wants nothing.
int accept_quality(std::string_view accept_header, std::string_view media_type);

/// For errors and for pages that also exist as JSON. HTML when both are wanted alike, so that a browser always
/// gets a page.
bool prefers_json(std::string_view accept_header);

/// Accept-Encoding names gzip (or *) and does not forbid it with q=0.
bool accepts_gzip(std::string_view accept_encoding_header);

}  // namespace hearken::web
