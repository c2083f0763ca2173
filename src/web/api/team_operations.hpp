// The board of those who manage, and the lists behind it.
#pragma once
#include "web/api/operation.hpp"

namespace hearken::web::api {

std::vector<Operation> team_operations();

}  // namespace hearken::web::api
