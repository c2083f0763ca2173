// New recovery codes for somebody signed in, in place of all earlier ones.
#pragma once
#include <string>
#include <vector>

#include "casework/sign_in.hpp"

namespace hearken::casework {

/// Needs a code from the app, so that an unattended screen is not enough. The codes are shown once.
Result<std::vector<std::string>> new_recovery_codes(World& world, const Session& session, const std::string& code);

struct SecondFactorState { bool set_up = false; int recovery_codes_left = 0; };
SecondFactorState second_factor_state(World& world, const Session& session);

}  // namespace hearken::casework
