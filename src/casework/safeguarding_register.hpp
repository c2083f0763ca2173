// The school's register of safeguarding posts: who is responsible, since when, trained until when. It says who is
// responsible; what somebody may open is given by their account's role alone, and the register says where the two differ.
#pragma once
#include "casework/cases.hpp"
#include "casework/choices.hpp"
#include "store/roles_held.hpp"
#include "store/safeguarding_posts.hpp"

namespace hearken::casework {

/// One holding of a post.
struct PostLine {
    std::string id, name;
    UserId user;
    calendar::LocalDate from;
    std::optional<calendar::LocalDate> until;
    bool on_leadership_team = false, in_job_description = false;
    std::string delegated_activities;
    std::optional<calendar::LocalDate> trained_on, training_lapses_on;
    bool training_lapsed = false, in_force = false;
    bool account_lacks_role = false;  ///< responsible, but their account cannot receive the work yet
    int revision = 1;
};
struct PostGroup {
    std::string post, title;
    bool required = false, may_change = false;
    std::vector<PostLine> current, others;  ///< others: ended, or still to come
    std::vector<std::string> by_account;    ///< who holds the role of that name, where the register names nobody
};
struct RegisterPage {
    std::string school;
    std::vector<PostGroup> posts;
    std::vector<std::string> warnings;
    std::vector<Choosable> staff;           ///< whom a post may be given to
    bool may_change = false;
};
/// Everybody who works in the school reads who is responsible; training and job descriptions are shown to those who change it.
Result<RegisterPage> read_register(World& world, const access::Actor& actor);

struct PostEntry {
    std::string id, post;                   ///< id empty: a new holding
    UserId user;
    std::string name;                       ///< of somebody without an account
    std::string from, until;                ///< "2026-09-01"; until may be empty
    bool on_leadership_team = false, in_job_description = false;
    std::string delegated_activities, trained_on, training_lapses_on;
    int revision = 1;
};
/// The lead is entered by the headteacher or the chair of governors; other posts by the lead too. Refused where it would leave the
/// school without a lead (S.school-safeguarding-roles).
Result<std::string> save_post(World& world, const access::Actor& actor, const PostEntry& entry);

/// Vacant posts and lapsed training, in words: for the home of the lead and the headteacher, and the page of cover.
std::vector<std::string> register_warnings(World& world, store::Reading& reading, const OrganisationId& school);
/// The same for a page; nothing for whoever does not change the register.
std::vector<std::string> register_warnings_for(World& world, const access::Actor& actor);

/// Whether ending this holding of a role would leave its school without a safeguarding lead: the reason, with the remedy.
std::optional<Reason> leaves_without_lead(World& world, store::Reading& reading, const store::RoleHeld& held, calendar::LocalDate last_day);

}  // namespace hearken::casework
