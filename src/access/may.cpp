#include <array>
#include <stdexcept>

#include "access/access.hpp"

namespace hearken::access {

namespace {

/// What a role must have for an action: the least reach, or one of the things it administers, or neither.
enum class Needs { Nothing, SignedIn, OwnRecording, Reading, Index, Desk, ToAdminister };

struct Rule {
    Action action;
    std::string_view name;
    Needs needs;
    std::string_view administers;  ///< for ToAdminister
    std::string_view scope;        ///< an API token needs it; empty: no token may
};

constexpr std::array kRules = {
    Rule{Action::SignIn, "sign-in", Needs::Nothing, "", ""},
    Rule{Action::ReadPublic, "read-public", Needs::Nothing, "", "read"},
    Rule{Action::SetTestClock, "set-test-clock", Needs::Nothing, "", "act"},  // the server itself refuses it outside a demonstration
    Rule{Action::ReadOwnWork, "read-own-work", Needs::SignedIn, "", "read"},
    Rule{Action::ReadNotices, "read-notices", Needs::SignedIn, "", "read"},
    Rule{Action::ReadProcedures, "read-procedures", Needs::SignedIn, "", "read"},
    Rule{Action::ReadOwnAudit, "read-own-audit", Needs::SignedIn, "", "read"},
    Rule{Action::ManageOwnSessions, "manage-own-sessions", Needs::SignedIn, "", ""},
    Rule{Action::ManageTokens, "manage-tokens", Needs::SignedIn, "", ""},
    Rule{Action::SearchPeople, "search-people", Needs::OwnRecording, "", "people"},
    Rule{Action::CreatePerson, "create-person", Needs::OwnRecording, "", "people"},
    Rule{Action::OpenCase, "open-case", Needs::OwnRecording, "", "act"},
    Rule{Action::ReadCase, "read-case", Needs::OwnRecording, "", "read"},
    Rule{Action::ReadCover, "read-cover", Needs::SignedIn, "", "read"},
    Rule{Action::ArrangeCover, "arrange-cover", Needs::OwnRecording, "", "act"},  // who exactly: casework/cover.hpp
    Rule{Action::ReadTriage, "read-triage", Needs::Desk, "", "read"},
    Rule{Action::ReadPerson, "read-person", Needs::Reading, "", "people"},
    Rule{Action::ChangePerson, "change-person", Needs::Reading, "", "people"},
    Rule{Action::ReadProtectedAddress, "read-protected-address", Needs::Reading, "", "people"},
    Rule{Action::ReadChronology, "read-chronology", Needs::Reading, "", "read"},
    Rule{Action::JoinRecords, "join-records", Needs::Index, "", "people"},
    Rule{Action::ActInCase, "act-in-case", Needs::Reading, "", "act"},
    Rule{Action::ShareCase, "share-case", Needs::Reading, "", "act"},
    Rule{Action::RestrictCase, "restrict-case", Needs::Desk, "", "act"},
    Rule{Action::BreakGlass, "break-glass", Needs::Desk, "", ""},
    Rule{Action::EditSettings, "edit-settings", Needs::ToAdminister, "settings", "admin"},
    Rule{Action::EraseLawfully, "erase-lawfully", Needs::ToAdminister, "erasure", ""},
    Rule{Action::AdministerOrganisations, "administer-organisations", Needs::ToAdminister, "organisations", "admin"},
    Rule{Action::AdministerUsers, "administer-users", Needs::ToAdminister, "users", "admin"},
    Rule{Action::AdministerRoles, "administer-roles", Needs::ToAdminister, "roles", "admin"},
    Rule{Action::AdministerCalendars, "administer-calendars", Needs::ToAdminister, "calendars", "admin"},
    Rule{Action::ImportRoster, "import-roster", Needs::ToAdminister, "roster", "admin"},
    Rule{Action::ImportReturn, "import-return", Needs::ToAdminister, "roster", "admin"},
    Rule{Action::AdministerDirectory, "administer-directory", Needs::ToAdminister, "directory", "admin"},
    Rule{Action::ReadAudit, "read-audit", Needs::ToAdminister, "audit", "admin"},
};

const Rule& rule_of(Action action) {
    for (const Rule& rule : kRules)
        if (rule.action == action) return rule;
    throw std::logic_error("an action without a rule");  // our bug: the list above is closed, and tested to be whole
}

bool reads(const Actor& actor) { return actor.reach >= Reach::Involved && !actor.records_only; }

}  // namespace

bool is_public(const Actor& actor) { return actor.user.empty() && !actor.by_token && actor.role == kPublicRole; }

std::vector<Action> all_actions() {
    std::vector<Action> actions;
    for (const Rule& rule : kRules) actions.push_back(rule.action);
    return actions;
}

std::string_view action_name(Action action) { return rule_of(action).name; }

Result<void> may(const Actor& actor, Action action) {
    const Rule& rule = rule_of(action);
    if (rule.needs == Needs::Nothing) return {};
    if (is_public(actor) && action == Action::OpenCase) return {};  // of which procedures: each says for itself
    if (actor.user.empty()) return refuse(RefusalCode::SignInNeeded, "sign-in-needed", "Sign in first.");

    Refusal refusal{RefusalCode::NotPermitted, {}};
    const auto not_permitted = [&](std::string code, std::string text) { refusal.reasons.push_back({std::move(code), std::move(text), {}}); };
    switch (rule.needs) {
        case Needs::OwnRecording:
            if (actor.reach == Reach::None)
                not_permitted("role-reads-no-record", "The role you are acting in does not work with children's records. If you hold another role, switch to it.");
            break;
        case Needs::Reading:
            if (!reads(actor))
                not_permitted("role-does-not-read", "The role you are acting in records concerns but does not read records. Speak to the designated safeguarding lead.");
            break;
        case Needs::Index:
            if (!reads(actor) || !actor.searches_index)
                not_permitted("role-does-not-search-the-index", "Only somebody at the front door, who may look up anybody by name, can do this. Ask the front door of children's social care.");
            break;
        case Needs::Desk:
            if (!reads(actor) || actor.reach < Reach::Team)
                not_permitted("role-does-not-run-a-desk", "Only somebody whose role reads for a team or an organisation can do this. Ask your manager or the designated safeguarding lead.");
            break;
        case Needs::ToAdminister:
            if (!actor.administers.contains(std::string(rule.administers)))
                not_permitted("role-does-not-administer", "The role you are acting in does not administer " + std::string(rule.administers) + ". Ask an administrator of the partnership.");
            break;
        case Needs::Nothing:
        case Needs::SignedIn: break;
    }
    if (actor.by_token && !actor.scopes.contains(std::string(rule.scope)))
        not_permitted("token-scope", rule.scope.empty() ? "This cannot be done with an API token: sign in in the browser."
                                                        : "This API token does not have the scope \"" + std::string(rule.scope) + "\". Make a token that has it.");
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    return {};
}

}  // namespace hearken::access
