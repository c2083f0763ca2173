#include "access/address_permits.hpp"

#include <algorithm>

namespace hearken::access {

namespace {

template <class AnyId>
bool names(const std::vector<AnyId>& readers, const AnyId& reader) {
    return !reader.empty() && std::find(readers.begin(), readers.end(), reader) != readers.end();
}

}  // namespace

std::optional<people::MaySeeProtectedAddress> AddressPermits::permit(const Actor& actor, const people::Address& address) {
    const people::Protection& protection = address.protection();
    const bool reads_records = actor.reach >= Reach::Involved && !actor.records_only;
    const bool named = names(protection.users_who_may_see, actor.user) || names(protection.teams_who_may_see, actor.team) ||
                       names(protection.organisations_who_may_see, actor.organisation);
    if (address.is_protected() && !(reads_records && named)) return std::nullopt;
    return people::MaySeeProtectedAddress(address.id());
}

}  // namespace hearken::access
