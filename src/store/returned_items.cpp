#include "store/returned_items.hpp"

#include "store/sql.hpp"

namespace hearken::store {

namespace {

const std::string kColumns = "organisation_id, child_number, episode, item, digest, person_id, case_id, life_event_id, brought_in_at";

ReturnedItem from(const Row& row) {
    ReturnedItem one;
    row.into(one.organisation, one.child_number, one.episode, one.item, one.digest, one.person, one.in_case, one.life_event, one.brought_in_at);
    return one;
}

}  // namespace

std::optional<ReturnedItem> find_returned_item(Reading& reading, const OrganisationId& organisation, const std::string& child_number, const std::string& episode, const std::string& item) {
    for (const Row& row : Sql(reading, "select " + kColumns + " from returned_item where organisation_id = :organisation and child_number = :child and episode = :episode and item = :item")
                              .with("organisation", organisation).with("child", child_number).with("episode", episode).with("item", item).rows())
        return from(row);
    return std::nullopt;
}

std::map<std::string, ReturnedItem> returned_items_of(Reading& reading, const OrganisationId& organisation, const std::string& child_number, const std::string& episode) {
    std::map<std::string, ReturnedItem> items;
    for (const Row& row : Sql(reading, "select " + kColumns + " from returned_item where organisation_id = :organisation and child_number = :child and episode = :episode and item <> ''")
                              .with("organisation", organisation).with("child", child_number).with("episode", episode).rows()) {
        auto one = from(row);
        items.emplace(one.item, std::move(one));
    }
    return items;
}

void keep_returned_item(Transaction& transaction, const ReturnedItem& one) {
    Sql(transaction, "insert into returned_item (" + kColumns + ") values (:organisation, :child, :episode, :item, :digest, :person, :in_case, :life_event, :at) "
                     "on conflict (organisation_id, child_number, episode, item) do update set digest = excluded.digest, person_id = excluded.person_id, "
                     "case_id = excluded.case_id, life_event_id = excluded.life_event_id, brought_in_at = excluded.brought_in_at")
        .with("organisation", one.organisation).with("child", one.child_number).with("episode", one.episode).with("item", one.item).with("digest", one.digest)
        .with("person", one.person).with("in_case", one.in_case.str()).with("life_event", one.life_event.str()).with("at", one.brought_in_at).run();
}

}  // namespace hearken::store
