// hearken user: people who sign in, by the same use cases as the administration pages.
#include <algorithm>

#include "auth/password.hpp"
#include "auth/secret_text.hpp"
#include "calendar/moment_text.hpp"
#include "casework/administration.hpp"
#include "casework/audit_trail.hpp"
#include "cli/commands.hpp"
#include "cli/console_users.hpp"
#include "cli/files.hpp"
#include "store/credentials.hpp"
#include "store/roles_held.hpp"
#include "store/sessions.hpp"
#include "store/teams.hpp"

namespace hearken::cli {

namespace {

/// Opens the installation and gives the world and the console's administrator to `work`, which gives a Result<void>.
template <class Work>
ExitCode administer(const Config& config, Work work) {
    const SystemClock clock;
    auto app = App::open(config, clock, App::Migrate::Never);
    if (!app) return tell_refusal(app.error());
    const Result<void> done = work((*app)->world(), administrator_at_the_console());
    return done ? ExitCode::Ok : tell_refusal(done.error());
}

std::string roles_in_words(const casework::UserLine& user) {
    std::string words;
    for (const auto& role : user.roles) words += (words.empty() ? "" : "; ") + role.role_title + " at " + role.organisation_name;
    return words.empty() ? "no role today" : words;
}

Result<casework::UserLine> line_of(casework::World& world, const access::Actor& actor, const std::string& sign_in_name) {
    const auto user = world.database.read([&](store::Reading& reading) { return user_named(reading, sign_in_name); });
    if (!user) return refuse(user.error());
    return casework::read_user(world, actor, user->id);
}

/// The holding that is stood in for: the covered person's, of that role there or of one it acts as.
Result<RoleHeldId> holding_covered(casework::World& world, store::Reading& reading, const GiveRoleOptions& options, const OrganisationId& organisation) {
    const auto covered = user_named(reading, options.cover_for);
    if (!covered) return refuse(covered.error());
    for (const auto& held : store::roles_in_force(reading, covered->id, calendar::local_date_of(world.clock.now())))
        if (held.organisation == organisation && world.library.vocabulary().acts_as(options.role, held.role)) return held.id;
    return refuse(RefusalCode::Invalid, "cover", covered->display_name + " holds no role there today that a " + options.role + " could stand in for.", "cover-for");
}

Result<TeamId> team_named(store::Reading& reading, const OrganisationId& organisation, const std::string& name) {
    std::string known;
    for (const auto& team : store::teams_of(reading, organisation)) {
        if (team.name == name || team.id.str() == name) return team.id;
        known += (known.empty() ? "" : ", ") + team.name;
    }
    return refuse(RefusalCode::NotFound, "no-such-team", "That organisation has no team \"" + name + "\"." + (known.empty() ? "" : " It has: " + known + "."), "team");
}

}  // namespace

ExitCode user_add(const Config& config, const UserAddOptions& options) {
    return administer(config, [&](casework::World& world, const access::Actor& actor) -> Result<void> {
        casework::UserLine user;
        user.sign_in_name = options.sign_in_name;
        user.name = options.name;
        user.job_title = options.job_title;
        user.email = options.email;
        const auto saved = casework::save_user(world, actor, user);
        if (!saved) return refuse(saved.error());
        tell("Added. Their one-time password, shown only now (they choose their own when they sign in):");
        say(saved->one_time_password);
        tell("Next: hearken user give-role " + options.sign_in_name + " ROLE --at ORGANISATION");
        return {};
    });
}

ExitCode user_list(const Config& config, const std::string& words) {
    return administer(config, [&](casework::World& world, const access::Actor& actor) -> Result<void> {
        std::string after;
        do {
            const auto page = casework::list_users(world, actor, {}, words, after);
            if (!page) return refuse(page.error());
            for (const auto& user : page->rows)
                say(user.sign_in_name + "\t" + user.name + "\t" + user.state + "\t" + (user.has_second_factor ? "second factor" : "no second factor") + "\t" + roles_in_words(user));
            after = page->next;
        } while (!after.empty());
        return {};
    });
}

ExitCode user_disable(const Config& config, const std::string& sign_in_name) {
    return administer(config, [&](casework::World& world, const access::Actor& actor) -> Result<void> {
        auto user = line_of(world, actor, sign_in_name);
        if (!user) return refuse(user.error());
        user->state = "suspended";
        if (const auto saved = casework::save_user(world, actor, *user); !saved) return refuse(saved.error());
        say(user->sign_in_name + " can no longer sign in, and every session of theirs has ended. What they wrote stays.");
        return {};
    });
}

ExitCode user_password(const Config& config, const std::string& sign_in_name, bool from_standard_input) {
    return administer(config, [&](casework::World& world, const access::Actor& actor) -> Result<void> {
        const auto user = world.database.read([&](store::Reading& reading) { return user_named(reading, sign_in_name); });
        if (!user) return refuse(user.error());
        std::string password = auth::new_secret().substr(0, 16);
        if (from_standard_input) {
            password = read_file("-").value_or("");
            password.erase(password.find_last_not_of("\r\n") + 1);
            auth::BreachedList breached;
            breached.add_lines(config.breached_passwords);
            if (auto good = auth::check_new_password(password, user->sign_in_name, breached); !good) return good;
        }
        const std::string hash = auth::hash_password(password, auth::HashCost::Interactive);
        world.database.write([&](store::Transaction& transaction) {
            store::set_password(transaction, user->id, hash, world.clock.now());
            store::end_sessions_of(transaction, user->id);
            auto line = casework::audit_line(world, actor, access::Action::AdministerUsers);
            line.detail = "password:" + user->id.str();
            store::append_audit(transaction, std::move(line));
        });
        tell("The password of " + user->sign_in_name + " is set, and their sessions have ended." + (from_standard_input ? "" : " It is shown only now:"));
        if (!from_standard_input) say(password);
        return {};
    });
}

ExitCode user_give_role(const Config& config, const GiveRoleOptions& options) {
    return administer(config, [&](casework::World& world, const access::Actor& actor) -> Result<void> {
        casework::RoleGiven given;
        given.role = options.role;
        given.from = options.from.empty() ? calendar::iso_date(calendar::local_date_of(world.clock.now())) : options.from;
        given.until = options.until;
        std::string where;
        const auto found = world.database.read([&](store::Reading& reading) -> Result<void> {
            const auto user = user_named(reading, options.sign_in_name);
            const auto organisation = organisation_named(reading, options.at);
            Refusal refusal;
            if (!user) refusal.reasons = user.error().reasons;
            if (!organisation) refusal.reasons.insert(refusal.reasons.end(), organisation.error().reasons.begin(), organisation.error().reasons.end());
            if (!refusal.reasons.empty()) return refuse(std::move(refusal));
            given.user = user->id;
            given.organisation = organisation->id;
            where = organisation->name;
            if (!options.team.empty()) {
                const auto team = team_named(reading, organisation->id, options.team);
                if (!team) return refuse(team.error());
                given.team = *team;
            }
            if (!options.cover_for.empty()) {
                const auto covered = holding_covered(world, reading, options, organisation->id);
                if (!covered) return refuse(covered.error());
                given.cover_for = *covered;
            }
            return {};
        });
        if (!found) return found;
        if (const auto role = casework::give_role(world, actor, given); !role) {
            Refusal refusal = role.error();
            if (!world.library.vocabulary().roles.contains(options.role)) {
                std::string known;
                for (const auto& [id, one] : world.library.vocabulary().roles) known += (known.empty() ? "" : ", ") + id;
                refusal.reasons.push_back({"roles", "The roles are: " + known + ".", "role"});
            }
            return refuse(std::move(refusal));
        }
        say(options.sign_in_name + " is " + options.role + " at " + where + " from " + given.from + (given.until.empty() ? "" : " until " + given.until) + ".");
        return {};
    });
}

}  // namespace hearken::cli
