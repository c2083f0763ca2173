// Who may see or do what: pure decisions over facts. Deny by default; a deny beats any allow (design, idea 4).
// One rule serves the check, the list, the count, the search and the buttons: store/visible.hpp turns CaseRule and
// PersonRule into SQL, and a test holds the SQL to view_of() over random cases.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/result.hpp"

namespace hearken::access {

/// How far a role reads, as vocabulary.yaml `reads:` says of each role.
enum class Reach {
    None,          ///< administrators: no child's record
    OwnRecording,  ///< recording without reading: a receipt for what they themselves recorded
    Involved,      ///< cases in which they have a part
    Team,          ///< also those in their team's tray
    Organisation,  ///< also those their organisation owns or was sent
};

/// Somebody signed in, acting in one of the roles they hold.
struct Actor {
    UserId user;
    RoleHeldId holding;
    std::string role;
    OrganisationId organisation;
    std::string organisation_kind;
    TeamId team;
    Reach reach = Reach::None;
    bool searches_index = false;     ///< may look up anyone by name (front door): names and agencies only
    bool records_only = false;       ///< recording without reading (a midday supervisor)
    std::set<std::string> administers;  ///< organisations, users, roles, calendars, roster, audit, tokens, settings, case-restriction, erasure, directory
    std::set<std::string> areas;     ///< walled areas of work this role reads besides the open ones (e.g. "allegations")
    std::set<std::string> scopes;    ///< of an API token; empty for a session, which has all its role allows
    bool by_token = false;
};

/// The role of somebody without an account: they may open cases of procedures that say so, and nothing else anywhere.
inline constexpr char kPublicRole[] = "public";
bool is_public(const Actor& actor);  ///< nobody signed in, in that role; a user is never one, whatever their role is called

/// What access needs to know about a case. `involved` are users with any part; `named` and `excluded` the special ones.
struct CaseFacts {
    CaseId id;
    OrganisationId owner;
    TeamId team;
    std::set<OrganisationId> parties;      ///< organisations with a relation to the case other than owner (referrer, asked agency)
    std::set<OrganisationId> shared_with;  ///< by a recorded act of sharing
    bool restricted = false;
    std::string area;                      ///< empty: open; otherwise walled
    UserId opened_by;
    std::set<UserId> involved, named, excluded;
};

/// How much of a case somebody sees. Each includes the ones before it, except that Receipt and Party are
/// different sides: Receipt is what they recorded, Party is the side of the work that is their organisation's.
enum class CaseView {
    None,     ///< it does not exist for them: lists, counts, search, links
    Receipt,  ///< that they recorded it, when, and that it was received; nothing anyone wrote since
    Party,    ///< their own organisation's part: what they sent, its status and clocks, tasks and answers owed to them
    Full,
};

/// The rule by which a reader sees cases, as data: the single source of both the check and the query.
/// Reach caps everything: None sees nothing and OwnRecording a receipt at most, even where named or involved, because
/// somebody acts in one role at a time. Otherwise:
/// Full   = not excluded and (named, or not restricted and area allowed and
///          (involved, other than from an organisation with a side of its own, or reach Team and owner/team match, or reach Organisation and owner or shared_with is theirs))
/// Party  = not excluded, not restricted, a party organisation is theirs, and involved or reach Organisation
/// Receipt= not excluded, opened by them
struct CaseRule {
    UserId user;
    OrganisationId organisation;
    TeamId team;
    Reach reach = Reach::None;
    std::set<std::string> areas;
};
CaseRule case_rule(const Actor& actor);
CaseView view_of(const CaseRule& rule, const CaseFacts& facts);
inline CaseView view_of(const Actor& actor, const CaseFacts& facts) { return view_of(case_rule(actor), facts); }

/// How much of a person somebody sees.
enum class PersonView {
    None,
    NameOnly,  ///< name, age and which agencies know them, with whom to ask for more
    Full,      ///< the child page, assembled only from cases and records that are themselves visible
};
/// A restricted case hides itself, never the child: one who vanished from their own school's roll would tell that it
/// exists, and nobody could record the next worry about them.
struct PersonFacts {
    PersonId id;
    std::set<OrganisationId> registered_at;   ///< in force now
    bool in_case_seen_fully = false;          ///< subject of, or family in, a case this reader sees fully
    bool in_case_seen_as_party = false;
    OrganisationId created_at;
};
PersonView view_of(const Actor& actor, const PersonFacts& facts);

/// Everything the product does, a closed list. Every route and API operation names one (the access matrix test).
enum class Action {
    SignIn, ReadOwnWork, ReadNotices, ReadProcedures, EditSettings,
    SearchPeople, ReadPerson, CreatePerson, ChangePerson, ReadProtectedAddress, ReadChronology, JoinRecords,
    OpenCase, ReadCase, ActInCase, ShareCase, RestrictCase, BreakGlass, EraseLawfully,
    AdministerOrganisations, AdministerUsers, AdministerRoles, AdministerCalendars, AdministerDirectory, ImportRoster, ImportReturn,
    ReadAudit, ReadOwnAudit, ManageTokens, ManageOwnSessions, SetTestClock, ReadPublic,
    ReadCover, ArrangeCover, ReadTriage,
};
std::string_view action_name(Action action);
std::vector<Action> all_actions();

/// Whether a role may try this at all, before any particular record is looked at. All reasons when not.
Result<void> may(const Actor& actor, Action action);

/// Whether somebody may read an address: an ordinary one with the person; a protected one only when expressly named
/// as its reader. Seniority gives nothing.
bool may_read_address(const Actor& actor, bool is_protected, const std::set<UserId>& address_readers);

}  // namespace hearken::access
