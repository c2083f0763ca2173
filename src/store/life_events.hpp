// What people enter into a chronology by hand, the impact they add beside an event, and whom their organisation lets
// read its entries. Reading them together with the events of cases: chronology.hpp.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/instant.hpp"
#include "people/dates.hpp"
#include "store/database.hpp"

namespace hearken::store {

struct LifeEvent {
    EventId id;
    PersonId person;
    OrganisationId organisation;  ///< whose entry it is
    UserId entered_by;
    Instant occurred_at;          ///< the start of the day told, by which it is ordered
    people::Date happened_on;
    std::optional<people::Date> until_on;
    std::string exactness = "day";  ///< day | about | month | year
    std::string category, what, impact;
    bool significant = true;
    std::string source, origin = "entered";  ///< entered | imported
    Instant recorded_at;
    EventId replaces, replaced_by;
    std::string replaced_why;
};
void add_life_event(Transaction& transaction, const LifeEvent& event);
/// The old one stays, and is no longer read in chronologies. False when it had been replaced already.
bool replace_life_event(Transaction& transaction, const EventId& old, const LifeEvent& corrected, const std::string& why);
std::optional<LifeEvent> find_life_event(Reading& reading, const EventId& id);

struct Impact {
    std::string id;
    EventId entry;
    PersonId person;
    OrganisationId organisation;
    UserId user;
    std::string impact;
    Instant recorded_at;
};
void add_impact(Transaction& transaction, const Impact& impact);
std::vector<Impact> impacts_of(Reading& reading, const std::vector<EventId>& entries);  ///< oldest first

struct ChronologyShare {
    std::string id;
    PersonId person;
    OrganisationId organisation, shared_with;
    std::string basis, why;
    UserId shared_by;
    Instant shared_at;
    std::optional<Instant> ended_at;
    UserId ended_by;
    std::string ended_why;
    long entries = 0;
};
void add_chronology_share(Transaction& transaction, const ChronologyShare& share, const std::vector<EventId>& entries);
/// False when it is not in force.
bool end_chronology_share(Transaction& transaction, const std::string& id, Instant at, const UserId& by, const std::string& why);
std::optional<ChronologyShare> find_chronology_share(Reading& reading, const std::string& id);
/// About these people, newest first, ended ones too.
std::vector<ChronologyShare> chronology_shares_about(Reading& reading, const std::vector<PersonId>& persons);

}  // namespace hearken::store
