// hearken token: tokens of the API for programs, made for one user in one role.
#include <sstream>

#include "casework/actors.hpp"
#include "cli/commands.hpp"
#include "cli/console_users.hpp"
#include "cli/files.hpp"
#include "calendar/moment_text.hpp"
#include "store/roles_held.hpp"

namespace hearken::cli {

namespace {

std::set<std::string> words_of(std::string text) {
    for (char& c : text)
        if (c == ',') c = ' ';
    std::istringstream in(text);
    std::set<std::string> words;
    for (std::string word; in >> word;) words.insert(word);
    return words;
}

/// As if that person had signed in and chosen that role: the token can do no more than they.
Result<casework::Session> session_of(casework::World& world, store::Reading& reading, const TokenOptions& options) {
    const auto user = user_named(reading, options.sign_in_name);
    if (!user) return refuse(user.error());
    if (user->state != "active") return refuse(RefusalCode::NotPermitted, "state", user->sign_in_name + " is " + user->state + ": a token would not be taken.");
    casework::Session session;
    session.user = user->id;
    session.user_name = user->display_name;
    std::string held_words;
    for (const auto& held : store::roles_in_force(reading, user->id, calendar::local_date_of(world.clock.now()))) {
        const auto at = store::find_organisation(reading, held.organisation);
        const bool there = options.at.empty() || (at && (at->urn == options.at || at->id.str() == options.at || at->name == options.at));
        held_words += (held_words.empty() ? "" : ", ") + held.role + (at ? " at " + at->name : "");
        if (!there || (!options.role.empty() && held.role != options.role) || !session.actor.holding.empty()) continue;
        session.actor = casework::actor_in(world, reading, held);
    }
    if (session.actor.holding.empty())
        return refuse(RefusalCode::Invalid, "role", user->sign_in_name + " does not hold that role today. " + (held_words.empty() ? "They hold none." : "They hold: " + held_words + "."));
    return session;
}

template <class Work>
ExitCode with_session(const Config& config, const TokenOptions& options, bool needs_role, Work work) {
    const SystemClock clock;
    auto app = App::open(config, clock, App::Migrate::Never);
    if (!app) return tell_refusal(app.error());
    auto& world = (*app)->world();
    const auto session = world.database.read([&](store::Reading& reading) -> Result<casework::Session> {
        if (needs_role) return session_of(world, reading, options);
        const auto user = user_named(reading, options.sign_in_name);
        if (!user) return refuse(user.error());
        casework::Session plain;
        plain.user = user->id;
        return plain;
    });
    if (!session) return tell_refusal(session.error());
    const Result<void> done = work(world, *session);
    return done ? ExitCode::Ok : tell_refusal(done.error());
}

}  // namespace

ExitCode token_make(const Config& config, const TokenOptions& options) {
    return with_session(config, options, true, [&](casework::World& world, const casework::Session& session) -> Result<void> {
        const auto token = casework::make_token(world, session, options.name, words_of(options.scopes), options.days);
        if (!token) return refuse(token.error());
        tell("The token of " + options.sign_in_name + " as " + session.actor.role + ", shown only now:");
        say(*token);
        return {};
    });
}

ExitCode token_list(const Config& config, const std::string& sign_in_name) {
    TokenOptions options;
    options.sign_in_name = sign_in_name;
    return with_session(config, options, false, [&](casework::World& world, const casework::Session& session) -> Result<void> {
        for (const auto& token : casework::my_tokens(world, session)) {
            const std::string state = token.revoked ? "revoked" : token.expires_at <= world.clock.now() ? "ended" : "good until " + calendar::moment_text(token.expires_at);
            say(token.id + "\t" + token.name + "\t" + token.scopes + "\t" + state);
        }
        return {};
    });
}

ExitCode token_revoke(const Config& config, const std::string& sign_in_name, const std::string& id) {
    TokenOptions options;
    options.sign_in_name = sign_in_name;
    return with_session(config, options, false, [&](casework::World& world, const casework::Session& session) -> Result<void> {
        if (auto revoked = casework::revoke_token(world, session, id); !revoked) return revoked;
        say("The token is revoked: it is refused from now on.");
        return {};
    });
}

}  // namespace hearken::cli
