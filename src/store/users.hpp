// People who sign in.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/instant.hpp"
#include "core/result.hpp"
#include "store/database.hpp"
#include "store/paging.hpp"

namespace hearken::store {

struct UserAccount {
    UserId id;
    std::string sign_in_name;  ///< kept in lower case
    std::string display_name, job_title, email, telephone;
    std::string state = "active";  ///< active | suspended | ended
    Instant created_at;
    int revision = 1;
    bool operator==(const UserAccount&) const = default;
};

/// Conflict (field "sign-in-name") where the name is taken.
Result<UserAccount> add_user(Transaction& transaction, UserAccount user);
Result<UserAccount> change_user(Transaction& transaction, UserAccount user);
std::optional<UserAccount> find_user(Reading& reading, const UserId& id);
std::optional<UserAccount> find_user_by_sign_in_name(Reading& reading, const std::string& sign_in_name);
std::vector<UserAccount> find_users(Reading& reading, const std::vector<UserId>& ids);

struct UserFilter {
    OrganisationId organisation;  ///< holds, or held, a role there; empty: any
    std::string name_contains;
    bool ended_too = false;
};
/// By display name.
Paged<UserAccount> list_users(Reading& reading, const UserFilter& filter, const Page& page);

}  // namespace hearken::store
