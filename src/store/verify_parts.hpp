// The two chains that verify() walks.
#pragma once
#include <functional>

#include "store/verify.hpp"

namespace hearken::store {

using Walked = std::function<void(long done)>;
void verify_cases(Database& database, VerifyReport& report, const Walked& walked);
void verify_audit(Database& database, VerifyReport& report, const Walked& walked);

}  // namespace hearken::store
