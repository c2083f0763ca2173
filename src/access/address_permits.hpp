// The one place that decides who may read the words of a protected address.
#pragma once
#include <optional>

#include "access/access.hpp"
#include "people/address.hpp"

namespace hearken::access {

class AddressPermits {
public:
    /// A permit where the address is open, or this reader is expressly named by its protection: as a user, or through
    /// the team or organisation of the role they act in. None otherwise: seniority gives nothing.
    static std::optional<people::MaySeeProtectedAddress> permit(const Actor& actor, const people::Address& address);
};

}  // namespace hearken::access
