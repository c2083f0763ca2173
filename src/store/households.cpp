#include "store/households.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

#include "store/sql.hpp"

namespace hearken::store {

using people::Household;

namespace {

std::string json_of(const Household& household) {
    nlohmann::json members = nlohmann::json::array();
    for (const auto& member : household.members)
        members.push_back({{"person", member.person.str()}, {"from", member.period.from ? date_text(*member.period.from) : ""},
                           {"until", member.period.until ? date_text(*member.period.until) : ""}});
    return nlohmann::json{{"household", household.id.str()}, {"members", members}}.dump();
}

std::vector<Household> load(Reading& reading, const std::vector<HouseholdId>& ids) {
    std::vector<Household> households;
    for (const HouseholdId& id : ids) {
        const auto row = Sql(reading, "select id, address_id from household where id = :id").with("id", id).row();
        if (!row) continue;
        Household& household = households.emplace_back();
        row->into(household.id, household.address);
        for (const Row& member_row : Sql(reading, "select person_id, valid_from, valid_until from household_member where household_id = :id order by person_id, valid_from").with("id", id).rows()) {
            people::HouseholdMember& member = household.members.emplace_back();
            member_row.into(member.person, member.period.from, member.period.until);
        }
    }
    return households;
}

}  // namespace

void keep_household(Transaction& transaction, const Household& household, const ChangedBy& by) {
    std::set<PersonId> concerned;
    std::string before = "{}";
    for (const Household& held : load(transaction, {household.id})) {
        before = json_of(held);
        for (const auto& member : held.members) concerned.insert(member.person);
    }
    Sql(transaction, "insert into household (id, address_id) values (:id, :address) on conflict (id) do update set address_id = excluded.address_id")
        .with("id", household.id).with_reference("address", household.address).run();
    Sql(transaction, "delete from household_member where household_id = :id").with("id", household.id).run();
    for (const auto& member : household.members) {
        Sql(transaction, "insert into household_member (household_id, person_id, valid_from, valid_until) values (:id, :person, :valid_from, :valid_until)")
            .with("id", household.id).with("person", member.person).with("valid_from", member.period.from ? date_text(*member.period.from) : std::string{})
            .with("valid_until", member.period.until).run();
        concerned.insert(member.person);
    }
    for (const PersonId& person : concerned) note_person_change(transaction, person, by, "household", before, json_of(household));
}

std::vector<Household> households_of(Reading& reading, const PersonId& person) {
    std::vector<HouseholdId> ids;
    for (const Row& row : Sql(reading, "select distinct household_id from household_member where person_id = :person order by household_id").with("person", person).rows())
        ids.emplace_back(row.text(0));
    return load(reading, ids);
}

}  // namespace hearken::store
