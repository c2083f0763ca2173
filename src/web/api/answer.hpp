// Answers of the API: JSON, or the refusal as problem+json.
#pragma once
#include <nlohmann/json.hpp>

#include "casework/cases.hpp"
#include "web/pages/site.hpp"

namespace hearken::web::api {

/// `give` turns the value into JSON.
template <class T, class Give>
Response answer(const Visit& visit, const Result<T>& result, Give give, int status = 200) {
    if (!result) return render_refusal(visit, result.error());
    return json_response(give(*result).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace), status);
}

Response done(const Visit& visit, const Result<void>& result);  ///< 204, or the refusal

/// The request's Idempotency-Key with a digest of what was asked.
casework::Once once_of(const Request& request);

}  // namespace hearken::web::api
