// What has been brought in from statutory returns made elsewhere (a children in need census), by the authority's own
// numbers: so that a return can be brought in again, or the next year's after it, and nothing comes twice.
#pragma once
#include <map>
#include <optional>
#include <string>

#include "core/id.hpp"
#include "core/instant.hpp"
#include "store/database.hpp"

namespace hearken::store {

struct ReturnedItem {
    OrganisationId organisation;  ///< whose return it is
    std::string child_number;
    std::string episode, item;    ///< both empty: the child; item empty: the episode
    std::string digest;           ///< of what was written
    PersonId person;
    CaseId in_case;
    EventId life_event;
    Instant brought_in_at;
};

std::optional<ReturnedItem> find_returned_item(Reading& reading, const OrganisationId& organisation, const std::string& child_number,
                                               const std::string& episode = {}, const std::string& item = {});
/// Those of one episode, by item.
std::map<std::string, ReturnedItem> returned_items_of(Reading& reading, const OrganisationId& organisation, const std::string& child_number, const std::string& episode);
/// Adds it, or replaces the one of the same place.
void keep_returned_item(Transaction& transaction, const ReturnedItem& item);

}  // namespace hearken::store
