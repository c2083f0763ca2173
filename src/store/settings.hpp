// Settings an authority changed, with who, when and why.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/instant.hpp"
#include "store/database.hpp"

namespace hearken::store {

struct SettingValue {
    OrganisationId organisation;
    std::string setting, value;
    UserId set_by;
    Instant set_at;
    std::string reason;
};
void keep_setting(Transaction& transaction, const SettingValue& setting);
bool remove_setting(Transaction& transaction, const OrganisationId& organisation, const std::string& setting);
std::vector<SettingValue> settings_of(Reading& reading, const OrganisationId& organisation);

/// Values about this installation as a whole ("demonstration" → "yes", keys of the server).
void set_installation_value(Transaction& transaction, const std::string& name, const std::string& value);
/// Empty when it was never set.
std::string installation_value(Reading& reading, const std::string& name);

}  // namespace hearken::store
