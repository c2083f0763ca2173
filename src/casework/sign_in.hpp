// Signing in: password, second factor, choosing a role, sessions, and the same for programs with tokens.
#pragma once
#include "access/access.hpp"
#include "auth/password.hpp"
#include "casework/world.hpp"
#include "core/result.hpp"

namespace hearken::casework {

/// Where a session has got to.
enum class SessionState {
    NeedsSecondFactor,   ///< password given, code still to come
    NeedsEnrolment,      ///< the role reads children's records and no second factor is set up yet
    Open,
};

struct HeldRole {
    RoleHeldId id;
    std::string role, role_title, organisation_name;
    OrganisationId organisation;
    std::string cover_for;       ///< whose work this stands in for, in words
};

/// A session as a request finds it. The token itself is only ever in the cookie.
struct Session {
    std::string digest;
    SessionState state = SessionState::NeedsSecondFactor;
    UserId user;
    std::string user_name;
    std::string csrf_token;
    access::Actor actor;         ///< in the role chosen; no role held now: reach None and an empty role
    std::string role_title, organisation_name;
    std::vector<HeldRole> roles; ///< all held now, for the switcher
};

struct SignInRequest {
    std::string sign_in_name, password;
    std::string address;         ///< network address, kept only as a digest
    std::string device;          ///< the browser in a few words ("Firefox on Windows"), for the session list
    std::string known_device;    ///< the cookie that says this device has signed in to the account before, if any
};
struct SignedIn {
    std::string token;           ///< for the session cookie
    std::string known_device;    ///< for the device cookie
    SessionState state;
};

struct SignInSettings {
    std::chrono::minutes idle{30};        ///< then the session ends; drafts are on the server, so nothing typed is lost
    std::chrono::hours longest{12};
    auth::HashCost cost = auth::HashCost::Interactive;
    const auth::BreachedList* breached = nullptr;  ///< with an administrator's own list; null: the product's
};

/// One sentence for every failure ("not right"), so that it never says whether the name exists; TooMany says how long to wait.
Result<SignedIn> sign_in(World& world, const SignInSettings& settings, const SignInRequest& request);
/// Demonstration only: as one of the invented people, with one press.
Result<SignedIn> sign_in_as_invented(World& world, const SignInSettings& settings, const UserId& user, const std::string& address, const std::string& device);
/// A code from the app, or a recovery code. The token is exchanged for a new one (session fixation).
Result<SignedIn> give_second_factor(World& world, const SignInSettings& settings, const std::string& token, const std::string& code);

struct Enrolment { std::string secret, uri; std::vector<std::string> recovery_codes; };
/// Starts setting up (or replacing) the second factor: the secret counts only once a code from it is given.
Result<Enrolment> begin_enrolment(World& world, const Session& session);
/// Where one is set up already, `old_code` proves that it is really its holder who replaces it, not somebody at an unlocked
/// screen: a code from it, or a recovery code. Whoever has neither needs the reset by two administrators.
Result<Enrolment> finish_enrolment(World& world, const Session& session, const std::string& secret, const std::string& code, const std::string& old_code);
bool has_second_factor(World& world, const Session& session);

/// The session behind a cookie; SignInNeeded when there is none, it has expired or was revoked. Notes that it was seen.
Result<Session> resume(World& world, const SignInSettings& settings, const std::string& token);
/// The session behind an API token ("Authorization: Bearer …").
Result<Session> resume_token(World& world, const std::string& token);
Result<void> switch_role(World& world, const Session& session, const RoleHeldId& role);
void sign_out(World& world, const std::string& token);

struct SessionLine { std::string ref, device; Instant created_at, last_seen_at; bool this_one = false; };
std::vector<SessionLine> my_sessions(World& world, const Session& session);
Result<void> end_session(World& world, const Session& session, const std::string& ref);
Result<void> change_password(World& world, const SignInSettings& settings, const Session& session, const std::string& old_password, const std::string& new_password);

struct ApiToken { std::string id, name, scopes; Instant created_at, expires_at; std::optional<Instant> last_used_at; bool revoked = false; };
/// Scopes: read, act, people, admin. The text is shown once.
Result<std::string> make_token(World& world, const Session& session, const std::string& name, const std::set<std::string>& scopes, int days);
std::vector<ApiToken> my_tokens(World& world, const Session& session);
Result<void> revoke_token(World& world, const Session& session, const std::string& id);

/// Drafts: what somebody was typing, kept at every pause. A draft belongs to one person and one form of one case.
struct Draft { std::string form_key, body; std::optional<int> based_on_revision; Instant updated_at; };
Result<void> save_draft(World& world, const Session& session, const std::string& form_key, const std::string& body, std::optional<int> based_on_revision);
std::optional<Draft> find_draft(World& world, const Session& session, const std::string& form_key);
void discard_draft(World& world, const Session& session, const std::string& form_key);
std::vector<Draft> my_drafts(World& world, const Session& session);

}  // namespace hearken::casework
