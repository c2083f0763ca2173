#include "casework/sign_in.hpp"

#include <algorithm>

#include "auth/one_time.hpp"
#include "auth/secret_text.hpp"
#include "auth/throttle.hpp"
#include "casework/actors.hpp"
#include "store/api_tokens.hpp"
#include "store/audit.hpp"
#include "store/credentials.hpp"
#include "store/drafts.hpp"
#include "store/sessions.hpp"
#include "store/sign_in_attempts.hpp"
#include "store/users.hpp"

namespace hearken::casework {

using namespace std::chrono;

namespace {

constexpr char kOpen[] = "signed-in", kSecondFactor[] = "second-factor-wanted", kEnrolling[] = "enrolling";

SessionState state_named(const std::string& name) {
    if (name == kOpen) return SessionState::Open;
    return name == kEnrolling ? SessionState::NeedsEnrolment : SessionState::NeedsSecondFactor;
}

const char* name_of(SessionState state) {
    switch (state) {
        case SessionState::Open: return kOpen;
        case SessionState::NeedsEnrolment: return kEnrolling;
        case SessionState::NeedsSecondFactor: return kSecondFactor;
    }
    return kSecondFactor;
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

tl::unexpected<Refusal> not_right() {
    return refuse(RefusalCode::SignInNeeded, "not-right", "The sign-in name or password is not right. Check both and try again.",
                  "password");
}
tl::unexpected<Refusal> sign_in_again() {
    return refuse(RefusalCode::SignInNeeded, "session-ended", "Sign in again. What you typed has been kept.");
}

store::AuditLine line(const World& world, const UserId& user, std::string action, std::string outcome) {
    store::AuditLine audit;
    audit.at = world.clock.now();
    audit.user = user;
    audit.action = std::move(action);
    audit.outcome = std::move(outcome);
    return audit;
}

/// A cookie that says "this device has signed in to that account before", so that strangers' failures cannot slow it down.
std::string device_mark(const UserId& user, const std::string& password_hash) {
    return auth::digest_of("device:" + user.str() + ":" + password_hash);
}

long wait_for(World& world, const std::vector<auth::Bucket>& buckets) {
    const auto now = world.clock.now();
    return world.database.read([&](store::Reading& reading) {
        long longest = 0;
        for (const auto& bucket : buckets) {
            const auto attempts = store::sign_in_attempts(reading, bucket.key);
            longest = std::max(longest, auth::seconds_to_wait({attempts.failures, attempts.blocked_until, attempts.last_failed_at}, now));
        }
        return longest;
    });
}

void note_failure(World& world, const std::vector<auth::Bucket>& buckets, const UserId& user) {
    const auto now = world.clock.now();
    world.database.write([&](store::Transaction& transaction) {
        for (const auto& bucket : buckets) {
            const auto before = store::sign_in_attempts(transaction, bucket.key);
            const auto after = auth::after_failure(bucket.kind, {before.failures, before.blocked_until, before.last_failed_at}, now);
            if (after.count == 1 && before.failures > 0) store::forget_failed_sign_ins(transaction, bucket.key);
            store::count_failed_sign_in(transaction, bucket.key, now);
            if (after.blocked_until) store::block_sign_in(transaction, bucket.key, *after.blocked_until);
        }
        store::append_audit(transaction, line(world, user, "sign-in", "refused"));
    });
}

/// Starts a session in the first role held. Which state depends on whether any role held reads children's records.
SignedIn start_session(World& world, const SignInSettings& settings, store::Transaction& transaction, const UserId& user,
                       SessionState state, const std::string& address, const std::string& device) {
    const auto now = world.clock.now();
    const std::string token = auth::new_secret();
    const auto roles = roles_to_choose_from(world, transaction, user);
    store::Session session;
    session.token_digest = auth::digest_of(token);
    session.user = user;
    if (!roles.empty()) session.holding = roles.front().id;
    session.csrf_token = auth::new_secret();
    session.state = name_of(state);
    session.created_at = session.last_seen_at = now;
    session.expires_at = now + settings.longest;
    session.address_digest = auth::digest_of("address:" + address);
    session.device = device.substr(0, 80);
    store::add_session(transaction, session);
    return {token, {}, state};
}

bool any_role_needs_second_factor(const World& world, const std::vector<HeldRole>& roles) {
    return std::any_of(roles.begin(), roles.end(), [&](const HeldRole& held) { return needs_second_factor(world, held.role); });
}

Session session_from(World& world, store::Reading& reading, const store::Session& stored, const store::UserAccount& user) {
    Session session;
    session.digest = stored.token_digest;
    session.state = state_named(stored.state);
    session.user = stored.user;
    session.user_name = user.display_name;
    session.csrf_token = stored.csrf_token;
    session.roles = roles_to_choose_from(world, reading, stored.user);
    session.actor.user = stored.user;
    if (session.roles.empty()) return session;
    auto chosen = std::find_if(session.roles.begin(), session.roles.end(), [&](const HeldRole& held) { return held.id == stored.holding; });
    if (chosen == session.roles.end()) chosen = session.roles.begin();  // the role chosen has ended since
    if (const auto held = store::find_role_held(reading, chosen->id)) session.actor = actor_in(world, reading, *held);
    session.role_title = chosen->role_title;
    session.organisation_name = chosen->organisation_name;
    return session;
}

}  // namespace

Result<SignedIn> sign_in(World& world, const SignInSettings& settings, const SignInRequest& request) {
    const std::string name = lower(request.sign_in_name);
    const auto [user, credentials] = world.database.read([&](store::Reading& reading) {
        auto found = store::find_user_by_sign_in_name(reading, name);
        auto secret = found ? store::find_credentials(reading, found->id) : std::nullopt;
        return std::pair{std::move(found), std::move(secret)};
    });
    const std::string hash = credentials ? credentials->password_hash : std::string{};
    const bool known = user && !hash.empty() && auth::same_secret(request.known_device, device_mark(user->id, hash));
    const auto buckets = auth::buckets_of(name, request.address, known);

    if (const long seconds = wait_for(world, buckets); seconds > 0)
        return refuse(RefusalCode::TooMany, "wait", "Too many tries. Wait " + std::to_string(seconds) + " seconds, then try again.", "password");
    if (hash.empty()) auth::spend_as_long_as_a_match(request.password, settings.cost);
    const bool right = !hash.empty() && auth::password_matches(request.password, hash) && user->state == "active";
    if (!right) {
        note_failure(world, buckets, user ? user->id : UserId{});
        return not_right();
    }
    return world.database.write([&](store::Transaction& transaction) -> Result<SignedIn> {
        for (const auto& bucket : buckets)
            if (bucket.kind == auth::BucketKind::AccountFromAddress) store::forget_failed_sign_ins(transaction, bucket.key);
        SessionState state = SessionState::Open;
        if (!credentials->totp_secret.empty())
            state = SessionState::NeedsSecondFactor;
        else if (any_role_needs_second_factor(world, roles_to_choose_from(world, transaction, user->id)))
            state = SessionState::NeedsEnrolment;
        auto signed_in = start_session(world, settings, transaction, user->id, state, request.address, request.device);
        signed_in.known_device = device_mark(user->id, hash);
        store::append_audit(transaction, line(world, user->id, "sign-in", "done"));
        return signed_in;
    });
}

Result<SignedIn> sign_in_as_invented(World& world, const SignInSettings& settings, const UserId& user, const std::string& address,
                                     const std::string& device) {
    if (!world.demonstration) return refuse(RefusalCode::NotFound, "not-a-demonstration", "There is no such page.");
    return world.database.write([&](store::Transaction& transaction) -> Result<SignedIn> {
        const auto found = store::find_user(transaction, user);
        if (!found || found->state != "active") return refuse(RefusalCode::NotFound, "no-such-user", "Choose one of the people on the page.");
        auto signed_in = start_session(world, settings, transaction, user, SessionState::Open, address, device);
        store::append_audit(transaction, line(world, user, "sign-in", "done"));
        return signed_in;
    });
}

Result<SignedIn> give_second_factor(World& world, const SignInSettings& settings, const std::string& token, const std::string& code) {
    const auto now = world.clock.now();
    const std::string digest = auth::digest_of(token);
    const auto stored = world.database.read([&](store::Reading& reading) { return store::find_session(reading, digest); });
    if (!stored || stored->state != kSecondFactor || stored->expires_at <= now) return sign_in_again();
    // The second factor has its own slow-down, by account: the password was right, so this is no stranger's lock-out.
    const std::vector<auth::Bucket> buckets{{auth::BucketKind::AccountFromAddress, auth::digest_of("second:" + stored->user.str())}};
    if (const long seconds = wait_for(world, buckets); seconds > 0)
        return refuse(RefusalCode::TooMany, "wait", "Too many tries. Wait " + std::to_string(seconds) + " seconds, then try again.", "code");

    auto outcome = world.database.write([&](store::Transaction& transaction) -> Result<SignedIn> {
        const auto credentials = store::find_credentials(transaction, stored->user);
        const auto step = credentials ? auth::totp_step(credentials->totp_secret, code, now, credentials->totp_last_step) : std::nullopt;
        const bool right = (step && store::use_totp_step(transaction, stored->user, *step)) ||
                           (!step && store::use_recovery_code(transaction, stored->user, auth::recovery_code_digest(code), now));
        if (!right)
            return refuse(RefusalCode::SignInNeeded, "code-not-right",
                          "The code is not right or has been used. Wait for the next code in your app, or use a recovery code.", "code");
        auto signed_in = start_session(world, settings, transaction, stored->user, SessionState::Open, {}, stored->device);
        store::end_session(transaction, digest);
        store::forget_failed_sign_ins(transaction, buckets.front().key);
        store::append_audit(transaction, line(world, stored->user, "second-factor", "done"));
        return signed_in;
    });
    if (!outcome) note_failure(world, buckets, stored->user);
    return outcome;
}

Result<Enrolment> begin_enrolment(World& world, const Session& session) {
    const auto user = world.database.read([&](store::Reading& reading) { return store::find_user(reading, session.user); });
    if (!user) return sign_in_again();
    const std::string secret = auth::new_totp_secret();
    return Enrolment{secret, auth::totp_enrolment_uri(secret, user->sign_in_name), {}};
}

bool has_second_factor(World& world, const Session& session) {
    const auto credentials = world.database.read([&](store::Reading& reading) { return store::find_credentials(reading, session.user); });
    return credentials && !credentials->totp_secret.empty();
}

Result<Enrolment> finish_enrolment(World& world, const Session& session, const std::string& secret, const std::string& code, const std::string& old_code) {
    const auto now = world.clock.now();
    const auto step = auth::totp_step(secret, code, now, 0);
    if (!step)
        return refuse(RefusalCode::Invalid, "code-not-right", "The code is not right. Check the time on your phone, then enter the newest code.", "code");
    return world.database.write([&](store::Transaction& transaction) -> Result<Enrolment> {
        const auto credentials = store::find_credentials(transaction, session.user);
        const bool replaces = credentials && !credentials->totp_secret.empty();
        if (session.state == SessionState::NeedsSecondFactor || (replaces && session.state != SessionState::Open))
            return refuse(RefusalCode::NotPermitted, "already-set-up", "A second factor is set up already. Give a code from it, or ask an administrator for a reset.");
        if (replaces) {
            const auto old_step = auth::totp_step(credentials->totp_secret, old_code, now, credentials->totp_last_step);
            if (!old_step && !store::use_recovery_code(transaction, session.user, auth::recovery_code_digest(old_code), now))
                return refuse(RefusalCode::Invalid, "old-code-not-right", "Enter a code from the app you have used until now, or one of your recovery codes. If you have neither, ask an administrator for a reset.", "old-code");
        }
        Enrolment done{secret, {}, auth::new_recovery_codes()};
        std::vector<std::string> digests;
        for (const auto& recovery : done.recovery_codes) digests.push_back(auth::recovery_code_digest(recovery));
        store::set_totp_secret(transaction, session.user, secret);
        store::use_totp_step(transaction, session.user, *step);
        store::set_recovery_codes(transaction, session.user, digests);
        if (auto stored = store::find_session(transaction, session.digest)) {
            stored->state = kOpen;
            store::change_session(transaction, *stored);
        }
        store::append_audit(transaction, line(world, session.user, "second-factor-set-up", "done"));
        return done;
    });
}

Result<Session> resume(World& world, const SignInSettings& settings, const std::string& token) {
    if (token.empty()) return sign_in_again();
    const auto now = world.clock.now();
    const std::string digest = auth::digest_of(token);
    bool stale_mark = false;
    auto session = world.database.read([&](store::Reading& reading) -> Result<Session> {
        const auto stored = store::find_session(reading, digest);
        if (!stored || stored->expires_at <= now || stored->last_seen_at + settings.idle <= now) return sign_in_again();
        const auto user = store::find_user(reading, stored->user);
        if (!user || user->state != "active") return sign_in_again();
        stale_mark = now - stored->last_seen_at >= minutes{1};
        return session_from(world, reading, *stored, *user);
    });
    // Written at most once a minute, so that reading pages does not make every read a write.
    if (session && stale_mark)
        world.database.write([&](store::Transaction& transaction) { store::touch_session(transaction, digest, now); });
    return session;
}

Result<Session> resume_token(World& world, const std::string& token) {
    const auto now = world.clock.now();
    std::string used;
    auto session = world.database.read([&](store::Reading& reading) -> Result<Session> {
        const auto found = store::find_api_token(reading, auth::digest_of(token));
        const auto wrong = [] { return refuse(RefusalCode::SignInNeeded, "token", "The token is not known, has ended or was revoked. Make a new one."); };
        if (!found || found->revoked_at || found->expires_at <= now) return wrong();
        const auto user = store::find_user(reading, found->user);
        const auto held = store::find_role_held(reading, found->holding);
        const auto roles = roles_to_choose_from(world, reading, found->user);
        const bool in_force = std::any_of(roles.begin(), roles.end(), [&](const HeldRole& role) { return role.id == found->holding; });
        if (!user || user->state != "active" || !held || !in_force) return wrong();
        Session by_token;
        by_token.state = SessionState::Open;
        by_token.user = found->user;
        by_token.user_name = user->display_name;
        by_token.actor = actor_in(world, reading, *held);
        by_token.actor.scopes = found->scopes;
        by_token.actor.by_token = true;
        by_token.roles = roles;
        used = found->id;
        return by_token;
    });
    if (session) world.database.write([&](store::Transaction& transaction) { store::note_api_token_use(transaction, used, now); });
    return session;
}

Result<void> switch_role(World& world, const Session& session, const RoleHeldId& role) {
    const bool held = std::any_of(session.roles.begin(), session.roles.end(), [&](const HeldRole& one) { return one.id == role; });
    if (!held) return refuse(RefusalCode::NotPermitted, "role-not-held", "Choose one of the roles that you hold today.", "role");
    return world.database.write([&](store::Transaction& transaction) -> Result<void> {
        auto stored = store::find_session(transaction, session.digest);
        if (!stored) return sign_in_again();
        stored->holding = role;
        store::change_session(transaction, *stored);
        store::append_audit(transaction, line(world, session.user, "switch-role", "done"));
        return {};
    });
}

void sign_out(World& world, const std::string& token) {
    world.database.write([&](store::Transaction& transaction) { store::end_session(transaction, auth::digest_of(token)); });
}

std::vector<SessionLine> my_sessions(World& world, const Session& session) {
    std::vector<SessionLine> lines;
    for (const auto& one : world.database.read([&](store::Reading& reading) { return store::sessions_of(reading, session.user); }))
        lines.push_back({one.token_digest.substr(0, 16), one.device, one.created_at, one.last_seen_at, one.token_digest == session.digest});
    return lines;
}

Result<void> end_session(World& world, const Session& session, const std::string& ref) {
    return world.database.write([&](store::Transaction& transaction) -> Result<void> {
        for (const auto& one : store::sessions_of(transaction, session.user))
            if (!ref.empty() && one.token_digest.starts_with(ref)) {
                store::end_session(transaction, one.token_digest);
                store::append_audit(transaction, line(world, session.user, "end-session", "done"));
                return {};
            }
        return refuse(RefusalCode::NotFound, "no-such-session", "That session has already ended.");
    });
}

Result<void> change_password(World& world, const SignInSettings& settings, const Session& session, const std::string& old_password,
                             const std::string& new_password) {
    static const auth::BreachedList products_own;
    const auto& breached = settings.breached ? *settings.breached : products_own;
    const auto [user, credentials] = world.database.read([&](store::Reading& reading) {
        return std::pair{store::find_user(reading, session.user), store::find_credentials(reading, session.user)};
    });
    if (!user || !credentials) return sign_in_again();
    if (!auth::password_matches(old_password, credentials->password_hash))
        return refuse(RefusalCode::Invalid, "not-right", "Your current password is not right.", "old-password");
    if (auto accepted = auth::check_new_password(new_password, user->sign_in_name, breached, "new-password"); !accepted) return accepted;
    const std::string hash = auth::hash_password(new_password, settings.cost);
    world.database.write([&](store::Transaction& transaction) {
        store::set_password(transaction, session.user, hash, world.clock.now());
        store::end_sessions_of(transaction, session.user, session.digest);
        store::append_audit(transaction, line(world, session.user, "change-password", "done"));
    });
    return {};
}

Result<std::string> make_token(World& world, const Session& session, const std::string& name, const std::set<std::string>& scopes, int days) {
    static const std::set<std::string> known{"read", "act", "people", "admin"};
    Refusal refusal;
    if (name.empty() || name.size() > 80) refusal.reasons.push_back({"name", "Give the token a name of up to 80 characters, so that you know it again.", "name"});
    if (scopes.empty() || !std::includes(known.begin(), known.end(), scopes.begin(), scopes.end()))
        refusal.reasons.push_back({"scopes", "Choose at least one of: read, act, people, admin.", "scopes"});
    if (days < 1 || days > 365) refusal.reasons.push_back({"days", "A token lasts from 1 to 365 days.", "days"});
    if (!session.actor.holding) refusal.reasons.push_back({"role", "Choose a role first: a token acts in the role you hold.", ""});
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    const auto now = world.clock.now();
    const std::string token = "hearken_" + auth::new_secret();
    world.database.write([&](store::Transaction& transaction) {
        store::add_api_token(transaction, {world.ids.next<EventId>().str(), auth::digest_of(token), session.user, session.actor.holding, name, scopes,
                                           now, now + std::chrono::days{days}, {}, {}});
        store::append_audit(transaction, line(world, session.user, "make-token", "done"));
    });
    return token;
}

std::vector<ApiToken> my_tokens(World& world, const Session& session) {
    std::vector<ApiToken> tokens;
    for (const auto& one : world.database.read([&](store::Reading& reading) { return store::api_tokens_of(reading, session.user); })) {
        std::string scopes;
        for (const auto& scope : one.scopes) scopes += (scopes.empty() ? "" : " ") + scope;
        tokens.push_back({one.id, one.name, scopes, one.created_at, one.expires_at, one.last_used_at, one.revoked_at.has_value()});
    }
    return tokens;
}

Result<void> revoke_token(World& world, const Session& session, const std::string& id) {
    return world.database.write([&](store::Transaction& transaction) -> Result<void> {
        if (!store::revoke_api_token(transaction, id, session.user, world.clock.now()))
            return refuse(RefusalCode::NotFound, "no-such-token", "That token is not one of yours.");
        store::append_audit(transaction, line(world, session.user, "revoke-token", "done"));
        return {};
    });
}

Result<void> save_draft(World& world, const Session& session, const std::string& form_key, const std::string& body, std::optional<int> based_on_revision) {
    if (form_key.empty() || form_key.size() > 200 || body.size() > 512 * 1024)
        return refuse(RefusalCode::Invalid, "draft-too-large", "This draft is too long to keep. Copy part of it somewhere safe, then shorten it.");
    world.database.write([&](store::Transaction& transaction) {
        store::keep_draft(transaction, {world.ids.next<DraftId>(), session.user, form_key, body, based_on_revision, world.clock.now()});
    });
    return {};
}

std::optional<Draft> find_draft(World& world, const Session& session, const std::string& form_key) {
    const auto found = world.database.read([&](store::Reading& reading) { return store::find_draft(reading, session.user, form_key); });
    if (!found) return std::nullopt;
    return Draft{found->form_key, found->body, found->based_on_revision, found->updated_at};
}

void discard_draft(World& world, const Session& session, const std::string& form_key) {
    world.database.write([&](store::Transaction& transaction) { store::remove_draft(transaction, session.user, form_key); });
}

std::vector<Draft> my_drafts(World& world, const Session& session) {
    std::vector<Draft> drafts;
    for (const auto& one : world.database.read([&](store::Reading& reading) { return store::drafts_of(reading, session.user); }))
        drafts.push_back({one.form_key, one.body, one.based_on_revision, one.updated_at});
    return drafts;
}

}  // namespace hearken::casework
