#include "store/teams.hpp"

#include "store/revision.hpp"
#include "store/sql.hpp"

namespace hearken::store {

namespace {

const std::string kColumns = "id, organisation_id, name, service, revision";

Team team_of(const Row& row) {
    Team team;
    row.into(team.id, team.organisation, team.name, team.service, team.revision);
    return team;
}

}  // namespace

void add_team(Transaction& transaction, const Team& team) {
    Sql(transaction, "insert into team (id, organisation_id, name, service, revision) values (:id, :organisation_id, :name, :service, 1)")
        .with("id", team.id).with("organisation_id", team.organisation).with("name", team.name).with("service", team.service).run();
}

Result<Team> change_team(Transaction& transaction, Team team) {
    if (Sql(transaction, "update team set name = :name, service = :service, revision = revision + 1 where id = :id and revision = :revision")
            .with("name", team.name).with("service", team.service).with("id", team.id).with("revision", team.revision).run() == 0)
        return changed_since("this team");
    ++team.revision;
    return team;
}

std::optional<Team> find_team(Reading& reading, const TeamId& id) {
    const auto row = Sql(reading, "select " + kColumns + " from team where id = :id").with("id", id).row();
    return row ? std::optional(team_of(*row)) : std::nullopt;
}

std::vector<Team> teams_of(Reading& reading, const OrganisationId& organisation) {
    std::vector<Team> teams;
    for (const Row& row : Sql(reading, "select " + kColumns + " from team where organisation_id = :organisation order by name, id")
                              .with("organisation", organisation).rows())
        teams.push_back(team_of(row));
    return teams;
}

}  // namespace hearken::store
