#include "store/roles_held.hpp"

#include "store/revision.hpp"
#include "store/sql.hpp"

namespace hearken::store {

namespace {

const std::string kColumns = "id, user_id, role, organisation_id, team_id, held_from, held_until, cover_for, given_by, revision";
const std::string kInForce = " and held_from <= :day and (held_until is null or held_until >= :day)";

RoleHeld role_of(const Row& row) {
    RoleHeld r;
    row.into(r.id, r.user, r.role, r.organisation, r.team, r.held_from, r.held_until, r.cover_for, r.given_by, r.revision);
    return r;
}

std::vector<RoleHeld> roles_of(std::vector<Row> rows) {
    std::vector<RoleHeld> roles;
    for (const Row& row : rows) roles.push_back(role_of(row));
    return roles;
}

void bind(Sql& sql, const RoleHeld& held) {
    sql.with("id", held.id).with("user_id", held.user).with("role", held.role).with("organisation_id", held.organisation)
        .with_reference("team_id", held.team).with("held_from", held.held_from).with("held_until", held.held_until)
        .with_reference("cover_for", held.cover_for).with_reference("given_by", held.given_by);
}

}  // namespace

void add_role_held(Transaction& transaction, const RoleHeld& held) {
    Sql sql(transaction,
            "insert into role_held (id, user_id, role, organisation_id, team_id, held_from, held_until, cover_for, given_by, revision) "
            "values (:id, :user_id, :role, :organisation_id, :team_id, :held_from, :held_until, :cover_for, :given_by, 1)");
    bind(sql, held);
    sql.run();
}

Result<RoleHeld> change_role_held(Transaction& transaction, RoleHeld held) {
    if (Sql(transaction,
            "update role_held set team_id = :team_id, held_from = :held_from, held_until = :held_until, cover_for = :cover_for, "
            "revision = revision + 1 where id = :id and revision = :revision")
            .with_reference("team_id", held.team).with("held_from", held.held_from).with("held_until", held.held_until)
            .with_reference("cover_for", held.cover_for).with("id", held.id).with("revision", held.revision).run() == 0)
        return changed_since("this role");
    ++held.revision;
    return held;
}

std::optional<RoleHeld> find_role_held(Reading& reading, const RoleHeldId& id) {
    const auto row = Sql(reading, "select " + kColumns + " from role_held where id = :id").with("id", id).row();
    return row ? std::optional(role_of(*row)) : std::nullopt;
}

std::vector<RoleHeld> roles_in_force(Reading& reading, const UserId& user, Date on) {
    return roles_of(Sql(reading, "select " + kColumns + " from role_held where user_id = :user_id" + kInForce +
                                     " order by (case when cover_for is null then 0 else 1 end), held_from, id")
                        .with("user_id", user).with("day", on).rows());
}

std::vector<RoleHeld> roles_ever_held(Reading& reading, const UserId& user) {
    return roles_of(Sql(reading, "select " + kColumns + " from role_held where user_id = :user_id order by held_from desc, id desc").with("user_id", user).rows());
}

std::vector<RoleHeld> holders_of(Reading& reading, const OrganisationId& organisation, const std::vector<std::string>& roles, Date on) {
    Sql sql(reading, "select " + kColumns + " from role_held where organisation_id = :organisation_id and role in " + in_list("role", roles.size()) + kInForce +
                         " order by (case when cover_for is null then 0 else 1 end), held_from, id");
    sql.with("organisation_id", organisation).with("day", on);
    bind_list(sql, "role", roles);
    return roles_of(sql.rows());
}

}  // namespace hearken::store
