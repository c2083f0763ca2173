// Organisations and teams: the administrator's work.
#include "casework/administration.hpp"
#include "casework/audit_trail.hpp"
#include "store/organisations.hpp"
#include "store/teams.hpp"

namespace hearken::casework {

namespace {

constexpr auto kAction = access::Action::AdministerOrganisations;

OrganisationLine line_of(const store::Organisation& held) {
    return {held.id, held.kind, held.name, held.urn.value_or(""), held.area, held.telephone, 0, held.revision, held.closed_on.has_value()};
}

Result<void> check(const World& world, const OrganisationLine& organisation) {
    Refusal refusal;
    if (organisation.name.empty() || organisation.name.size() > 200) refusal.reasons.push_back({"required", "Enter the organisation's name, up to 200 characters.", "name"});
    if (!world.library.vocabulary().organisation_kinds.contains(organisation.kind)) refusal.reasons.push_back({"unknown", "Choose what kind of organisation it is.", "kind"});
    const bool digits = organisation.urn.find_first_not_of("0123456789") == std::string::npos;
    if (!organisation.urn.empty() && (organisation.urn.size() != 6 || !digits)) refusal.reasons.push_back({"urn", "A school's URN has six figures. Leave it empty if there is none.", "urn"});
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    return {};
}

void leave_line(World& world, store::Transaction& transaction, const access::Actor& actor, std::string detail) {
    auto line = audit_line(world, actor, kAction);
    line.detail = std::move(detail);
    store::append_audit(transaction, std::move(line));
}

}  // namespace

Result<Page<OrganisationLine>> list_organisations(World& world, const access::Actor& actor, const OrganisationQuery& query) {
    if (auto may = allowed(world, actor, kAction); !may) return refuse(may.error());
    return world.database.read([&](store::Reading& reading) {
        const auto found = store::list_organisations(reading, {query.kind, query.words, true}, {50, query.after});
        Page<OrganisationLine> page;
        page.next = found.next;
        for (const auto& one : found.items) page.rows.push_back(line_of(one));
        return page;
    });
}

Result<OrganisationId> save_organisation(World& world, const access::Actor& actor, const OrganisationLine& organisation) {
    if (auto may = allowed(world, actor, kAction); !may) return refuse(may.error());
    if (auto good = check(world, organisation); !good) return refuse(good.error());
    return world.database.write([&](store::Transaction& transaction) -> Result<OrganisationId> {
        store::Organisation next;
        if (!organisation.id.empty()) {
            const auto held = store::find_organisation(transaction, organisation.id);
            if (!held) return refuse(RefusalCode::NotFound, "no-such-organisation", "That organisation is not held here.");
            next = *held;
            next.revision = organisation.revision;
        }
        next.kind = organisation.kind;
        next.name = organisation.name;
        next.urn = organisation.urn.empty() ? std::nullopt : std::optional{organisation.urn};
        next.area = organisation.area;
        next.telephone = organisation.telephone;
        if (organisation.id.empty()) next.id = world.ids.next<OrganisationId>();
        auto saved = organisation.id.empty() ? store::add_organisation(transaction, next) : store::change_organisation(transaction, next);
        if (!saved) return refuse(saved.error());
        leave_line(world, transaction, actor, "organisation:" + next.id.str());
        return next.id;
    });
}

Result<std::vector<TeamLine>> list_teams(World& world, const access::Actor& actor, const OrganisationId& organisation) {
    if (auto may = allowed(world, actor, kAction); !may) return refuse(may.error());
    std::vector<TeamLine> lines;
    for (const auto& team : world.database.read([&](store::Reading& reading) { return store::teams_of(reading, organisation); }))
        lines.push_back({team.id, team.organisation, team.name, team.service, team.revision});
    return lines;
}

Result<TeamId> save_team(World& world, const access::Actor& actor, const TeamLine& team) {
    if (auto may = allowed(world, actor, kAction); !may) return refuse(may.error());
    if (team.name.empty() || team.name.size() > 200) return refuse(RefusalCode::Invalid, "required", "Enter the team's name, up to 200 characters.", "name");
    return world.database.write([&](store::Transaction& transaction) -> Result<TeamId> {
        if (!store::find_organisation(transaction, team.organisation)) return refuse(RefusalCode::NotFound, "no-such-organisation", "Choose the organisation from the list.");
        store::Team next{team.id, team.organisation, team.name, team.service, team.revision};
        if (next.id.empty()) {
            next.id = world.ids.next<TeamId>();
            store::add_team(transaction, next);
        } else if (auto changed = store::change_team(transaction, next); !changed) {
            return refuse(changed.error());
        }
        leave_line(world, transaction, actor, "team:" + next.id.str());
        return next.id;
    });
}

}  // namespace hearken::casework
