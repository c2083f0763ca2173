#include "casework/administration_reads.hpp"

#include <algorithm>

#include "calendar/bank_holidays_import.hpp"
#include "calendar/moment_text.hpp"
#include "casework/actors.hpp"
#include "casework/audit_trail.hpp"
#include "casework/names.hpp"
#include "store/organisations.hpp"
#include "store/roles_held.hpp"
#include "store/teams.hpp"
#include "store/users.hpp"

namespace hearken::casework {

using access::Action;

namespace {

/// Allowed when any of these is; the refusal kept in the audit is that of the first.
Result<void> allowed_any(World& world, const access::Actor& actor, std::initializer_list<Action> actions) {
    for (const Action action : actions)
        if (access::may(actor, action)) return {};
    return allowed(world, actor, *actions.begin());
}

OrganisationLine line_of(const store::Organisation& held) {
    return {held.id, held.kind, held.name, held.urn.value_or(""), held.area, held.telephone, 0, held.revision, held.closed_on.has_value()};
}

tl::unexpected<Refusal> no_such_organisation() {
    return refuse(RefusalCode::NotFound, "no-such-organisation", "That organisation is not held here. Choose it from the list.");
}

std::string title_of(const World& world, const std::string& role) {
    const auto& roles = world.library.vocabulary().roles;
    const auto known = roles.find(role);
    return known == roles.end() ? role : known->second.title;
}

}  // namespace

Result<OrganisationLine> read_organisation(World& world, const access::Actor& actor, const OrganisationId& organisation) {
    if (auto may = allowed_any(world, actor, {Action::AdministerOrganisations, Action::AdministerRoles, Action::AdministerCalendars}); !may) return refuse(may.error());
    const auto held = world.database.read([&](store::Reading& reading) { return store::find_organisation(reading, organisation); });
    if (!held) return no_such_organisation();
    return line_of(*held);
}

Result<std::vector<OrganisationLine>> organisations_to_choose_from(World& world, const access::Actor& actor, const std::string& kind) {
    if (auto may = allowed_any(world, actor, {Action::AdministerRoles, Action::AdministerUsers, Action::AdministerCalendars, Action::AdministerOrganisations}); !may) return refuse(may.error());
    return world.database.read([&](store::Reading& reading) {
        std::vector<OrganisationLine> lines;
        store::Page page{500, {}};
        do {
            const auto found = store::list_organisations(reading, {kind, {}, false}, page);
            for (const auto& one : found.items) lines.push_back(line_of(one));
            page.after = found.next;
        } while (!page.after.empty());
        return lines;
    });
}

Result<RoleChoices> role_choices(World& world, const access::Actor& actor, const OrganisationId& organisation) {
    if (auto may = allowed(world, actor, Action::AdministerRoles); !may) return refuse(may.error());
    return world.database.read([&](store::Reading& reading) -> Result<RoleChoices> {
        const auto held = store::find_organisation(reading, organisation);
        if (!held) return no_such_organisation();
        RoleChoices choices;
        choices.organisation = line_of(*held);
        std::vector<std::string> names;
        for (const auto& [id, role] : world.library.vocabulary().roles) {
            if (std::find(role.at.begin(), role.at.end(), held->kind) == role.at.end()) continue;
            choices.roles.emplace_back(id, role.title);
            names.push_back(id);
        }
        for (const auto& team : store::teams_of(reading, organisation)) choices.teams.push_back({team.id, team.organisation, team.name, team.service, team.revision});
        Names people(reading);
        const auto today = calendar::local_date_of(world.clock.now());
        for (const auto& one : store::holders_of(reading, organisation, names, today))
            if (one.cover_for.empty()) choices.may_be_covered.push_back({one.id, people.of_user(one.user) + ", " + title_of(world, one.role)});
        return choices;
    });
}

Result<std::vector<RoleHolding>> roles_through_time(World& world, const access::Actor& actor, const UserId& user) {
    if (auto may = allowed_any(world, actor, {Action::AdministerUsers, Action::AdministerRoles}); !may) return refuse(may.error());
    const auto today = calendar::local_date_of(world.clock.now());
    return world.database.read([&](store::Reading& reading) -> Result<std::vector<RoleHolding>> {
        if (!store::find_user(reading, user)) return refuse(RefusalCode::NotFound, "no-such-user", "That user is not held here.");
        Names names(reading);
        std::vector<RoleHolding> holdings;
        for (const auto& one : store::roles_ever_held(reading, user)) {
            RoleHolding holding;
            holding.held = {one.id, one.role, title_of(world, one.role), names.of_organisation(one.organisation), one.organisation, {}};
            if (one.cover_for)
                if (const auto covered = store::find_role_held(reading, one.cover_for)) holding.held.cover_for = names.of_user(covered->user);
            const calendar::LocalDate from{one.held_from};
            holding.from = calendar::date_text(from);
            holding.in_force = from <= today;
            if (one.held_until) {
                const calendar::LocalDate until{*one.held_until};
                holding.until = calendar::date_text(until);
                holding.in_force = holding.in_force && until >= today;
            }
            holdings.push_back(std::move(holding));
        }
        return holdings;
    });
}

Result<std::vector<std::string>> check_bank_holidays(World& world, const access::Actor& actor, const std::string& json) {
    if (auto may = allowed(world, actor, Action::AdministerCalendars); !may) return refuse(may.error());
    const auto newer = calendar::bank_holidays_from_govuk_json(json);
    if (!newer) return refuse(newer.error());
    const auto merged = calendar::merge(*world.bank_holidays(), *newer);
    if (!merged) return refuse(merged.error());
    std::vector<std::string> changes;
    for (const auto& change : merged->changes) changes.push_back(calendar::change_text(change));
    return changes;
}

Result<BankHolidayTable> read_bank_holidays(World& world, const access::Actor& actor) {
    if (auto may = allowed(world, actor, Action::AdministerCalendars); !may) return refuse(may.error());
    const auto held = world.bank_holidays();
    const auto today = calendar::local_date_of(world.clock.now());
    BankHolidayTable table;
    table.last_day = calendar::date_text(held->last_day());
    table.warning = held->warning(today).value_or("");
    for (const auto& holiday : held->all())
        if (holiday.date >= today) table.coming.emplace_back(calendar::weekday_date_text(holiday.date), holiday.name + (holiday.substitute ? " (substitute day)" : ""));
    return table;
}

}  // namespace hearken::casework
