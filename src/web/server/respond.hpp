// The one place where an HTTP status is chosen for a refusal, and the plainest page or problem that says one.
#pragma once
#include "core/result.hpp"
#include "web/server/http_text.hpp"
#include "web/server/request.hpp"
#include "web/server/response.hpp"

namespace hearken::web {

int status_of(RefusalCode code);

/// What a reader is told when nothing better can be: a small page without any of the product's furniture, or
/// problem+json when the request wants JSON. `request` is null when there was no readable request.
/// Pages of the product's own replace it through ServerConfig::error_page.
Response plain_error(const Request* request, const BadMessage& bad, const std::string& request_id);

/// A sentence for each status that the server itself can answer with.
std::string sentence_for(int status);

}  // namespace hearken::web
