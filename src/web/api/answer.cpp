#include "web/api/answer.hpp"

#include "auth/secret_text.hpp"

namespace hearken::web::api {

Response done(const Visit& visit, const Result<void>& result) {
    if (!result) return render_refusal(visit, result.error());
    Response response;
    response.status = 204;
    return response;
}

casework::Once once_of(const Request& request) {
    const std::string key(request.header("Idempotency-Key"));
    if (key.empty()) return {};
    return {key.substr(0, 200), auth::digest_of(request.method + " " + request.raw_path + "\n" + request.body)};
}

}  // namespace hearken::web::api
