// The people who work in the demonstration: at least one for each role, with covers and several roles.
#pragma once
#include <map>
#include <string>

#include "access/access.hpp"
#include "demonstration/partnership.hpp"

namespace hearken::demonstration {

class Cast {
public:
    static Cast make(casework::World& world, store::Transaction& transaction, const Partnership& partnership);

    /// By the name after "demo.", e.g. "dsl", "team-manager", "aldwick-dsl".
    const UserId& user(const std::string& name) const;
    /// Acting in the first role they hold, or in `role`.
    access::Actor actor(casework::World& world, const std::string& name, const std::string& role = {}) const;

private:
    std::map<std::string, UserId> users_;
    std::map<std::string, std::map<std::string, RoleHeldId>> holdings_;
    std::map<std::string, std::string> first_role_;
};

}  // namespace hearken::demonstration
