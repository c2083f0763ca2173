// Users and the roles they hold.
#include <algorithm>

#include "auth/secret_text.hpp"
#include "calendar/moment_text.hpp"
#include "casework/actors.hpp"
#include "casework/administration.hpp"
#include "casework/audit_trail.hpp"
#include "casework/safeguarding_register.hpp"
#include "store/credentials.hpp"
#include "store/organisations.hpp"
#include "store/sessions.hpp"
#include "store/settings.hpp"
#include "store/users.hpp"

namespace hearken::casework {

namespace {

constexpr auto kUsers = access::Action::AdministerUsers;
constexpr auto kRoles = access::Action::AdministerRoles;

UserLine line_of(World& world, store::Reading& reading, const store::UserAccount& user) {
    UserLine line{user.id, user.sign_in_name, user.display_name, user.job_title, user.email, user.state, roles_to_choose_from(world, reading, user.id), false, user.revision};
    if (const auto credentials = store::find_credentials(reading, user.id)) line.has_second_factor = !credentials->totp_secret.empty();
    return line;
}

void leave_line(World& world, store::Transaction& transaction, const access::Actor& actor, access::Action action, std::string detail) {
    auto line = audit_line(world, actor, action);
    line.detail = std::move(detail);
    store::append_audit(transaction, std::move(line));
}

Result<void> check(const UserLine& user) {
    Refusal refusal;
    const auto allowed_in_name = [](unsigned char c) { return std::isalnum(c) || c == '.' || c == '-' || c == '_' || c == '@'; };
    if (user.sign_in_name.size() < 3 || user.sign_in_name.size() > 100 || !std::all_of(user.sign_in_name.begin(), user.sign_in_name.end(), allowed_in_name))
        refusal.reasons.push_back({"sign-in-name", "Enter a sign-in name of 3 to 100 letters, figures, dots or hyphens.", "sign-in-name"});
    if (user.name.empty() || user.name.size() > 200) refusal.reasons.push_back({"required", "Enter the person's name, up to 200 characters.", "name"});
    if (!user.email.empty() && (user.email.find('@') == std::string::npos || user.email.size() > 254 || user.email.find_first_of(" \r\n<>,;") != std::string::npos))
        refusal.reasons.push_back({"email", "Enter an e-mail address such as name@example.org, or leave it empty.", "email"});
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    return {};
}

std::string one_time_password() { return auth::new_secret().substr(0, 16); }

}  // namespace

Result<Page<UserLine>> list_users(World& world, const access::Actor& actor, const OrganisationId& organisation, const std::string& words, const std::string& after) {
    if (auto may = allowed(world, actor, kUsers); !may) return refuse(may.error());
    return world.database.read([&](store::Reading& reading) {
        const auto found = store::list_users(reading, {organisation, words, true}, {50, after});
        Page<UserLine> page;
        page.next = found.next;
        for (const auto& one : found.items) page.rows.push_back(line_of(world, reading, one));
        return page;
    });
}

Result<UserLine> read_user(World& world, const access::Actor& actor, const UserId& user) {
    if (auto may = allowed(world, actor, kUsers); !may) return refuse(may.error());
    return world.database.read([&](store::Reading& reading) -> Result<UserLine> {
        const auto found = store::find_user(reading, user);
        if (!found) return refuse(RefusalCode::NotFound, "no-such-user", "That user is not held here.");
        return line_of(world, reading, *found);
    });
}

Result<SavedUser> save_user(World& world, const access::Actor& actor, const UserLine& user) {
    if (auto may = allowed(world, actor, kUsers); !may) return refuse(may.error());
    if (auto good = check(user); !good) return refuse(good.error());
    const bool is_new = user.id.empty();
    const std::string password = is_new ? one_time_password() : std::string{};
    const std::string hash = is_new ? auth::hash_password(password, auth::HashCost::Interactive) : std::string{};
    return world.database.write([&](store::Transaction& transaction) -> Result<SavedUser> {
        store::UserAccount next;
        if (!is_new) {
            const auto held = store::find_user(transaction, user.id);
            if (!held) return refuse(RefusalCode::NotFound, "no-such-user", "That user is not held here.");
            next = *held;
            next.revision = user.revision;
        } else {
            next.id = world.ids.next<UserId>();
            next.created_at = world.clock.now();
        }
        next.sign_in_name = user.sign_in_name;
        next.display_name = user.name;
        next.job_title = user.job_title;
        next.email = user.email;
        next.state = user.state.empty() ? "active" : user.state;
        if (next.state != "active")
            for (const auto& held : store::roles_in_force(transaction, next.id, calendar::local_date_of(world.clock.now())))
                if (auto without = leaves_without_lead(world, transaction, held, calendar::local_date_of(world.clock.now())))
                    return refuse({RefusalCode::Conflict, {{without->code, without->text, "state"}}});
        auto saved = is_new ? store::add_user(transaction, next) : store::change_user(transaction, next);
        if (!saved) return refuse(saved.error());
        if (is_new) store::set_password(transaction, next.id, hash, world.clock.now());
        if (next.state != "active") store::end_sessions_of(transaction, next.id);
        leave_line(world, transaction, actor, kUsers, "user:" + next.id.str());
        return SavedUser{next.id, password};
    });
}

Result<std::string> reset_second_factor(World& world, const access::Actor& actor, const UserId& user, const std::string& reason) {
    if (auto may = allowed(world, actor, kUsers); !may) return refuse(may.error());
    if (reason.find_first_not_of(" \t\r\n") == std::string::npos) return refuse(RefusalCode::Invalid, "required", "Say why: how you know that it is really them who asks.", "reason");
    return world.database.write([&](store::Transaction& transaction) -> Result<std::string> {
        if (!store::find_user(transaction, user)) return refuse(RefusalCode::NotFound, "no-such-user", "That user is not held here.");
        // Asked by one administrator, done when another asks the same: no single person can take over an account.
        const std::string waiting = "second-factor-reset/" + user.str();
        const std::string asked_by = store::installation_value(transaction, waiting);
        leave_line(world, transaction, actor, kUsers, "second-factor-reset:" + user.str());
        if (asked_by.empty() || asked_by == actor.user.str()) {
            store::set_installation_value(transaction, waiting, actor.user.str());
            return std::string("A second administrator must now confirm the reset.");
        }
        store::set_installation_value(transaction, waiting, "");
        store::set_totp_secret(transaction, user, "");
        store::set_recovery_codes(transaction, user, {});
        store::end_sessions_of(transaction, user);
        return std::string("The second factor was reset. They set up a new one when they next sign in.");
    });
}

Result<RoleHeldId> give_role(World& world, const access::Actor& actor, const RoleGiven& role) {
    if (auto may = allowed(world, actor, kRoles); !may) return refuse(may.error());
    const auto known = world.library.vocabulary().roles.find(role.role);
    const auto from = calendar::parse_date(role.from, "from");
    Refusal refusal;
    if (known == world.library.vocabulary().roles.end()) refusal.reasons.push_back({"unknown", "Choose the role from the list.", "role"});
    if (!from) refusal.reasons.insert(refusal.reasons.end(), from.error().reasons.begin(), from.error().reasons.end());
    std::optional<store::Date> until;
    if (!role.until.empty()) {
        const auto last = calendar::parse_date(role.until, "until");
        if (!last) refusal.reasons.insert(refusal.reasons.end(), last.error().reasons.begin(), last.error().reasons.end());
        else if (from && *last < *from) refusal.reasons.push_back({"order", "The last day cannot be before the first.", "until"});
        else until = *last;
    }
    if (role.user == actor.user) refusal.reasons.push_back({"not-self", "Nobody gives a role to themselves. Ask another administrator.", "user"});
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    return world.database.write([&](store::Transaction& transaction) -> Result<RoleHeldId> {
        const auto organisation = store::find_organisation(transaction, role.organisation);
        if (!organisation || !store::find_user(transaction, role.user)) return refuse(RefusalCode::NotFound, "not-held", "Choose the person and the organisation from the lists.");
        const auto& at = known->second.at;
        if (std::find(at.begin(), at.end(), organisation->kind) == at.end())
            return refuse(RefusalCode::Invalid, "wrong-kind", "This role is not held at that kind of organisation. Choose another role or organisation.", "role");
        if (!role.cover_for.empty() && !store::find_role_held(transaction, role.cover_for)) return refuse(RefusalCode::Invalid, "cover", "Choose whose work is covered from the list.", "cover-for");
        const RoleHeldId id = world.ids.next<RoleHeldId>();
        store::add_role_held(transaction, {id, role.user, role.role, role.organisation, role.team, *from, until, role.cover_for, actor.user, 1});
        leave_line(world, transaction, actor, kRoles, "role:" + id.str());
        return id;
    });
}

Result<void> end_role(World& world, const access::Actor& actor, const RoleHeldId& role, const std::string& until) {
    if (auto may = allowed(world, actor, kRoles); !may) return may;
    const auto last = calendar::parse_date(until, "until");
    if (!last) return refuse(last.error());
    return world.database.write([&](store::Transaction& transaction) -> Result<void> {
        auto held = store::find_role_held(transaction, role);
        if (!held) return refuse(RefusalCode::NotFound, "no-such-role", "That role is not held here.");
        if (*last < held->held_from) return refuse(RefusalCode::Invalid, "order", "The last day cannot be before the first.", "until");
        if (auto without = leaves_without_lead(world, transaction, *held, *last)) return refuse({RefusalCode::Conflict, {*without}});
        held->held_until = *last;
        if (auto changed = store::change_role_held(transaction, *held); !changed) return refuse(changed.error());
        leave_line(world, transaction, actor, kRoles, "role-ended:" + role.str());
        return {};
    });
}

}  // namespace hearken::casework
