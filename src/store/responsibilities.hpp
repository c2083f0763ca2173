// Who has said that they know their responsibilities for confidential information, once for each edition of them.
#pragma once
#include <optional>
#include <string>

#include "core/id.hpp"
#include "core/instant.hpp"
#include "store/database.hpp"

namespace hearken::store {

/// The first time stands: saying it again changes nothing.
void accept_responsibilities(Transaction& transaction, const UserId& user, const std::string& edition, Instant at);
std::optional<Instant> responsibilities_accepted(Reading& reading, const UserId& user, const std::string& edition);

}  // namespace hearken::store
