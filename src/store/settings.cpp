#include "store/settings.hpp"

#include "store/sql.hpp"

namespace hearken::store {

void keep_setting(Transaction& transaction, const SettingValue& s) {
    Sql(transaction,
        "insert into setting_value (organisation_id, setting, value, set_by, set_at, reason) "
        "values (:organisation_id, :setting, :value, :set_by, :set_at, :reason) "
        "on conflict (organisation_id, setting) do update set value = excluded.value, set_by = excluded.set_by, set_at = excluded.set_at, reason = excluded.reason")
        .with("organisation_id", s.organisation).with("setting", s.setting).with("value", s.value).with("set_by", s.set_by).with("set_at", s.set_at)
        .with("reason", s.reason).run();
}

bool remove_setting(Transaction& transaction, const OrganisationId& organisation, const std::string& setting) {
    return Sql(transaction, "delete from setting_value where organisation_id = :organisation_id and setting = :setting")
               .with("organisation_id", organisation).with("setting", setting).run() > 0;
}

std::vector<SettingValue> settings_of(Reading& reading, const OrganisationId& organisation) {
    std::vector<SettingValue> settings;
    for (const Row& row : Sql(reading, "select organisation_id, setting, value, set_by, set_at, reason from setting_value where organisation_id = :organisation_id order by setting")
                              .with("organisation_id", organisation).rows()) {
        SettingValue& s = settings.emplace_back();
        row.into(s.organisation, s.setting, s.value, s.set_by, s.set_at, s.reason);
    }
    return settings;
}

void set_installation_value(Transaction& transaction, const std::string& name, const std::string& value) {
    Sql(transaction, "insert into installation (name, value) values (:name, :value) on conflict (name) do update set value = excluded.value")
        .with("name", name).with("value", value).run();
}

std::string installation_value(Reading& reading, const std::string& name) {
    const auto row = Sql(reading, "select value from installation where name = :name").with("name", name).row();
    return row ? row->text(0) : std::string{};
}

}  // namespace hearken::store
