// Organisations, teams, users, roles held, calendars and settings: the administrator's work. Every change is audited.
#pragma once
#include "casework/cases.hpp"
#include "casework/sign_in.hpp"

namespace hearken::casework {

struct OrganisationLine { OrganisationId id; std::string kind, name, urn, area, telephone; int users = 0, revision = 1; bool closed = false; };
struct OrganisationQuery { std::string words, kind, after; };
Result<Page<OrganisationLine>> list_organisations(World& world, const access::Actor& actor, const OrganisationQuery& query);
Result<OrganisationId> save_organisation(World& world, const access::Actor& actor, const OrganisationLine& organisation);  ///< empty id: a new one

struct TeamLine { TeamId id; OrganisationId organisation; std::string name, service; int revision = 1; };
Result<std::vector<TeamLine>> list_teams(World& world, const access::Actor& actor, const OrganisationId& organisation);
Result<TeamId> save_team(World& world, const access::Actor& actor, const TeamLine& team);

struct UserLine { UserId id; std::string sign_in_name, name, job_title, email, state; std::vector<HeldRole> roles; bool has_second_factor = false; int revision = 1; };
Result<Page<UserLine>> list_users(World& world, const access::Actor& actor, const OrganisationId& organisation, const std::string& words, const std::string& after);
Result<UserLine> read_user(World& world, const access::Actor& actor, const UserId& user);
/// A new user gets a one-time password, returned once; they choose their own at first sign-in.
struct SavedUser { UserId id; std::string one_time_password; };
Result<SavedUser> save_user(World& world, const access::Actor& actor, const UserLine& user);
/// A reset of the second factor takes two people: one asks, another administrator confirms.
Result<std::string> reset_second_factor(World& world, const access::Actor& actor, const UserId& user, const std::string& reason);

struct RoleGiven { UserId user; std::string role; OrganisationId organisation; TeamId team; std::string from, until; RoleHeldId cover_for; };
Result<RoleHeldId> give_role(World& world, const access::Actor& actor, const RoleGiven& role);
Result<void> end_role(World& world, const access::Actor& actor, const RoleHeldId& role, const std::string& until);

struct TermLine { std::string name, starts, ends; };
struct ClosureLine { std::string date, reason; };
struct SchoolYear { std::vector<TermLine> terms; std::vector<ClosureLine> closures; };
Result<SchoolYear> read_school_year(World& world, const access::Actor& actor, const OrganisationId& school);
Result<void> save_school_year(World& world, const access::Actor& actor, const OrganisationId& school, const SchoolYear& year);
/// The GOV.UK feed; says what changed and how many open clocks were recomputed by a visible event.
struct HolidaysImported { std::vector<std::string> changes; int clocks_recomputed = 0; };
Result<HolidaysImported> import_bank_holidays(World& world, const access::Actor& actor, const std::string& json);

struct NoticeLine { std::string id, text; CaseId in_case; Instant created_at; std::optional<Instant> read_at;
    std::vector<SubjectView> about = {}; };  ///< about: the children of the case, where it opens to more than a receipt
Result<Page<NoticeLine>> my_notices(World& world, const access::Actor& actor, bool unread_only, const std::string& after);
Result<void> mark_notice_read(World& world, const access::Actor& actor, const std::string& notice);

}  // namespace hearken::casework
