// Teams of an organisation: where work without a person's name waits.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/result.hpp"
#include "store/database.hpp"

namespace hearken::store {

struct Team {
    TeamId id;
    OrganisationId organisation;
    std::string name;
    std::string service;  ///< of vocabulary.yaml services, for cover and routing
    int revision = 1;
    bool operator==(const Team&) const = default;
};

void add_team(Transaction& transaction, const Team& team);
Result<Team> change_team(Transaction& transaction, Team team);
std::optional<Team> find_team(Reading& reading, const TeamId& id);
std::vector<Team> teams_of(Reading& reading, const OrganisationId& organisation);

}  // namespace hearken::store
