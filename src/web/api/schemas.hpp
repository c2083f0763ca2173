// The schemas that the OpenAPI document names.
#pragma once
#include <nlohmann/json_fwd.hpp>

namespace hearken::web::api {

/// "components/schemas": what clients send in full, what they receive as far as it is promised.
nlohmann::json schemas();

}  // namespace hearken::web::api
