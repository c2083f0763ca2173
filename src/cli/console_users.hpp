// What the commands about users and tokens share: finding people and organisations by what an administrator types.
#pragma once
#include <string>

#include "cli/app.hpp"
#include "store/organisations.hpp"
#include "store/users.hpp"

namespace hearken::cli {

Result<store::UserAccount> user_named(store::Reading& reading, const std::string& sign_in_name);
/// By URN, id or exact name.
Result<store::Organisation> organisation_named(store::Reading& reading, const std::string& words);

}  // namespace hearken::cli
